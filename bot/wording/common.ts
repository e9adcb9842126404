import type { Facts } from '../../domain/facts.ts'
import { CLOCKS, type Clock } from '../../domain/policy.ts'
import { oneLine } from '../text/clean.ts'
import type { Marks } from '../text/split.ts'
import { BOT_NAMES, CLOCK_NAMES, LEVEL_NAMES, STAGE_NAMES, typedNo, when } from './names.ts'
import type { Say } from './words.ts'

export const SPLIT_MARKS: Marks = {
  part: (n, of) => `（第${n}/${of}条）\n`,
  more: '\n…（内容太长，后面的没有显示）',
}

/** What ends a message of the customer service that had to be shortened: a second one would cost one of five. */
export const SHORTENED = '\n…回复“进度”看全部。'

export const CALL_FIRST =
  '🚨 **情况危急请先打电话：着火、煤气泄漏、有人被困打 119，有人受伤、落水打 120，打架伤人、违法犯罪打 110。**'

/** Whom to call before anything else: the number that fits first, then which is for what. */
export const callFirst = (numbers: readonly string[] = []): string =>
  numbers.length === 0 || numbers.length > 2
    ? CALL_FIRST
    : CALL_FIRST.replace('**', `**请马上打 ${numbers.join('、')}！`)

/** What whoever asked to be kept is told. */
export const KEPT_FOR_HIM = {
  anonymous: '已按匿名办理，办事的单位看不到是您反映的。',
  confidential: '已按您的要求保密，办事的单位看不到是您反映的。',
} as const

type Line = string | null | false | undefined
/** The lines that have something to say. */
export const lines = (...all: readonly Line[]): string => all.filter((line) => line).join('\n')

const DANGEROUS: Readonly<Record<string, string>> = {
  '*': '＊',
  '`': '｀',
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '#': '＃',
  '~': '～',
  '|': '｜',
}

