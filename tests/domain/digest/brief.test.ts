import { describe, expect, it } from 'vitest'
import { briefFor, isQuiet, namedOn } from '../../../domain/digest/brief.ts'
import { heardAs, heardBy } from '../../../domain/digest/heard.ts'
import { overdueOf, type Page } from '../../../domain/digest/overdue.ts'
import { pageIn } from '../../../domain/digest/wording-page.ts'
import type { Readers } from '../../../domain/digest/needs.ts'
import type { Task } from '../../../domain/task.ts'
import type { Town } from '../../../domain/town.ts'
import { CALENDAR_2026 } from '../year2026.ts'
import { at, sample, task } from './tasks.ts'

const NOW = at('11-24', '08:30')
const counts = { opened: 0, finished: 0, open: 0 }
const ROOM = { to: { kind: 'group', id: 'room' }, fallback: null } as const
const CLERK = { to: { kind: 'person', userid: 'clerk' }, fallback: null } as const

function briefOf(
  open: readonly Task[],
  readers: Readers = 'command',
  {
    town = sample(),
    address = ROOM as typeof ROOM | typeof CLERK,
  }: { town?: Town; address?: typeof ROOM | typeof CLERK } = {},
) {
  const world = { towns: [town], calendar: CALENDAR_2026, now: NOW, id: () => 'x' }
  const heard = (tasks: readonly Task[]) => heardBy(address, town, tasks)
  return briefFor({ readers, edition: 'morning', heard }, town, { open, recent: open, counts }, world, null)
}

const needs = (open: readonly Task[], readers: Readers = 'command') =>
  briefOf(open, readers).needs.map(({ id, count }) => [id, count])

const SUPERVISED = { by: 'nobody', confidence: 0, words: [], raised: [], supervised: true } as const

describe('what needs the command room', () => {
  it.each<[string, Partial<Task>, unknown[]]>([
    ['nobody has it', { stage: 'triage', lead: null }, [['triage', 1]]],
    ['it was given back', { stage: 'disputed' }, [['ruling', 1]]],
    ['it was not signed in time', { stage: 'dispatched', holder: null, due: { sign: at('11-23') } }, [['overdue', 1]]],
    ['it was not finished in time', { due: { finish: at('11-23') } }, [['overdue', 1]]],
    ['it ends today', { due: { finish: at('11-24', '18:00') } }, [['due-today', 1]]],
    ['somebody is in danger', { level: 'emergency' }, [['emergency', 1]]],
    ['somebody is there', { level: 'emergency', stage: 'arrived' }, []],
    ['it goes well', { due: { finish: at('11-30') } }, []],
    ['the supervisors decide', { stage: 'triage', understood: SUPERVISED }, []],
  ])('%s', (_name, own, expected) => {
    expect(needs([task(own)])).toEqual(expected)
  })

  it('names a case below one heading only, the most pressing', () => {
    expect(needs([task({ level: 'emergency', due: { finish: at('11-23') } })])).toEqual([['emergency', 1]])
  })

  it('groups what is overdue by unit, the most first, the longest wait first', () => {
    const late = (lead: string, day: string) => task({ lead, due: { finish: at(day) } })
    const all = [late('huanbao', '11-20'), late('chengguan', '11-22'), late('chengguan', '11-19')]
    const [need] = briefOf(all).needs
    expect(need?.units.map(({ unit, count }) => [unit, count])).toEqual([
      ['chengguan', 2],
      ['huanbao', 1],
    ])
    expect(need?.units[0]?.items[0]?.caseNo).toBe(all[2]?.caseNo)
  })

  it('lists of a unit only what is late, the five that wait longest, and how many there are', () => {
    const late = Array.from({ length: 7 }, (_, n) => task({ due: { finish: at('11-20', `1${n}:00`) } }))
    const all = heardBy(ROOM, sample(), [task({ due: { finish: at('11-30') } }), ...late.toReversed()])
    const [unit, ...others] = overdueOf(all, sample(), NOW)
    expect(others).toEqual([])
    expect([unit?.unit, unit?.count]).toEqual(['chengguan', 7])
    expect(unit?.items.map(({ caseNo }) => caseNo)).toEqual(late.slice(0, 5).map(({ caseNo }) => caseNo))
  })

  it('counts all and names five', () => {
    const [need] = briefOf(Array.from({ length: 7 }, () => task({ stage: 'triage', lead: null }))).needs
    expect([need?.count, need?.items.length]).toEqual([7, 5])
  })
})

