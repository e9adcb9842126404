import { describe, expect, it } from 'vitest'
import type { CaseInHand } from '../../../domain/case/draft.ts'
import type { Outcome } from '../../../domain/case/outcome.ts'
import type { World } from '../../../domain/world.ts'
import { caseFacts } from '../../../domain/assess/caseFacts.ts'
import { assign } from '../../../domain/case/command.ts'
import { arrive, finish, returnCase, sign } from '../../../domain/case/handle.ts'
import { rate, solved, unsolved, withdraw } from '../../../domain/case/reporter.ts'
import { exclude, ruleExclusion } from '../../../domain/feedback/exclusion.ts'
import { askExtension, decideExtension } from '../../../domain/work/extend.ts'
import { askSuspension, decideSuspension, resume } from '../../../domain/work/suspend.ts'
import { ofKind } from '../../../domain/book/entry.ts'
import { spanOf } from '../../../domain/feedback/month.ts'
import { DAY, Desk, HOUR } from '../desk.ts'

const OFFICER = { userid: 'u-zhangwei' }
const HEAD = { userid: 'u-liqiang' }
const OTHER = { userid: 'u-hanbing' }
const COMMAND = { userid: 'u-zhouting' }
const VILLAGER = { userid: 'v-lihua' }

type Act = (hand: CaseInHand, world: World) => Outcome
/** What happens one after the other: acts, and hours that pass. */
type Story = readonly (Act | number)[]

const signs: Act = (hand, world) => sign(hand, OFFICER, world)
const arrives: Act = (hand, world) => arrive(hand, OFFICER, world)
const finishes: Act = (hand, world) => finish(hand, OFFICER, '已劝离', world)
const returns: Act = (hand, world) => returnCase(hand, OFFICER, '不归我们管', world)
const goesTo =
  (station: string): Act =>
  (hand, world) =>
    assign(hand, COMMAND, station, null, world)
const says = (how: 'solved' | 'unsolved'): Act =>
  how === 'solved'
    ? (hand, world) => solved(hand, VILLAGER, world)
    : (hand, world) => unsolved(hand, VILLAGER, null, world)
const rates =
  (good: boolean): Act =>
  (hand, world) =>
    rate(hand, VILLAGER, good, null, world)

/** 2026-11-24 is a Tuesday, 9:00: signed by 11:00, there by 16:30 on the next day, finished within five working days. */
async function told(story: Story, text = '王家村村口有人占道摆摊'): Promise<Desk> {
  const desk = await Desk.open(text, '2026-11-24T01:00:00Z')
  for (const step of story) {
    if (typeof step === 'number') desk.forward(step * HOUR)
    else expect(desk.does(step)).toBe(null)
  }
  return desk
}

/** `sign+` = counted and good, `sign-` = counted only; of which unit, and where it matters on which day. */
function figures(desk: Desk, month = '2026-11', days = 60): string[] {
  // as the log keeps it
  const kept = desk.events.map(({ caseNo, type, at, data }) => ({
    caseNo,
    type,
    at,
    data: JSON.parse(JSON.stringify(data)),
  }))
  const facts = caseFacts(kept, { ...spanOf(month), now: new Date(desk.now.getTime() + days * DAY) })
  return facts
    .filter(({ measure }) => !['found', 'missed'].includes(measure))
    .map(({ measure, who, hit }) => `${who} ${measure}${hit ? '+' : '-'}`)
    .toSorted()
}

const of = (unit: string, ...figures: string[]): string[] => figures.map((each) => `${unit} ${each}`)
const chengguan = (...names: string[]) => of('chengguan', ...names)

