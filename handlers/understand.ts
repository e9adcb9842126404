import type { Question } from '../domain/decision.ts'
import { solvedAnswer } from '../domain/command/answers.ts'
import { isReporters } from '../domain/command/grammar.ts'
import { parse } from '../domain/command/parse.ts'
import type { Parsed, Verb } from '../domain/command/parsed.ts'
import { stillSo } from '../domain/understand/unsolved.ts'
import { findCaseNo } from '../domain/command/caseNo.ts'
import { onlyCase } from '../domain/command/reference.ts'
import { namesPoints } from '../domain/review/points.ts'
import { wishIn } from '../domain/privacy/shieldIn.ts'
import { fold } from '../domain/text/fold.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { commands } from './commands.ts'
import { onAskedOfHim } from './asked.ts'
import { onClick } from './click.ts'
import { onEnter } from './enter.ts'
import { failed } from './media.ts'
import { isEmergency, newDanger, saysDanger } from './newDanger.ts'
import { onPicture } from './picture.ts'
import { reported } from './cases.ts'
import { onAnswer } from './answer.ts'
import { dropped, onGivingUp } from './giveUp.ts'
import { insistence } from '../domain/understand/choice.ts'
import { insist, report, speaksOfElsewhere } from './report.ts'
import { onTalk } from './talk.ts'
import { onWrongPlace } from './correction.ts'
import { onFeedback } from './staff.ts'
import { onSupplement } from './villager.ts'
import { answer, pendingQuestion, relaysOf, type Result, type Turn } from './turn.ts'
import { onBind } from './binding.ts'
import { onLocation } from './location.ts'
import { answerWith, onlyWishes } from './wish.ts'
import { onOrder } from './open/order.ts'
import { onLeft, onRecall, onSendFailed } from './platform.ts'
import { jointInstead } from './joint/instead.ts'
import { onCardWord } from './cardWord.ts'
import { inFull } from './inFull.ts'
import { onYesOrNo } from './yes.ts'
import { bindingOf } from '../domain/command/binding.ts'
import { DAY } from '../domain/calendar/zone.ts'

/** What is meant, and who deals with it. */
export async function understand(turn: Turn): Promise<Result> {
  const { content } = turn.row
  switch (content.kind) {
    case 'click':
      return onClick(turn, content.key, content.cardId)
    case 'enter':
      return onEnter(turn, content.scene ?? null)
    case 'location':
      return onLocation(turn, content)
    case 'order':
      return onOrder(turn, content)
    case 'recall':
      return onRecall(turn)
    case 'send-failed':
      return onSendFailed(turn, content)
    case 'left':
      return onLeft(turn, content.userid)
    case 'unknown':
      if (content.type.startsWith('event:')) return answer(`nothing to say to ${content.type}`)
      return answer(`unknown kind ${content.type}`, { kind: 'not-understood', why: 'kind' })
    case 'media':
      return failed(
        turn,
        content.text.trim() || !hasFiles(turn)
          ? await onWords(turn, content.text, content.quote)
          : await onPicture(turn),
      )
    default:
      return onWords(turn, content.text, content.quote)
  }
}

const hasFiles = (turn: Turn): boolean => turn.files.length > 0

async function onWords(turn: Turn, text: string, quote: string | null): Promise<Result> {
  const binding = bindingOf(text)
  if (binding) return onBind(turn, binding.code)
  const parsed = parse(text, quote, turn.speaker.person ? 'staff' : 'villager')
  const meant = parsed.kind === 'command' ? null : await onCardWord(turn, text, quote)
  if (meant) return meant
  switch (parsed.kind) {
    case 'command':
      return onCommand(turn, parsed, text)
    case 'text':
      return onText(turn, parsed.text, quote)
    case 'unknown-command':
      return wantsWords(turn) && !parsed.ofCase
        ? onText(turn, text, quote)
        : answer('unknown command', { kind: 'unknown-command', nearest: parsed.nearest })
    case 'no-case':
      return wantsWords(turn)
        ? onText(turn, text, quote)
        : answer('no case named', { kind: 'no-case', word: parsed.word })
    case 'greeting':
      return answer('greeted', { kind: 'greeting', staff: turn.speaker.person !== null })
    case 'thanks':
      if (ANSWERED_BY_YES.includes(pendingQuestion(turn)?.asks ?? '')) return onText(turn, text, quote)
      return (
        (await onVerdict(turn, text)) ?? answer('thanked', { kind: 'greeting', staff: turn.speaker.person !== null })
      )
    case 'empty':
      return answer('empty', { kind: 'not-understood', why: 'empty' })
    case 'emoji':
      return answer('emoji', { kind: 'not-understood', why: 'emoji' })
  }
}

