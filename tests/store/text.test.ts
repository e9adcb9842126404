import { expect, it } from 'vitest'
import { canonicalJson, toJson } from '../../store/json.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, event, inbound, report, task } from './samples.ts'

const lone = '\ud83d'

it('mends JSON text without touching what only looks like an escape', () => {
  expect(JSON.parse(toJson({ a: `x\0y${lone}`, b: '\\u0000 \\ud83d', c: '😀', [`k${lone}`]: 1 }))).toEqual({
    a: 'xy\ufffd',
    b: '\\u0000 \\ud83d',
    c: '😀',
    'k\ufffd': 1,
  })
})

it('gives one text for one meaning, whatever the order of keys', () => {
  const one = { b: [1, { d: null, c: 'é' }], a: undefined, e: at(0) }
  expect(canonicalJson(one)).toBe('{"b":[1,{"c":"é","d":null}],"e":"2026-11-23T01:00:00.007Z"}')
  expect(canonicalJson(JSON.parse(JSON.stringify(one)))).toBe(canonicalJson(one))
})

onBothDatabases((place) => {
  const texts: Record<string, readonly [said: string, kept: string]> = {
    'a megabyte': ['占道'.repeat(175_000), '占道'.repeat(175_000)],
    'emoji and rare characters': ['👨‍👩‍👧😀𬭎㛃堃', '👨‍👩‍👧😀𬭎㛃堃'],
    'quotes, backslashes and control characters': [`'"\\\\u0000\t\r\n\u0001\u202e`, `'"\\\\u0000\t\r\n\u0001\u202e`],
    'lone surrogates': [`a${lone}b\udc00`, 'a\ufffdb\ufffd'],
    'the character zero': ['a\0b', 'ab'],
    'nothing but a number': ['007', '007'],
    'nothing at all': ['', ''],
  }
  for (const [name, [said, kept]] of Object.entries(texts))
    it(`keeps ${name}`, () =>
      withStore(place, async ({ store }) => {
        await store.receive(inbound('m', said), at(0))
        const full = task(1, { text: said, item: said, place: { code: null, name: said } })
        await store.commit(
          { task: full, reports: [report(full)], events: [event(full, 'reported', { text: said, [said]: [said] })] },
          at(1),
        )
        expect((await store.unhandled(1))[0]?.content).toEqual({ kind: 'text', text: kept, quote: null })
        expect(await store.task('task-1')).toMatchObject({ text: kept, item: kept, place: { name: kept } })
        expect((await store.timeline('task-1'))[0]?.data).toEqual({ text: kept, [kept]: [kept] })
        expect(await store.verify()).toMatchObject({ ok: true, events: 1 })
      }))

  it('knows a callback again whose key has such characters', () =>
    withStore(place, async ({ store }) => {
      const first = await store.receive(inbound(`k\0${lone}`), at(0))
      expect(await store.receive(inbound(`k\0${lone}`), at(1))).toMatchObject({
        row: { id: first.row.id, receivedAt: at(0) },
        fresh: false,
      })
    }))
})
