import type { Brief, Need } from '../../domain/digest/brief.ts'
import type { DigestRefusal, DigestSaid } from '../../domain/digest/said.ts'
import { TOPICS, type Volume } from '../../domain/digest/kinds.ts'
import { topicName } from '../../domain/digest/wording-topics.ts'
import { askAlone, askOfSealed, lines, quoted, reply, taskLine, type } from './common.ts'
import { countsLine, dayText, digestCards, EDITIONS, NEED_NAMES } from './digestCards.ts'
import { digestListWords, hintsText, unitsText } from './digestLists.ts'
import { digestReportWords } from './digestReport.ts'
import { typedNo, when } from './names.ts'
import type { Asked, HelpLine, Part } from './part.ts'
import type { Body, Say } from './words.ts'

const WATCH: readonly HelpLine[] = [
  ['简报', '现在要看的'],
  ['今日', '今天的情况'],
  ['超期清单', '各单位超期的（“超期清单 2”看下一页，“超期清单 单位名”只看一个单位）'],
  ['苗头', '反复发生的、多发的地点'],
  ['红黑榜', '本月考核谁在前、谁在后'],
  ['周报', '上一周（月报：上个月）'],
]
const LEADER: readonly HelpLine[] = [
  ...WATCH,
  ['我的提醒', '看现在怎么提醒您'],
  ['少发一点', '少些单独提醒（多些用“多发一点”）'],
  ['只听 超期 紧急', '只单独提醒这几样（都听用“只听 全部”）'],
]

export const digest: Part<DigestSaid['kind'], DigestRefusal> = {
  words: {
    ...digestListWords,
    ...digestReportWords,
    digest: digestText,
    'digest-quiet': ({ town, edition, counts, late }, say) =>
      `${quoted(town, 20)}${EDITIONS[edition]}：没有要您办的事。${countsLine({ edition, counts })}${late > 0 ? `，各单位超期 ${late} 件，看请${reply(say)}${type(say, '超期清单')}` : ''}。`,
    listening: listeningText,
  },
  cards: {
    ...digestCards,
  },
  refusals: {
    'digest-who': ({ say }: Asked) =>
      `这些情况只给镇指挥室、镇领导和监督人员看。您手上的工单，请${reply(say)}${type(say, '我的任务')}。`,
    'overdues-how': ({ say, choices }: Asked) =>
      `没看懂要看哪个单位的。请${reply(say)}${type(say, `超期清单 ${quoted(choices[0] ?? '单位名', 30)}`)}，或${type(say, '超期清单 2')}看第二页；只发${type(say, '超期清单')}看各单位的。`,
    'listen-who': () => '提醒多少由镇领导自己定。您收到的都是要您办的事，不能少发；不归您办的，请告诉镇指挥室改派。',
    'listen-here': () => '这个群的提醒不能在这里改。请单独发给我，只改您自己的；或在领导群里发，改领导群的。',
    'listen-how': ({ say }: Asked) =>
      `没看懂要听哪几样。可以写：${TOPICS.map(topicName).join('、')}，例如${reply(say)}${type(say, '只听 超期 紧急')}；都听写${type(say, '只听 全部')}。`,
    'listen-least': ({ say }: Asked) =>
      `已经是最少的了。还嫌多，请${reply(say)}${type(say, '只听 超期')}，其余的只在简报里看。`,
    'listen-most': ({ say }: Asked) =>
      `已经是最多的了。哪几样没听到，请${reply(say)}${type(say, '我的提醒')}看看设置。`,
  },
  help: {
    dispatcher: WATCH,
    leader: LEADER,
    supervisor: WATCH,
    head: [['红黑榜', '本月考核谁在前、谁在后']],
  },
}

function digestText({ brief }: Body<'digest'>, say: Say): string {
  const { town, edition, day, needs, hints, alone } = brief
  const [first] = needs.flatMap(({ items }) => items)
  return lines(
    `**${quoted(town, 20)}${EDITIONS[edition]} ${dayText(day)}**`,
    `${countsLine(brief)}。`,
    ...needs.map(needText),
    needs.length === 0 && alone === 0 && nothingText(brief, say),
    askOfSealed(needs.flatMap(({ items, units }) => (units.length > 0 ? [] : items))),
    askAlone(alone),
    hintsText(hints, say),
    first && nextStep(needs, typedNo(first), say),
  )
}

/** Leaders are not troubled with all that is late, and are not told that nothing is. */
const nothingText = ({ late }: Brief, say: Say): string =>
  late > 0 ? `没有要您过问的。各单位超期 ${late} 件，看请${reply(say)}${type(say, '超期清单')}。` : '没有要办的事。'

const needText = (need: Need): string =>
  lines(
    `**${NEED_NAMES[need.id]}（${need.count} 件）**`,
    need.units.length > 0 ? unitsText(need.units) : itemsText(need),
  )

function itemsText({ items, count }: Need): string {
  const rest = count - items.length
  return lines(...items.map((facts) => `- ${taskLine(facts)}`), rest > 0 && `…还有 ${rest} 件`)
}

/** What is done about the first of them. */
function nextStep(needs: readonly Need[], no: string, say: Say): string {
  const undecided = needs[0]?.id === 'triage' || needs[0]?.id === 'ruling' || needs[0]?.id === 'ruling-late'
  const order = undecided ? type(say, `指派 ${no} 站所名`) : type(say, `督办 ${no}`)
  return `看一件请${reply(say)}${type(say, `详情 ${no}`)}；${undecided ? '派单' : '督办'}回复${order}。`
}

const VOLUME: Readonly<Record<Volume, string>> = { less: '少', normal: '一般', more: '多' }

function listeningText(body: Body<'listening'>, say: Say): string {
  const { group, volume, topics, most, told, next } = body
  return lines(
    `**${group ? '领导群的' : '您的'}提醒：${VOLUME[volume]}**`,
    `一天最多单独提醒 ${most} 条，今天提醒了 ${told} 条；超出的并到下一张简报（${when(next)}）。`,
    topics === null ? '各样都听。' : `只听：${topics.map(topicName).join('、')}。别的并到简报里。`,
    '特急的、等您决定的，随时告诉您，不算在内。',
    `要改请${reply(say)}${type(say, '少发一点')}、${type(say, '多发一点')}、${type(say, '只听 超期 紧急')}或${type(say, '只听 全部')}。`,
  )
}
