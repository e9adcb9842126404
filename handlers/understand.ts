import type { Conversation, Question } from '../domain/decision.ts'
import { solvedAnswer } from '../domain/command/answers.ts'
import { isReporters } from '../domain/command/grammar.ts'
import { parse } from '../domain/command/parse.ts'
import type { Parsed, Verb } from '../domain/command/parsed.ts'
import { isFresh } from '../domain/understand/relays.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { stillSo } from '../domain/understand/unsolved.ts'
import { findCaseNo } from '../domain/command/caseNo.ts'
import { onlyCase } from '../domain/command/reference.ts'
import { wishIn } from '../domain/privacy/shieldIn.ts'
import { fold } from '../domain/text/fold.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { commands } from './commands.ts'
import { onAskedOfHim } from './asked.ts'
import { onClick } from './click.ts'
import { failed, onFilesOnly } from './media.ts'
import { maySpeakOf, reported } from './cases.ts'
import { onAnswer, onMorePictures } from './answer.ts'
import { dropped, onGivingUp } from './giveUp.ts'
import { chosenCase, insistence } from '../domain/understand/choice.ts'
import { dangerInstead, insist, report, speaksOfElsewhere } from './report.ts'
import { stored } from './stored.ts'
import { onTalk } from './talk.ts'
import { onWrongPlace } from './correction.ts'
import { onFeedback } from './staff.ts'
import { onSupplement } from './villager.ts'
import { answer, pendingQuestion, relaysOf, type Result, type Turn } from './turn.ts'
import { onBind } from './binding.ts'
import { onLocation } from './location.ts'
import { answerWith, onlyWishes } from './wish.ts'
import { onLeft, onRecall, onSendFailed } from './platform.ts'
import { bindingOf } from '../domain/command/binding.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { villageOf } from '../domain/route/nearest.ts'

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

/**
 * Somebody opens the chat. The AI bot hears of it once a day and may greet; customer service may only while a welcome
 * code lives; the app hears of every time and greets once a day.
 */
async function onEnter(turn: Turn, scene: string | null): Promise<Result> {
  const { row, ctx, speaker } = turn
  if (row.channel === 'kf' && row.reply === null) return { note: 'looked in' }
  if (row.channel === 'app' && !(await firstToday(turn))) return { note: 'looked in' }
  const village = scene === null ? null : villageOf(scene, ctx.towns)
  const seen = village ? { village: village.place.name } : {}
  return answer('greeted', { kind: 'greeting', staff: speaker.person !== null, ...seen })
}

const DAY_MS = 24 * 60 * 60_000

function firstToday({ ctx, row, world }: Turn): Promise<boolean> {
  const key = `greeted ${row.channel} ${row.from} ${dayOf(world.now)}`
  return ctx.store.claimNote({ key, value: '', until: new Date(world.now.getTime() + DAY_MS) }, world.now)
}

