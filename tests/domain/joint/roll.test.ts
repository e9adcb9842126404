import { describe, expect, it } from 'vitest'
import type { Called, Came } from '../../../domain/joint/kinds.ts'
import { cannotCome, checkIn, metresOff, seen } from '../../../domain/joint/checkIn.ts'
import { endWhistle, scoreUnit } from '../../../domain/joint/end.ts'
import { fireWhistle } from '../../../domain/joint/late.ts'
import { rollOf, type Whistle } from '../../../domain/joint/roll.ts'
import { HOUR, MINUTE } from '../../../domain/calendar/zone.ts'
import { station, town as townOf, village } from '../township.ts'

const AT = new Date('2026-11-24T02:00:00Z')
const after = (ms: number) => new Date(AT.getTime() + ms)
const town = townOf('QS', '青石镇', {
  stations: [
    { ...station('paichu'), head: 'u-head', duty: ['u-a', 'u-b'] },
    { ...station('chengguan'), duty: ['u-c'] },
  ],
  people: ['u-head', 'u-a', 'u-b', 'u-c', 'u-boss', 'u-room'].map((userid) => ({
    userid,
    name: userid,
    station: userid === 'u-c' ? 'chengguan' : userid === 'u-boss' || userid === 'u-room' ? null : 'paichu',
    roles: userid === 'u-room' ? (['dispatcher'] as const) : (['officer'] as const),
    licence: null,
    licenceUntil: null,
  })),
  villages: [{ ...village('01', '王家村'), lat: 34.812, lng: 113.407 }],
})
const world = (now: Date) => ({ towns: [town], calendar: { years: [] }, now, id: () => 'x' })

const unit = (id: string, more: Partial<Called> = {}): Called => ({
  station: id,
  seen: null,
  came: [],
  cannot: null,
  score: null,
  ...more,
})
const came = (minutes: number, more: Partial<Came> = {}): Came => ({
  by: 'u-a',
  at: after(minutes * MINUTE).toISOString(),
  how: 'said',
  metres: null,
  ...more,
})
const whistle = (called: readonly Called[], more: Partial<Whistle> = {}): Whistle => ({
  id: 'w',
  kind: 'whistle',
  town: 'QS',
  year: 2026,
  seq: 1,
  no: 'QS-SH2026-0001',
  taskId: null,
  version: 3,
  state: 'called',
  owner: 'u-boss',
  dueAt: after(30 * MINUTE),
  at: AT,
  data: {
    sort: 'emergency',
    place: { code: '01', name: '王家村' },
    reason: '打架',
    caseNo: null,
    called,
    endedAt: null,
  },
  ...more,
})
const PAICHU = { userid: 'u-a', station: 'paichu' }
const SAID = { how: 'said', metres: null } as const

describe('a unit on the roll', () => {
  it.each([
    ['nobody answered', unit('paichu'), 10, 'waiting', null],
    ['it was seen', unit('paichu', { seen: AT.toISOString() }), 10, 'seen', null],
    ['it came', unit('paichu', { came: [came(17)] }), 20, 'came', 17],
    ['at the last minute', unit('paichu', { came: [came(30)] }), 40, 'came', 30],
    ['too late', unit('paichu', { came: [came(31)] }), 40, 'late', 31],
    ['the time is over', unit('paichu', { seen: AT.toISOString() }), 30, 'absent', null],
    ['it cannot', unit('paichu', { cannot: { by: 'u-a', at: AT.toISOString(), why: '车坏' } }), 40, 'cannot', null],
  ] as const)('%s', (_what, called, minute, state, minutes) =>
    expect(rollOf(whistle([called]), town, after(minute * MINUTE))).toMatchObject([{ state, minutes }]),
  )

  it.each([
    ['near', [came(1, { how: 'location', metres: 900 })], null],
    ['far', [came(1, { how: 'location', metres: 1_200 })], 1_200],
    ['by a picture, whose degrees are others', [came(1, { how: 'picture', metres: 1_200 })], null],
    ['one of two on the spot', [came(1, { how: 'location', metres: 3_000 }), came(2, { by: 'u-b' })], null],
  ] as const)('%s', (_what, all, off) =>
    expect(rollOf(whistle([unit('paichu', { came: all })]), town, AT)).toMatchObject([{ off }]),
  )

  it('is measured from the village, where that has a place on the map', () => {
    const at = { lat: 34.812, lng: 113.45 }
    expect(metresOff(whistle([]), at, town)).toBeGreaterThan(3_000)
    const { data } = whistle([])
    expect(metresOff(whistle([], { data: { ...data, place: { code: null, name: '粮站' } } }), at, town)).toBeNull()
  })
})

