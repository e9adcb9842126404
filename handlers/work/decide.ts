import { isKind, ofKind, type Entry } from '../../domain/book/entry.ts'
import type { PartCard } from '../../domain/book/said.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Outcome } from '../../domain/case/outcome.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { isCommand, nameOf } from '../../domain/people/directory.ts'
import { extensionCard, suspensionCard } from '../../domain/work/cards.ts'
import { decideExtension } from '../../domain/work/extend.ts'
import { COMMAND_ROOM } from '../../domain/work/owner.ts'
import { decideSuspension } from '../../domain/work/suspend.ts'
import { factsFor, notFound, refusal } from '../acts.ts'
import { findCase } from '../cases.ts'
import type { OnCommand } from '../slice.ts'
import { actorOf, type Result, type Turn } from '../turn.ts'
import { askFor } from './found.ts'

type Kind = 'extension' | 'suspension'
type Answer = Readonly<{ agree: boolean; why: string | null }>

const SAID = {
  extension: { none: 'extend-none', refuse: 'extend-refuse', agreed: 'extended', refused: 'extension-refused' },
  suspension: { none: 'suspend-none', refuse: 'suspend-refuse', agreed: 'suspended', refused: 'suspension-refused' },
} as const

/** 同意延期 / 不同意延期 / 同意挂账 / 不同意挂账, by the number of the case or of the request, typed or tapped. */
export const deciding =
  (kind: Kind, agree: boolean): OnCommand =>
  async (turn, ref, rest) => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => waitingFor(turn, kind), SAID[kind].none)
    if (!found.ok) return notFound(found)
    const entry = meant(found.hand, kind, ref)
    if (!entry) return refusal(SAID[kind].none, found.hand)
    return decided(turn, found.hand, entry, { agree, why: rest.trim() || null })
  }

function decided(turn: Turn, hand: CaseInHand, entry: Entry<Kind>, answer: Answer): Result {
  const words = SAID[entry.kind]
  const outcome = carriedOut(turn, hand, entry, answer)
  if (!outcome.ok) return refusedWith(hand, entry, outcome)
  if (!answer.agree && answer.why === null) return askFor('refuse-why', hand, { verb: words.refuse, no: entry.no })
  const after = (outcome.decision.entries ?? []).find(({ id }) => id === entry.id) ?? entry
  return {
    note: `${entry.no} was decided`,
    decision: outcome.decision,
    answers: [
      {
        kind: 'work-done',
        facts: factsFor(hand, outcome.task),
        step: answer.agree ? words.agreed : words.refused,
        until: isKind(after, 'suspension') ? after.data.until : null,
      },
    ],
    ...cardOf({ task: outcome.task, town: hand.town }, after),
  }
}

function carriedOut(turn: Turn, hand: CaseInHand, entry: Entry<Kind>, answer: Answer): Outcome {
  return isKind(entry, 'extension')
    ? decideExtension(hand, entry, actorOf(turn), answer, turn.world)
    : decideSuspension(hand, entry, actorOf(turn), answer, turn.world)
}

/** A request that is decided shows it; one he may not decide on stays open for who may. */
function refusedWith(hand: CaseInHand, entry: Entry<Kind>, { reason }: Extract<Outcome, { ok: false }>): Result {
  const choices = [nameOf(hand.town, entry.data.decidedBy) ?? '', entry.state]
  return { ...refusal(reason, hand, choices), ...(entry.state === 'asked' ? {} : cardOf(hand, entry)) }
}

function cardOf(here: Readonly<{ task: Task; town: Town }>, entry: Entry): Readonly<{ card?: PartCard }> {
  if (isKind(entry, 'extension')) return { card: extensionCard(here, entry) }
  return isKind(entry, 'suspension') ? { card: suspensionCard(here, entry) } : {}
}

/** The request with that number, else the one that waits, else the last. */
function meant({ entries = [] }: CaseInHand, kind: Kind, ref: CaseRef | null): Entry<Kind> | null {
  const all: readonly Entry<Kind>[] = ofKind(entries, kind)
  const named = ref && 'entryNo' in ref ? all.find(({ no }) => no === ref.entryNo) : undefined
  return named ?? all.findLast(({ state }) => state === 'asked') ?? all.at(-1) ?? null
}

/** Cases whose requests wait for this speaker. */
async function waitingFor({ ctx: { store }, speaker }: Turn, kind: Kind): Promise<readonly Task[]> {
  const { person, town } = speaker
  if (!person || !town) return []
  const asked = await store.entries({ town: town.code, kinds: [kind], states: ['asked'], limit: 50 })
  const own = asked.filter(({ owner }) => owner === person.userid || (owner === COMMAND_ROOM && isCommand(person)))
  const tasks = await Promise.all(own.map(({ taskId }) => (taskId === null ? null : store.task(taskId))))
  return tasks.flatMap((task) => task ?? [])
}