async function onWords(turn: Turn, text: string, quote: string | null): Promise<Result> {
  const binding = bindingOf(text)
  if (binding) return onBind(turn, binding.code)
  const parsed = parse(text, quote, turn.speaker.person ? 'staff' : 'villager')
  switch (parsed.kind) {
    case 'command':
      return onCommand(turn, parsed, text)
    case 'text':
      return onText(turn, parsed.text, quote)
    case 'unknown-command':
      return wantsWords(turn)
        ? onText(turn, text, quote)
        : answer('unknown command', { kind: 'unknown-command', nearest: parsed.nearest })
    case 'not-yet':
      return wantsWords(turn) ? onText(turn, text, quote) : answer('not yet', { kind: 'not-yet' })
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
  if (question && wantsWords(turn) && isReporters(verb) && ref === null) return onAnswer(turn, question, text)
  // 「没解决」 to a unit that asks how it is: there is nothing finished it could be about
  if (
    question?.asks === 'relay' &&
    isVerdict(verb) &&
    ref === null &&
    (await reported(turn, ['finished'])).length === 0
  )
    return onAnswer(turn, question, text)
  if (isReporters(verb) && rest && saysDanger(turn, rest)) return report(turn, rest)
  return commands[verb](turn, ref, rest)
}

const isVerdict = (verb: Verb): boolean => verb === 'solved' || verb === 'unsolved'

/** 「嗯」 is an answer to these. */
const ANSWERED_BY_YES: readonly string[] = ['same', 'insist', 'relay', 'which']

const WORDS_WANTED: readonly string[] = ['result', 'reason', 'feedback']

/** The bot asked for words about a case; whatever they look like, they are these. */
function wantsWords(turn: Turn): boolean {
  return WORDS_WANTED.includes(pendingQuestion(turn)?.asks ?? '')
}

function isEmergency(turn: Turn, text: string): boolean {
  return turn.world.towns.some((town) => dangerOf(text, town) !== null)
}

/** A danger by its very words: an answer that only sounds alarmed is an answer. */
function saysDanger(turn: Turn, text: string): boolean {
  return turn.world.towns.some((town) => dangerOf(text, { ...town, hearing: null }) !== null)
}

/** Plain words: a new danger before all else, the answer to what the bot asked, words about a quoted case, or a report. */
async function onText(turn: Turn, text: string, quote: string | null): Promise<Result> {
  const question = pendingQuestion(turn)
  const quoted = quote ? (findCaseNo(fold(quote))?.caseNo ?? null) : null
  const given = quoted ? null : await onGivingUp(turn, text)
  if (given) return given
  const verdict = quoted || (question && question.asks !== 'relay') ? null : await onVerdict(turn, text)
  if (verdict) return verdict
  const danger = isEmergency(turn, text) ? await newDanger(turn, text, question, quoted) : null
  if (danger) return danger
  const asked = wantsWords(turn) ? null : await onAskedOfHim(turn, text)
  if (asked) return asked
  const wish = wantsWords(turn) ? null : wishIn(text)
  const kept = await onlyWishes(turn, text, wish, quoted)
  if (kept) return kept
  if (quoted && (!question || answersUnit(turn, question, quoted))) return aboutQuoted(turn, quoted, text)
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
  return world.now.getTime() - pending.askedAt.getTime() <= DAY_MS ? pending.question : null
}

/** 「好了」, 「哪解决了，昨晚又来了」 of somebody who was asked whether it is solved; null when he was not. */
async function onVerdict(turn: Turn, text: string): Promise<Result | null> {
  const verdict = solvedAnswer(text) ?? (stillSo(text) ? 'unsolved' : null)
  const [newest] = verdict ? await reported(turn, ['finished']) : []
  if (!verdict || !newest || saysDanger(turn, text) || speaksOfElsewhere(turn, text, newest)) return null
  return commands[verdict](turn, null, verdict === 'unsolved' ? text : '')
}

/** A danger said in place of an answer, or to a case that is none: a case of its own. Null where it belongs to what is known. */
async function newDanger(
  turn: Turn,
  text: string,
  question: Conversation['question'] | null,
  quoted: string | null,
): Promise<Result | null> {
  if (question?.asks === 'problem' || (question && isChoice(turn, question, text))) return null
  if (question?.asks === 'place' || question?.asks === 'same' || question?.asks === 'which')
    return dangerInstead(turn, question, text)
  if (question?.asks === 'insist') return { ...(await report(turn, text)), ask: null }
  const asked = question?.asks === 'relay' ? relaysOf(turn)[0] : question
  const caseNo = asked && 'caseNo' in asked ? asked.caseNo : quoted
  if (!caseNo) return null
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  if (!task || task.level === 'emergency' || !maySpeakOf(turn, task)) return null
  return report(turn, text, { near: task.place })
}

/** He says which case it is; a danger in his own words goes with it. */
function isChoice(turn: Turn, question: Question, text: string): boolean {
  if (question.asks !== 'same' && question.asks !== 'which') return false
  const chosen = chosenCase(text, question.cases)
  const isCase = chosen !== 'none' && chosen !== 'unclear'
  return question.asks === 'same' && isCase ? true : chosen !== 'unclear' && !saysDanger(turn, text)
}

async function aboutQuoted(turn: Turn, caseNo: string, text: string): Promise<Result> {
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  const own = task?.reporters.some((r) => r.userid === turn.speaker.userid)
  if (own) return onSupplement(turn, { caseNo }, text)
  return turn.speaker.person ? onFeedback(turn, { caseNo }, text) : report(turn, text)
}

/** A picture alone: kept for the question that is open, else for the case the sender is busy with. */
async function onPicture(turn: Turn): Promise<Result> {
  const question = pendingQuestion(turn)
  const media = stored(turn.files)
  if (!question || media.length === 0) return onFilesOnly(turn)
  if ('media' in question) return onMorePictures(turn, question, media)
  if (question.asks === 'relay') return mayMeanRelay(turn) ? onAnswer(turn, question, '') : onFilesOnly(turn)
  if (question.asks === 'feedback' || question.asks === 'spot' || question.asks === 'supplement')
    return onAnswer(turn, question, '')
  return keepForCase(turn, question.caseNo, media.length)
}

/** An officer sends pictures of his own work, too. */
function mayMeanRelay(turn: Turn): boolean {
  const [newest] = relaysOf(turn)
  return newest !== undefined && (turn.speaker.person === null || isFresh(newest, turn.world.now))
}

async function keepForCase(turn: Turn, caseNo: string, count: number): Promise<Result> {
  const task = await turn.ctx.store.taskByCaseNo(caseNo)
  const attachments = turn.files.map((f) => ({ ...f, taskId: task?.id ?? null }))
  return {
    note: `kept ${count} files for ${caseNo}`,
    decision: { attachments },
    answers: [{ kind: 'media-kept', facts: null, count }],
  }
}