/** A command, unless it is really the answer the bot waits for (「解决了」 as the result) or carries an emergency. */
async function onCommand(
  turn: Turn,
  { verb, ref, rest }: Extract<Parsed, { kind: 'command' }>,
  text: string,
): Promise<Result> {
  const question = pendingQuestion(turn)
  const undone = verb === 'withdraw' && ref === null ? await dropped(turn) : null
  if (undone) return undone
  // 「催一催」 of a report that is only being made
  if (question?.asks === 'same' && verb === 'nudge' && ref === null && (await reported(turn, OPEN_STAGES)).length === 0)
    return onAnswer(turn, question, text)
  if (question && wantsWords(turn) && (isReporters(verb) || PLAIN.includes(verb)) && ref === null)
    return onAnswer(turn, question, text)
  // 「证据 缺签字」 says why a review is not passed; it asks for no evidence
  if (question?.asks === 'words' && ref === null && namesPoints(question.verb, text))
    return onAnswer(turn, question, text)
  // 「没解决」 to a unit that asks how it is: there is nothing finished it could be about
  if (
    question?.asks === 'relay' &&
    isVerdict(verb) &&
    ref === null &&
    (await reported(turn, ['finished'])).length === 0
  )
    return onAnswer(turn, question, text)
  if (isReporters(verb) && rest && saysDanger(turn, rest)) return report(turn, rest)
  const other = verb === 'sign' || verb === 'arrive' ? await jointInstead(turn, verb, ref) : null
  if (other) return commands[other](turn, ref, rest)
  if (verb !== 'agree' && verb !== 'disagree') return inFull(question, verb, await commands[verb](turn, ref, rest))
  return (
    (await onYesOrNo(turn, verb, ref, rest)) ??
    (question ? onAnswer(turn, question, text) : commands[verb](turn, ref, rest))
  )
}

/** Words that mean themselves where the bot asked for words. */
const PLAIN: readonly Verb[] = ['child-done', 'agree', 'disagree']

const isVerdict = (verb: Verb): boolean => verb === 'solved' || verb === 'unsolved'

/** 「嗯」 is an answer to these. */
const ANSWERED_BY_YES: readonly string[] = ['same', 'insist', 'relay', 'which']

const WORDS_WANTED: readonly string[] = ['result', 'reason', 'feedback', 'words']

/** The bot asked for words about a case; whatever they look like, they are these. */
function wantsWords(turn: Turn): boolean {
  return WORDS_WANTED.includes(pendingQuestion(turn)?.asks ?? '')
}

/** Plain words: a new danger before all else, the answer to what the bot asked, words about a quoted case, or a report. */
async function onText(turn: Turn, text: string, quote: string | null): Promise<Result> {
  const question = pendingQuestion(turn)
  const about = quote ? (findCaseNo(fold(quote))?.caseNo ?? null) : null
  const given = about ? null : await onGivingUp(turn, text)
  if (given) return given
  const verdict = about || (question && question.asks !== 'relay') ? null : await onVerdict(turn, text)
  if (verdict) return verdict
  const danger = isEmergency(turn, text) ? await newDanger(turn, text, question, about) : null
  if (danger) return danger
  const asked = wantsWords(turn) ? null : await onAskedOfHim(turn, text)
  if (asked) return asked
  const wish = wantsWords(turn) ? null : wishIn(text)
  const kept = await onlyWishes(turn, text, wish, about)
  if (kept) return kept
  if (about && (!question || answersUnit(turn, question, about))) return aboutQuoted(turn, about, text)
  if (question) return onAnswer(turn, ...answerWith(question, text, wish))
  const late = lateInsistence(turn, text)
  if (late) return insist(turn, late)
  const named = onlyCase(text)
  if (named) return commands[turn.speaker.person ? 'detail' : 'progress'](turn, named, '')
  return (await onWrongPlace(turn, text)) ?? onTalk(turn, text)
}

/** By the message he quotes it is clear which unit he answers. */
const answersUnit = (turn: Turn, question: Question, quoted: string): boolean =>
  question.asks === 'relay' || relaysOf(turn).some(({ caseNo }) => caseNo === quoted)

/** He was told whose business it is, and some hours later wants it taken up all the same. */
function lateInsistence({ pending, world }: Turn, text: string): Extract<Question, { asks: 'insist' }> | null {
  if (pending?.question.asks !== 'insist' || insistence(text) !== 'insists') return null
  return world.now.getTime() - pending.askedAt.getTime() <= DAY ? pending.question : null
}

/** 「好了」, 「哪解决了，昨晚又来了」 of somebody who was asked whether it is solved; null when he was not. */
async function onVerdict(turn: Turn, text: string): Promise<Result | null> {
  const verdict = solvedAnswer(text) ?? (stillSo(text) ? 'unsolved' : null)
  const [newest] = verdict ? await reported(turn, ['finished']) : []
  if (!verdict || !newest || saysDanger(turn, text) || speaksOfElsewhere(turn, text, newest)) return null
  return commands[verdict](turn, null, verdict === 'unsolved' ? text : '')
}

async function aboutQuoted(turn: Turn, caseNo: string, text: string): Promise<Result> {
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  const own = task?.reporters.some((r) => r.userid === turn.speaker.userid)
  if (own) return onSupplement(turn, { caseNo }, text)
  return turn.speaker.person ? onFeedback(turn, { caseNo }, text) : report(turn, text)
}
