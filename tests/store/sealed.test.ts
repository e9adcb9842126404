import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { brokenSeals } from '../../backup/sealed.ts'
import { freeze, show } from '../../domain/assess/publish.ts'
import { assessmentsOf } from '../../domain/assess/assessment.ts'
import { isKind } from '../../domain/book/entry.ts'
import { openReadOnly } from '../../store/open.ts'
import { town } from '../domain/township.ts'
import { CALENDAR_2026 } from '../domain/year2026.ts'
import { at } from './samples.ts'
import { onBothDatabases, withStore } from './databases.ts'

const TOWN = town('QS', '青石镇')
const NO = 'QS-KH2026-0001'

onBothDatabases((place) => {
  it('what was frozen cannot be changed unseen, neither in the log nor in the book', () =>
    withStore(place, async ({ store, url }) => {
      const world = { towns: [TOWN], calendar: CALENDAR_2026, now: at(0), id: () => 'kh-1' }
      const basis = {
        month: '2026-10',
        now: at(0),
        calendar: CALENDAR_2026,
        happened: [],
        leftOut: new Map(),
        states: new Map(),
      }
      const [assessment] = assessmentsOf([TOWN], basis)
      if (!assessment) throw new Error('no assessment')
      await store.commit(show(assessment, TOWN, { year: 2026, seq: 1, no: NO }, world), at(0))
      const entry = await store.entry('kh-1')
      if (!entry || !isKind(entry, 'assessment')) throw new Error('not shown')
      const text = JSON.stringify(assessment)
      const sealed = { text, sha256: createHash('sha256').update(text).digest('hex') }
      await store.commit(freeze(entry, { ...assessment, state: 'frozen' }, sealed, [], TOWN, world), at(1))
      const look = async () => {
        const outside = await openReadOnly(url)
        const [found, verified] = [await outside.sealedReports(), await outside.verify()]
        await outside.close()
        return { broken: brokenSeals(found), whole: verified.ok, count: found.length }
      }
      expect(await look()).toEqual({ broken: [], whole: true, count: 1 })
      await expect(place.raw(url, `DELETE FROM "event" WHERE "type" = 'assessment-frozen'`)).rejects.toThrow(/append/i)
      await place.raw(url, `UPDATE "entry" SET "data" = '{"month":"2026-10","sha256":"00"}' WHERE "no" = '${NO}'`)
      expect(await look()).toMatchObject({ broken: [expect.stringContaining(NO)], whole: true })
    }))
})
