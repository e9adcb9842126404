import type { World } from '../world.ts'
import { isBarred } from '../people/barred.ts'
import { nameOf } from '../people/directory.ts'
import { isHere } from '../people/recipients.ts'
import { armQuiet, stopClocks } from './clocks.ts'
import { cardHolders } from './dispatch.ts'
import {
  begin,
  change,
  decide,
  factsNow,
  nextCardId,
  record,
  addressOf,
  setTimer,
  tell,
  tellReporters,
  type CaseInHand,
  type Draft,
} from './draft.ts'
import { gateBefore } from './gates.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { askCommandRoom } from './triage.ts'
import { whyNot, type Act } from './transitions.ts'
import { addDuration } from '../clock/deadline.ts'
import { armReminder } from '../feedback/remind.ts'
import { finesWithoutFile, beyondPower } from '../duty/beyond.ts'
import type { RefusalReason } from '../refusal.ts'

type Work = (draft: Draft, actor: Actor) => void

/** 签收: this officer answers for the case from now on. */
export function sign(hand: CaseInHand, actor: Actor, world: World): Outcome {
  if (hand.task.holder === actor.userid && whyNot(hand.task, 'sign') === 'already-signed')
    return refuse('already-yours')
  return byLead(hand, actor, world, 'sign', (draft) => take(draft, actor))
}

/** 到场; an officer on the spot has plainly taken the case, so an unsigned one is signed with it. */
export function arrive(hand: CaseInHand, actor: Actor, world: World): Outcome {
  return byLead(hand, actor, world, 'arrive', (draft) => {
    takeIfUnsigned(draft, actor)
    change(draft, { stage: 'arrived', arrivedAt: world.now, activeAt: world.now })
    setTimer(draft, 'arrive', null)
    armQuiet(draft)
    record(draft, 'arrived', actor.userid)
    const facts = { ...factsNow(draft), holder: nameOf(draft.town, actor.userid) }
    tellReporters(draft, () => ({ kind: 'progress', facts, step: 'arrived', note: null }))
  })
}

/** 反馈: how it stands, with words or `files` pictures. */
export function feedback(hand: CaseInHand, actor: Actor, text: string, files: number, world: World): Outcome {
  return byLead(
    hand,
    actor,
    world,
    'feedback',
    (draft) => {
      takeIfUnsigned(draft, actor)
      change(draft, { activeAt: world.now })
      armQuiet(draft)
      record(draft, 'feedback', actor.userid, { text, files })
      tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'feedback', note: text || null }))
    },
    text,
  )
}

/** 办结: the clocks stop, and the reporter is asked whether it is solved. */
export function finish(hand: CaseInHand, actor: Actor, result: string, world: World): Outcome {
  return byLead(
    hand,
    actor,
    world,
    'finish',
    (draft) => {
      change(draft, {
        stage: 'finished',
        finishedAt: world.now,
        activeAt: world.now,
        result,
        solved: null,
        satisfied: null,
      })
      stopClocks(draft)
      const { at } = addDuration(world.now, hand.policy.feedbackWindow, 'always', hand.policy.workHours, world.calendar)
      setTimer(draft, 'confirm', at)
      armReminder(draft)
      record(draft, 'finished', actor.userid, { result })
      askSolved(draft)
    },
    result,
  )
}

/** 退回: goes to the command room for a ruling; the clocks of the case keep running. */
export function returnCase(hand: CaseInHand, actor: Actor, reason: string, world: World): Outcome {
  if (hand.task.returns >= hand.policy.returnLimit && whyNot(hand.task, 'return') === null) {
    return hand.task.lead === leadOf(actor, hand) ? refuse('return-limit') : refuse('not-yours')
  }
  return byLead(hand, actor, world, 'return', (draft) => {
    const name = nameOf(draft.town, actor.userid)
    change(draft, { stage: 'disputed', returns: draft.task.returns + 1, activeAt: world.now })
    setTimer(draft, 'quiet', null)
    record(draft, 'returned', actor.userid, { reason, lead: draft.task.lead })
    askCommandRoom(draft, 'returned', reason, name)
    tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'returned', note: reason }))
  })
}

function byLead(hand: CaseInHand, actor: Actor, world: World, act: Act, work: Work, said = ''): Outcome {
  if (isBarred(hand.task, hand.town, actor.userid)) return refuse('conflict')
  const reason =
    hand.task.lead === leadOf(actor, hand) && hand.task.lead !== null ? whyNot(hand.task, act) : blocked(hand)
  if (reason) return refuse(reason)
  const stopped = gateBefore(hand, act, world)
  if (stopped) return refuse(stopped.reason, stopped.choices)
  const unlawful = whyUnlawful(hand, said, world)
  if (unlawful) return refuse(unlawful)
  const draft = begin(world, hand)
  work(draft, actor)
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** Words that tell of a penalty the unit may not decide, or that has no file, are not written down: it would be void in law. */
function whyUnlawful({ task, town, entries }: CaseInHand, said: string, world: World): RefusalReason | null {
  if (beyondPower(task, town, said, world.now)) return 'beyond-power'
  return finesWithoutFile(task, town, said, entries) ? 'file-first' : null
}

/** A stranger to the case learns only that it is not his, or that nobody has it yet. */
function blocked(hand: CaseInHand): 'not-yours' | 'not-dispatched' {
  return hand.task.lead === null ? 'not-dispatched' : 'not-yours'
}

function leadOf(actor: Actor, { town }: CaseInHand): string | null {
  return town.people.find((p) => p.userid === actor.userid)?.station ?? null
}

function takeIfUnsigned(draft: Draft, actor: Actor): void {
  if (draft.task.stage === 'dispatched') take(draft, actor)
}

function take(draft: Draft, actor: Actor): void {
  const { world } = draft
  change(draft, { stage: 'signed', holder: actor.userid, signedAt: world.now, activeAt: world.now })
  setTimer(draft, 'sign', null)
  armQuiet(draft)
  record(draft, 'signed', actor.userid)
  tellReporters(draft, () => ({ kind: 'progress', facts: factsNow(draft), step: 'signed', note: null }))
  tellOtherHolders(draft, actor)
}

/** The platform updates a card only in the chat where it was clicked; the others are told who has it. */
function tellOtherHolders(draft: Draft, actor: Actor): void {
  for (const address of cardHolders(draft)) {
    if (isHere(address, draft.town, actor)) continue
    tell(draft, 'dispatch', address, { kind: 'taken', facts: factsNow(draft) })
  }
}

function askSolved(draft: Draft): void {
  for (const reporter of draft.task.reporters) {
    const cardId = nextCardId(draft)
    tell(draft, 'replies', addressOf(draft, reporter), { kind: 'ask-solved', facts: factsNow(draft), cardId })
  }
}