/** What a person wrote, on one line and unable to act as markdown, at most `limit` characters. */
export function quoted(text: string, limit = 200): string {
  return oneLine(text, limit).replace(/[*`<>[\]#~|]/g, (c) => DANGEROUS[c] ?? c)
}

/** 「…」 around what a person wrote; null when he wrote nothing. */
export function said(text: string | null, limit = 200): string | null {
  const words = quoted(text ?? '', limit)
  return words ? `「${words}」` : null
}

/** A command to type, as it has to be typed in this chat. */
export const type = (say: Say, words: string): string => `“${say.group ? `@${BOT_NAMES[0]} ` : ''}${words}”`

const ELSEWHERE = '在“哨子”机器人或应用里'
/** 回复, and where, if it is not heard here. */
export const reply = (say: Say): string => `${say.deaf ? ELSEWHERE : ''}回复`
export const replyFreely = (say: Say): string => `${say.deaf ? ELSEWHERE : '直接'}回复`

/** The first line of every notice about a case: what it is, and which case. */
export function head(title: string, facts: Facts): string {
  const mark = facts.level === 'emergency' ? '🚨' : ''
  return `**${mark}【${title}】${facts.caseNo}**`
}

/** The same for people of a county, who must see which township. */
export function staffHead(title: string, facts: Facts, say: Say): string {
  const town = say.towns.length > 1 && facts.town ? `（${quoted(facts.town, 20)}）` : ''
  return `${head(title, facts)}${town}`
}

const KEPT = {
  anonymous: '反映人：群众（匿名）',
  confidential: '反映人：群众（要求保密，请不要打听、不要外传）',
} as const
/** How the reporter wants to be kept, where he said so. */
export const keptAs = ({ shield }: Facts): string | null => (shield ? KEPT[shield] : null)

const SEALED = '内容不在群里说'

/** 王家村 占道经营 */
export function about(facts: Facts): string {
  return facts.sealed ? `这件事（${SEALED}，请单独发“详情 ${typedNo(facts)}”给我）` : inShort(facts)
}

/** The same in a list, where `askOfSealed` below it says how the rest is read. */
export function inShort(facts: Facts): string {
  if (facts.sealed) return SEALED
  const known = [facts.place, facts.item].flatMap((part) => (part ? [quoted(part, 40)] : []))
  return known.length > 0 ? known.join(' ') : quoted(facts.text, 40) || '这件事'
}

export const units = (names: readonly string[]): string => names.map((name) => quoted(name, 30)).join('、')
export const leadName = (facts: Facts): string => (facts.lead ? quoted(facts.lead, 30) : '承办单位')

/** Who of the unit looks after the area. */
export const areaOf = ({ officer }: Facts): string => (officer ? `（片区负责人 ${quoted(officer, 20)}）` : '')

/** 城管中队 张伟 */
export function inHands(facts: Facts): string {
  return facts.holder ? `${leadName(facts)} ${quoted(facts.holder, 20)}` : leadName(facts)
}

const TENTATIVE = '（暂定）'
export const tentative = (facts: Facts): string => (facts.tentative ? TENTATIVE : '')

const DUE = { sign: 'signBy', arrive: 'arriveBy', finish: 'finishBy' } as const

export function dueOf(facts: Facts, clock: Clock): string | null {
  const iso = facts[DUE[clock]]
  return iso ? when(iso) || null : null
}

/** 签收 11月24日 周二 17:30 前 */
export function dueLine(facts: Facts, clock: Clock): string | null {
  const due = dueOf(facts, clock)
  return due && `${CLOCK_NAMES[clock]}：${due} 前${tentative(facts)}`
}

const PASSED: Readonly<Record<Clock, readonly Facts['stage'][]>> = {
  sign: ['signed', 'arrived', 'finished', 'closed', 'withdrawn'],
  arrive: ['arrived', 'finished', 'closed', 'withdrawn'],
  finish: ['finished', 'closed', 'withdrawn'],
}

/** The clock whose step comes next, or null when all is done. */
export function nextClock(facts: Facts): Clock | null {
  return CLOCKS.find((clock) => !PASSED[clock].includes(facts.stage)) ?? null
}

/** The deadlines still ahead. */
export const dueLines = (facts: Facts): string =>
  lines(...CLOCKS.filter((clock) => !PASSED[clock].includes(facts.stage)).map((clock) => dueLine(facts, clock)))

/** 已签收，挂账 */
export const stageOf = ({ stage, suspended }: Facts): string =>
  `${STAGE_NAMES[stage]}${suspended ? (suspended.filed ? '，立案查处中' : '，挂账') : ''}`

/** 11月24日 周二 */
export const dayName = (iso: string): string => when(iso).split(' ').slice(0, 2).join(' ')

/** Why it stands still, and until when. */
export const suspendedLine = ({ suspended }: Facts): string | null => {
  if (suspended?.filed) return `立案查处中，${dayName(suspended.until)} 前作出处理决定`
  return suspended ? `挂账：${quoted(suspended.why, 100)}，${dayName(suspended.until)}再看` : null
}

/** One line of a list: number, place and matter, stage. */
export function listed(facts: Facts, n?: number): string {
  const level = facts.level === 'normal' ? '' : `【${LEVEL_NAMES[facts.level]}】`
  const start = n === undefined ? '' : `${n}. `
  const state = facts.mergedInto ? `已并入 ${facts.mergedInto}` : stageOf(facts)
  return `${start}**${facts.caseNo}** ${level}${facts.sealed && facts.lead ? `${leadName(facts)} ` : ''}${inShort(facts)}，${state}`
}

/** … and what is due next. */
export function taskLine(facts: Facts, n?: number): string {
  const clock = nextClock(facts)
  const due = clock && dueLine(facts, clock)
  return due ? `${listed(facts, n)}，${due}` : listed(facts, n)
}

/** Below a list in which something is only named. */
export function askOfSealed(all: readonly Facts[]): string | false {
  const first = all.find(({ sealed }) => sealed)
  return first !== undefined && `“${SEALED}”的，请单独发“详情 ${typedNo(first)}”给我看。`
}

/** What a list in a group keeps to itself. */
export const askAlone = (count: number): string | false =>
  count > 0 && `还有 ${count} 件不方便在群里说，请单独发给我问。`

export const MOST_LISTED = 20

/** A list that never floods a chat. */
export function list<T>(items: readonly T[], line: (item: T, n: number) => string): string {
  const shown = items.slice(0, MOST_LISTED).map((item, i) => line(item, i + 1))
  const rest = items.length - shown.length
  return [...shown, ...(rest > 0 ? [`…还有 ${rest} 件`] : [])].join('\n')
}
