import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RETENTION, type RetainedText } from '../../domain/privacy/retention.ts'
import type { Database, Reading, Sql } from '../../store/database.ts'
import { purge } from '../../store/purge.ts'
import { fileReads } from '../../store/read-files.ts'
import { happenedReads } from '../../store/read-happened.ts'
import { identityReads } from '../../store/read-identity.ts'
import { inboxReads } from '../../store/read-inbox.ts'
import { searchReads } from '../../store/read-search.ts'
import { taskReads } from '../../store/read-tasks.ts'
import { openSqlite } from '../../store/sqlite.ts'
import { statements } from '../../store/statements.ts'
import { at } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'shaozi-growth-'))
let database: Database
beforeAll(async () => {
  database = await openSqlite(join(folder, 'growth.db'))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

/** Tables that grow with the years, however little is open. */
const GROWS = ['task', 'report', 'event', 'outbox', 'inbox', 'identity', 'attachment', 'contact']
/** names the statements give them */
const ALIASES = ['t', 'r', 'e', 'o', 'i', 'm']

type Plan = Readonly<{ detail: string }>

type Ask = (reading: Reading) => Promise<unknown>

/** What SQLite means to walk from end to end to answer `ask`. */
const walked = async (ask: Ask): Promise<readonly string[]> => (await planned(ask)).filter(isWalk)

/** How SQLite means to answer `ask`. */
async function planned(ask: Ask): Promise<readonly string[]> {
  const found: string[] = []
  const sql: Sql = {
    async rows<Row>(text: string, parameter?: string) {
      const plan = await database.sql.rows<Plan>(`EXPLAIN QUERY PLAN ${text}`, parameter)
      found.push(...plan.map(({ detail }) => detail))
      // what is let go of is only planned: this side may not write
      return /DELETE|UPDATE/.test(text) ? [] : database.sql.rows<Row>(text, parameter)
    },
    run: () => Promise.resolve(0),
  }
  await ask({ ...database, sql })
  return found
}

/** Holds only who was forgotten. */
const FORGOTTEN = 'identity_erased_id_idx'

function isWalk(detail: string): boolean {
  const [scan, table = ''] = detail.split(' ')
  return scan === 'SCAN' && [...GROWS, ...ALIASES].includes(table) && !detail.endsWith(FORGOTTEN)
}

describe('what is asked all the time walks no table that grows with the years', () => {
  it('the twins of a case, at every message about it', async () => {
    const plan = await planned((reading) => taskReads(reading).twinsOf(['QS261123-0001']))
    // by the number alone there are as many as days and townships
    expect(plan.join()).toContain('task_town_seq_stage_idx (town=? AND seq=? AND stage=?)')
  })

  it('how many were sent elsewhere today, for everybody who asks', async () => {
    const plan = await planned((reading) => inboxReads(reading).countNoted('elsewhere', at(0)))
    expect(plan.join()).toContain('inbox_status_receivedAt_idx (status=? AND receivedAt>?)')
  })

  it('which keys people are sealed with, at every start', async () => {
    expect(await walked((reading) => identityReads(reading).keysInUse())).toEqual([])
  })

  it('a month, for its assessment', async () => {
    const month = { since: at(0), before: at(9), now: at(9) }
    expect(await walked((reading) => happenedReads(reading).happened(month))).toEqual([])
  })

  it('words that stand nowhere, but for a slice of the days', async () => {
    const query = { town: 'QS', words: '没有这样的话', limit: 9, offset: 0 }
    expect(await walked((reading) => searchReads(reading, () => Promise.resolve(null)).search(query))).toEqual([])
  })

  it('files that were kept long enough, every night', async () => {
    for (const what of ['photos', 'loose', 'forgotten'] as const)
      expect(await walked((reading) => fileReads(reading).filesToGo({ what, before: at(0) }, 9))).toEqual([])
  })

  it.each(Object.keys(RETENTION) as RetainedText[])(
    'rows that were kept long enough, every night: %s',
    async (kind) => {
      const say = statements(database.dialect)
      expect(await walked(({ sql, dialect }) => purge({ sql, dialect, say }, kind, at(0), 9))).toEqual([])
    },
  )
})
