import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, urge } from '../../domain/case/command.ts'
import { arrive, feedback, finish, returnCase, sign } from '../../domain/case/handle.ts'
import { joinReport } from '../../domain/case/join.ts'
import { transfer } from '../../domain/case/partner.ts'
import { nudge, rate, solved, supplement, unsolved, withdraw } from '../../domain/case/reporter.ts'
import { CLOCKS } from '../../domain/policy.ts'
import { OPEN_STAGES, type Stage } from '../../domain/task.ts'
import { block, unblock } from '../../domain/work/block.ts'
import { askExtension, decideExtension } from '../../domain/work/extend.ts'
import { askSuspension, decideSuspension, resume } from '../../domain/work/suspend.ts'
import { DAY, Desk, HOUR } from './desk.ts'

const PEOPLE = ['v-lihua', 'v-stranger', 'u-zhangwei', 'u-wangfang', 'u-liqiang', 'u-zhouting', 'u-chenzhen']
const UNITS = ['chengguan', 'huanbao', 'shichang', 'nowhere']

const TEXT = '王家村村口有人占道摆摊'

/** Only an open case is joined; its deadlines only ever come nearer. */
function join(desk: Desk, userid: string, text: string): string | null {
  if (!isOpen(desk.task.stage)) return 'over'
  const { due, dispatchedAt } = desk.task
  const reporter = { userid, chat: { type: 'single', id: userid } } as const
  const refused = desk.does((hand, world) => {
    const decision = joinReport(hand, { text, reporter, how: 'offered' }, world)
    return { ok: true, decision, task: decision.task ?? hand.task }
  })
  for (const clock of CLOCKS)
    if (dispatchedAt && due[clock])
      expect(desk.task.due[clock]?.getTime(), `${clock} is not put off`).toBeLessThanOrEqual(due[clock].getTime())
  return refused
}

/** What is asked for, granted and lacked over days. */
function works(desk: Desk, userid: string, act: string): string | null {
  const by = { userid }
  const why = { agree: !act.startsWith('not'), why: 'no need' }
  const asked = (kind: 'extension' | 'suspension') => [...desk.entries.values()].findLast((e) => e.kind === kind)
  return desk.does((hand, world) => {
    const extension = asked('extension')
    const suspension = asked('suspension')
    if (act === 'extend') return askExtension(hand, by, { days: 2, reason: 'rain' }, desk.number('extension'), world)
    if (act === 'suspend')
      return askSuspension(hand, by, { reason: 'trees', day: null }, desk.number('suspension'), world)
    if (act.endsWith('extended') && extension?.kind === 'extension')
      return decideExtension(hand, extension, by, why, world)
    if (act === 'suspended' && suspension?.kind === 'suspension')
      return decideSuspension(hand, suspension, by, why, world)
    if (act === 'resume') return resume(hand, by, world)
    if (act === 'block') return block(hand, by, { reason: 'vehicle', text: '' }, desk.number('block'), world)
    if (act === 'unblock') return unblock(hand, by, world)
    const kept = { number: desk.number('outside'), contact: null }
    return transfer(hand, by, { name: 'somebody', phone: null }, null, world, kept)
  })
}

type Step = Readonly<{ name: string; run(desk: Desk): string | null }>