describe('the clocks of the unit that has a case', () => {
  it.each<[string, Story, string[]]>([
    [
      'all in time',
      [1, signs, 1, arrives, 1, finishes],
      chengguan('respond.normal+', 'sign+', 'arrive+', 'finish+', 'return-', 'redo-'),
    ],
    ['nothing is done', [], chengguan('respond.normal-', 'sign-', 'arrive-', 'return-')],
    [
      'signed a minute late',
      [2.02, signs, 1, arrives, 1, finishes],
      chengguan('respond.normal-', 'sign-', 'arrive+', 'finish+', 'return-', 'redo-'),
    ],
    [
      'finished without going there',
      [1, signs, 1, finishes],
      chengguan('respond.normal+', 'sign+', 'finish+', 'return-', 'redo-'),
    ],
    ['taken back before it was due', [1, (hand, world) => withdraw(hand, VILLAGER, world)], chengguan('return-')],
    [
      'taken back after the time to sign was over',
      [3, (hand, world) => withdraw(hand, VILLAGER, world)],
      chengguan('respond.normal-', 'sign-', 'return-'),
    ],
  ])('%s', async (_name, story, expected) => {
    expect(figures(await told(story))).toEqual(expected.toSorted())
  })

  it('are those of the month in which it was known: a case of November is late in December', async () => {
    const desk = await told([1, signs, 1, arrives])
    expect(figures(desk)).toEqual(chengguan('arrive+', 'respond.normal+', 'return-', 'sign+'))
    expect(figures(desk, '2026-12')).toEqual(chengguan('finish-'))
    expect(figures(desk, '2026-12', 1)).toEqual([])
  })

  it('count what was urgent when it came apart from ordinary work', async () => {
    const desk = await told([])
    desk.events.splice(0, 1, { ...desk.events[0], data: { level: 'urgent' } } as (typeof desk.events)[0])
    expect(figures(desk)).toEqual(chengguan('arrive-', 'respond.key-', 'return-', 'sign-'))
  })
})

describe('time that somebody else lost', () => {
  it('is nobody’s where the return was right: the next unit has its whole time, the first one nothing but its answer', async () => {
    // nearly five working days went by before the command room ruled
    const desk = await told([1, returns, 6 * 24, goesTo('ziran'), 0.5])
    expect(desk.does((hand, world) => sign(hand, OTHER, world))).toBe(null)
    desk.forward(2 * DAY)
    expect(desk.does((hand, world) => finish(hand, OTHER, '已处理', world))).toBe(null)
    expect(desk.task.due.finish && desk.task.due.finish < desk.now).toBe(true)
    expect(figures(desk)).toEqual([
      ...chengguan('respond.normal+', 'return+', 'ruling-'),
      ...of('ziran', 'respond.normal+', 'return-', 'sign+'),
    ])
    expect(figures(desk, '2026-12')).toEqual(of('ziran', 'arrive-', 'finish+', 'redo-'))
  })

  it('is its own where the return was wrong, and so is a lost ruling', async () => {
    const desk = await told([1, returns, 24 * 8, goesTo('chengguan')])
    const all = [...figures(desk), ...figures(desk, '2026-12')]
    expect(all).toEqual(expect.arrayContaining(chengguan('respond.normal+', 'sign-', 'finish-', 'return+', 'ruling+')))
  })

  it('is nobody’s, nor is what was done in time, where it was signed and visited before the return that was right', async () => {
    const desk = await told([1, signs, 1, arrives, 1, returns, 1, goesTo('ziran')])
    expect(figures(desk).filter((each) => each.startsWith('chengguan'))).toEqual(
      chengguan('respond.normal+', 'return+', 'ruling-'),
    )
  })

  it('waits for the ruling, what was done in time, too: wrong to return it, and it counts in the month it was done', async () => {
    const desk = await told([1, signs, 1, arrives, 1, returns, 24 * 8])
    expect(figures(desk)).toEqual(chengguan('respond.normal+', 'return+'))
    expect(desk.does(goesTo('chengguan'))).toBe(null)
    expect(figures(desk)).toEqual(chengguan('arrive+', 'respond.normal+', 'return+', 'sign+'))
    expect(figures(desk, '2026-12')).toEqual(expect.arrayContaining(chengguan('ruling+')))
  })

  it('is not charged to a unit that gave a case back in time, and nobody ruled before it was taken back', async () => {
    const desk = await told([1, returns, 24 * 3, (hand, world) => withdraw(hand, VILLAGER, world)])
    expect([...figures(desk), ...figures(desk, '2026-12')]).toEqual(chengguan('respond.normal+', 'return+'))
  })

  it('is not judged while they argue', async () => {
    const desk = await told([1, returns, 24 * 20])
    expect([...figures(desk), ...figures(desk, '2026-12')]).toEqual(chengguan('respond.normal+', 'return+'))
  })

  it('is not charged to a unit from which it was taken in time', async () => {
    const desk = await told([1, signs, 1, goesTo('ziran')])
    expect(figures(desk).filter((each) => each.startsWith('chengguan'))).toEqual(
      chengguan('respond.normal+', 'return-', 'sign+'),
    )
  })
})