describe('the list of what is overdue', () => {
  const late = (lead: string, n: number) =>
    Array.from({ length: n }, (_, i) => task({ lead, due: { finish: at('11-20', `0${i % 9}:00`) } }))
  const all = heardAs([...late('chengguan', 23), ...late('huanbao', 3)], [], sample(), () => false)
  const pageOf = (page?: Page) =>
    overdueOf(all, sample(), NOW, page).map(({ unit, items, left, count }) => [unit, items.length, left, count])

  it.each<[string, Page | undefined, unknown[]]>([
    [
      'five of each unit',
      undefined,
      [
        ['chengguan', 5, 18, 23],
        ['huanbao', 3, 0, 3],
      ],
    ],
    ['the next five, of whoever has more', { unit: null, page: 2 }, [['chengguan', 5, 13, 23]]],
    ['one unit', { unit: 'chengguan', page: 1 }, [['chengguan', 20, 3, 23]]],
    ['the rest of it', { unit: 'chengguan', page: 2 }, [['chengguan', 3, 0, 23]]],
    ['no more', { unit: null, page: 9 }, []],
  ])('%s', (_name, page, expected) => {
    expect(pageOf(page)).toEqual(expected)
  })

  it.each([
    ['', null, { unit: null, page: 1 }],
    ['', { seq: 2 }, { unit: null, page: 2 }],
    ['第2页', null, { unit: null, page: 2 }],
    ['chengguan', null, { unit: 'chengguan', page: 1 }],
    ['chengguan 3', null, { unit: 'chengguan', page: 3 }],
    ['chengguan的第２页', null, { unit: 'chengguan', page: 2 }],
    ['天文台', null, null],
  ] as const)('超期清单 %s', (said, ref, expected) => {
    expect(pageIn(ref, said, sample())).toEqual(expected)
  })
})

describe('what needs the leaders', () => {
  const days = (amount: number) => ({ amount, unit: 'd' }) as const
  const ladder = [{ clock: 'finish', after: days(1), to: ['leaders'] }] as const
  const town = sample()
  const led = { ...town, policy: { ...town.policy, ladder } }

  it.each<[string, Partial<Task>, unknown[]]>([
    ['overdue, but not so long', { due: { finish: at('11-24', '08:00') } }, []],
    ['overdue so long that it reached them', { due: { finish: at('11-22') } }, [['escalated', 1]]],
    ['it waits for a ruling longer than it may', { stage: 'triage', ruleBy: at('11-21') }, [['ruling-late', 1]]],
    ['it waits for a ruling', { stage: 'triage', ruleBy: at('11-26') }, []],
  ])('%s', (_name, own, expected) => {
    expect(briefOf([task(own)], 'leaders', { town: led }).needs.map(({ id, count }) => [id, count])).toEqual(expected)
  })
})

describe('who may read it', () => {
  const secret = task({ stage: 'triage', lead: null, shield: 'confidential' })

  it('in a group what was told in confidence is a number, a unit and a clock; no button leads to it there', () => {
    const brief = briefOf([
      { ...secret, text: '王家村有人占道', lead: 'chengguan', holder: 'u-1', due: { sign: at('11-25') } },
    ])
    const [facts] = brief.needs[0]?.items ?? []
    expect(facts).toMatchObject({
      caseNo: secret.caseNo,
      lead: 'chengguan',
      signBy: at('11-25').toISOString(),
      sealed: true,
    })
    expect([facts?.place, facts?.item, facts?.text, facts?.holder]).toEqual([null, null, '', null])
    expect([brief.alone, isQuiet(brief), namedOn(brief)]).toEqual([0, false, []])
  })

  it('the group of a unit that works on it reads all of it', () => {
    const own = {
      stations: sample().stations.map((each) => ({ ...each, group: each.id === 'chengguan' ? 'room' : null })),
    }
    const brief = briefOf([{ ...secret, lead: 'chengguan' }], 'command', { town: sample({}, own) })
    expect(brief.needs[0]?.items[0]?.place).toBe('王家村')
  })

  it('alone it is named', () => {
    const brief = briefOf([secret], 'command', { address: CLERK })
    expect([brief.needs[0]?.count, brief.alone]).toEqual([1, 0])
  })

  it('what needs nobody is not counted either', () => {
    expect(isQuiet(briefOf([task({ shield: 'confidential' })]))).toBe(true)
  })
})