const step = (name: string, run: Step['run']): Step => ({ name, run })
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom('sign', 'arrive', 'feedback', 'finish', 'return'))
    .map(([userid, act]) =>
      step(`${userid} ${act}`, (desk) =>
        desk.does((hand, world) => {
          const by = { userid }
          if (act === 'sign') return sign(hand, by, world)
          if (act === 'arrive') return arrive(hand, by, world)
          if (act === 'feedback') return feedback(hand, by, 'going on', 0, world)
          if (act === 'finish') return finish(hand, by, 'cleared', world)
          return returnCase(hand, by, 'not ours', world)
        }),
      ),
    ),
  fc
    .tuple(
      fc.constantFrom(...PEOPLE),
      fc.constantFrom('withdraw', 'nudge', 'supplement', 'solved', 'unsolved', 'good', 'bad'),
    )
    .map(([userid, act]) =>
      step(`${userid} ${act}`, (desk) =>
        desk.does((hand, world) => {
          const by = { userid }
          if (act === 'withdraw') return withdraw(hand, by, world)
          if (act === 'nudge') return nudge(hand, by, world)
          if (act === 'supplement') return supplement(hand, by, 'more', 0, null, world)
          if (act === 'solved') return solved(hand, by, world)
          if (act === 'unsolved') return unsolved(hand, by, null, world)
          return rate(hand, by, act === 'good', null, world)
        }),
      ),
    ),
  fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...UNITS))
    .map(([userid, unit]) =>
      step(`${userid} assigns ${unit}`, (desk) =>
        desk.does((hand, world) => assign(hand, { userid }, unit, null, world)),
      ),
    ),
  fc
    .tuple(
      fc.constantFrom('u-zhangwei', 'u-liqiang', 'u-zhouting', 'v-lihua'),
      fc.constantFrom(
        'extend',
        'extended',
        'not extended',
        'suspend',
        'suspended',
        'resume',
        'block',
        'unblock',
        'out',
      ),
    )
    .map(([userid, act]) => step(`${userid} ${act}`, (desk) => works(desk, userid, act))),
  fc
    .constantFrom(...PEOPLE)
    .map((userid) =>
      step(`${userid} urges`, (desk) => desk.does((hand, world) => urge(hand, { userid }, null, world))),
    ),
  fc
    .tuple(fc.constantFrom(...PEOPLE, 'v-other', 'v-third'), fc.constantFrom(TEXT, '摊主还骂人', '摊上的煤气罐着火了'))
    .map(([userid, text]) => step(`${userid} joins: ${text}`, (desk) => join(desk, userid, text))),
  fc
    .constantFrom(HOUR / 6, HOUR, 5 * HOUR, DAY, 9 * DAY, 40 * DAY)
    .map((ms) => step(`+${ms / HOUR}h`, (desk) => (desk.forward(ms), null))),
)

const isOpen = (stage: Stage): boolean => (OPEN_STAGES as readonly Stage[]).includes(stage)

describe('a case under every order of acts by everybody', () => {
  it('keeps the invariants', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(steps, { maxLength: 25 }), async (isSigned, script) => {
        const desk = await Desk.open(TEXT, '2026-11-24T02:00:00Z')
        if (isSigned) desk.does((hand, world) => sign(hand, { userid: 'u-zhangwei' }, world))
        for (const { run } of script) {
          const before = desk.task
          const refused = run(desk)
          if (refused) expect(desk.task).toBe(before)
          check(desk)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function check(desk: Desk): void {
  const { task, timers } = desk
  if (isOpen(task.stage) || task.stage === 'finished')
    expect(timers.size, 'an open case has a live timer').toBeGreaterThan(0)
  else expect([...timers.keys()], 'a case that is over waits for nothing').toEqual([])
  for (const timer of timers.values())
    expect(timer.dueAt.getTime(), 'no timer is left behind').toBeGreaterThan(desk.now.getTime() - 1)
  if (task.stage === 'signed') expect(task.holder).not.toBeNull()
  if (task.stage === 'dispatched') expect(task.holder).toBeNull()
  if (task.stage !== 'triage') expect(task.lead).not.toBeNull()
  expect(task.returns).toBeLessThanOrEqual(desk.town.policy.returnLimit)
  const keys = desk.notices.map((n) => n.key)
  expect(new Set(keys).size, 'no two notices share a key').toBe(keys.length)
  for (const notice of desk.notices)
    expect(JSON.stringify(notice.body), 'who reported is not in any notice').not.toContain('v-lihua')
  const cards = desk.notices.flatMap((n) =>
    'cardId' in n.body && n.body.kind !== 'card-update' ? [n.body.cardId] : [],
  )
  expect(new Set(cards).size, 'every card has its own id').toBe(cards.length)
}