describe('time that was granted', () => {
  it('an extension moves the end', async () => {
    const desk = await told([1, signs, 1, arrives])
    const ask: Act = (hand, world) =>
      askExtension(hand, OFFICER, { days: 5, reason: '下雨' }, desk.number('extension'), world)
    expect(desk.does(ask)).toBe(null)
    const [entry] = ofKind([...desk.entries.values()], 'extension')
    if (!entry) throw new Error('nothing was asked')
    expect(desk.does((hand, world) => decideExtension(hand, entry, HEAD, { agree: true, why: null }, world))).toBe(null)
    desk.forward(9 * DAY)
    expect(desk.does(finishes)).toBe(null)
    expect(figures(desk, '2026-12')).toEqual(chengguan('finish+', 'redo-'))
  })

  it('while it stands still nobody is late, and nobody has to come', async () => {
    const desk = await told([1, signs])
    const ask: Act = (hand, world) =>
      askSuspension(hand, OFFICER, { reason: '等材料', day: '2026-12-20' }, desk.number('suspension'), world)
    expect(desk.does(ask)).toBe(null)
    const [entry] = ofKind([...desk.entries.values()], 'suspension')
    if (!entry) throw new Error('nothing was asked')
    expect(desk.does((hand, world) => decideSuspension(hand, entry, COMMAND, { agree: true, why: null }, world))).toBe(
      null,
    )
    desk.forward(15 * DAY)
    expect([...figures(desk), ...figures(desk, '2026-12')]).toEqual(chengguan('respond.normal+', 'return-', 'sign+'))
    expect(desk.does((hand, world) => resume(hand, OFFICER, world))).toBe(null)
    desk.forward(3 * DAY)
    expect(desk.does(finishes)).toBe(null)
    expect(figures(desk, '2026-12')).toEqual(chengguan('finish+', 'redo-'))
  })
})

describe('what the reporter says', () => {
  const done: Story = [1, signs, 1, arrives, 1, finishes]
  const said = (desk: Desk, month?: string) =>
    figures(desk, month).filter((each) => /solved|satisfied|redo/u.test(each))

  it.each<[string, Story, string[]]>([
    ['solved and satisfied', [says('solved'), rates(true)], ['redo-', 'satisfied+', 'solved+']],
    ['satisfied alone says solved', [rates(true)], ['redo-', 'satisfied+', 'solved+']],
    ['solved, not satisfied', [says('solved'), rates(false)], ['redo-', 'satisfied-', 'solved+']],
    ['not solved, once', [says('unsolved'), 1, signs, finishes], ['redo+', 'redo-', 'solved-']],
    [
      'not solved and then solved: two rounds',
      [says('unsolved'), 1, signs, finishes, says('solved'), rates(true)],
      ['redo+', 'redo-', 'satisfied+', 'solved+', 'solved-'],
    ],
    [
      'solved, and two days later not: the last word of the month',
      [says('solved'), 48, says('unsolved')],
      ['redo+', 'solved-'],
    ],
    ['nothing', [], ['redo-']],
  ])('%s', async (_name, more, expected) => {
    expect(said(await told([...done, ...more]))).toEqual(chengguan(...expected).toSorted())
  })

  it('counts for nothing once it was excluded, but the case was done', async () => {
    const desk = await told([...done, says('unsolved')])
    desk.does(signs)
    const ask: Act = (hand, world) => exclude(hand, HEAD, '要求没有依据', desk.number('exclusion'), world)
    expect(desk.does(ask)).toBe(null)
    const [entry] = ofKind([...desk.entries.values()], 'exclusion')
    if (!entry) throw new Error('nothing was asked')
    expect(desk.does((hand, world) => ruleExclusion(hand, entry, { userid: 'u-songming' }, true, null, world))).toBe(
      null,
    )
    expect(said(desk)).toEqual(chengguan('redo-'))
  })
})