describe('a whistle', () => {
  it('keeps when somebody came, and takes where he is later', () => {
    const first = checkIn(whistle([unit('paichu')]), PAICHU, SAID, null, town, world(after(MINUTE)))
    if (!first.ok) throw new Error(first.reason)
    expect(first.desk?.notices.map(({ body, to }) => [body.kind, to])).toEqual([
      ['whistle-roll', { kind: 'person', userid: 'u-room' }],
      ['whistle-news', { kind: 'person', userid: 'u-boss' }],
    ])
    const same = checkIn(first.whistle, PAICHU, SAID, null, town, world(after(5 * MINUTE)))
    expect(same).toMatchObject({ ok: true, again: true, desk: null })
    const where = { how: 'location', metres: 5_000 } as const
    const later = checkIn(first.whistle, PAICHU, where, null, town, world(after(5 * MINUTE)))
    if (!later.ok) throw new Error(later.reason)
    expect(later.whistle.data.called[0]?.came).toEqual([{ ...came(1), ...where }])
  })

  it('shows the command room the roll when all came, not before', () => {
    const rolls = (called: readonly Called[]) => {
      const outcome = checkIn(whistle(called), PAICHU, SAID, null, town, world(after(MINUTE)))
      return outcome.ok
        ? outcome.desk?.notices.flatMap(({ body }) => (body.kind === 'whistle-roll' ? [body.told] : []))
        : []
    }
    expect(rolls([unit('paichu'), unit('chengguan')])).toEqual([])
    expect(rolls([unit('paichu'), unit('chengguan', { came: [came(1)] })])).toEqual(['complete'])
  })

  it('carries the version it was decided on, so that of two at once one decides again', () => {
    const outcome = seen(whistle([unit('paichu')]), PAICHU, null, town, world(AT))
    expect(outcome.ok && [...(outcome.desk?.entries.values() ?? [])].map(({ version }) => version)).toEqual([3])
  })

  it('hears nobody who was not called, and nobody when it is over', () => {
    const all = [checkIn, (w: Whistle, m: typeof PAICHU) => cannotCome(w, m, '忙', null, town, world(AT))] as const
    for (const act of all) {
      expect(act(whistle([unit('chengguan')]), PAICHU, SAID, null, town, world(AT))).toEqual({
        ok: false,
        reason: 'whistle-not-called',
      })
      expect(act(whistle([unit('paichu')], { state: 'ended' }), PAICHU, SAID, null, town, world(AT))).toEqual({
        ok: false,
        reason: 'whistle-over',
      })
    }
  })

  it('whose time is over tells the units that are silent, not those that cannot come', () => {
    const late = whistle([unit('paichu', { cannot: { by: 'u-a', at: '', why: '忙' } }), unit('chengguan')])
    const desk = fireWhistle(late, 0, null, town, world(after(30 * MINUTE)))
    expect(desk.notices.map(({ body, to }) => [body.kind, to])).toEqual([
      ['whistle-late', { kind: 'person', userid: 'u-c' }],
      ['whistle-roll', { kind: 'person', userid: 'u-room' }],
    ])
    expect(desk.timers).toEqual([{ subject: 'w', kind: 'whistle', dueAt: after(HOUR), step: 1 }])
  })

  it.each([
    ['called', 0],
    ['called', 1],
    ['called', 2],
    ['called', 3],
    ['ended', 0],
    ['ended', 2],
  ] as const)('%s at step %i leaves a timer that is set or cleared', (state, step) => {
    const desk = fireWhistle(whistle([unit('paichu')], { state }), step, null, town, world(after(HOUR)))
    const last = desk.timers.filter(({ kind }) => kind === 'whistle').at(-1)
    expect(last?.dueAt === null).toBe(state === 'ended' || step === 3)
  })

  it.each([
    ['u-boss', 'its commander', true],
    ['u-room', 'the command room', true],
    ['u-a', 'one who was called', false],
  ])('is ended by %s, %s: %s', (userid, _who, may) =>
    expect(endWhistle(whistle([unit('paichu')]), { userid }, null, town, world(AT)).ok).toBe(may),
  )
})

describe('a score', () => {
  const scored = (called: Called, hours: number) => {
    const { data } = whistle([])
    const ended = whistle([], { state: 'ended', data: { ...data, called: [called], endedAt: AT.toISOString() } })
    const outcome = scoreUnit(ended, 'u-boss', 'paichu', 'poor', town, world(after(hours * HOUR)))
    return outcome.ok ? (outcome.whistle.data.called[0]?.score?.mark ?? null) : outcome.reason
  }
  const good = (hours: number) => unit('paichu', { score: { mark: 'good', at: after(hours * HOUR).toISOString() } })

  it.each([
    ['is given for two days', unit('paichu'), 48, 'poor'],
    ['and then left blank', unit('paichu'), 49, 'whistle-score-late'],
    ['is changed for a day', good(47), 71, 'poor'],
    ['and then stays', good(1), 26, 'whistle-score-late'],
    ['is of a unit that was called', unit('chengguan'), 1, 'whistle-score-how'],
  ] as const)('%s', (_what, called, hours, said) => expect(scored(called, hours)).toBe(said))

  it('waits for the end', () =>
    expect(scoreUnit(whistle([unit('paichu')]), 'u-boss', 'paichu', 'good', town, world(AT))).toEqual({
      ok: false,
      reason: 'whistle-score-early',
    }))
})
