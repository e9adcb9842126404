import type { AssessRefusal, AssessSaid, Figure } from '../../domain/assess/said.ts'
import { assessCards, appealHead } from './assessCards.ts'
import { APPEAL_STATES, ASSESS_STATES, dayText, monthName, rankText, scoreText, shareText } from './assessNames.ts'
import { assessRefusals } from './assessRefusals.ts'
import { lines, list, quoted, reply, replyFreely, said, type } from './common.ts'
import type { HelpLine, Part } from './part.ts'
import type { Body, Say } from './words.ts'

const STAFF: readonly HelpLine[] = [
  ['考核', '本单位这个月的数字和名次（上个月用“考核 上月”）'],
  ['考核指标', '考什么、怎么算、依据是什么'],
]
const HEAD: readonly HelpLine[] = [
  ...STAFF,
  ['申诉考核 上月 指标 理由', '公示期内提（只说一件的，理由前写工单编号）'],
  ['申诉清单', '本单位的申诉'],
]
const WATCH: readonly HelpLine[] = [
  ['考核', '全镇和各单位这个月的数字（也可以写月份，如“考核 2026-11”）'],
  ['考核指标', '考什么、怎么算、依据是什么'],
  ['申诉清单', '各单位的申诉'],
]
const JUDGE: readonly HelpLine[] = [...WATCH, ['同意申诉 编号', '不计入（不同意用“不同意申诉 编号 理由”）']]

/** More in a line would not be read. */
const MOST_AGAINST = 8

export const assess: Part<AssessSaid['kind'], AssessRefusal> = {
  words: {
    'assess-unit': unitText,
    'assess-town': townText,
    'assess-indicators': ({ month, items }) =>
      lines(
        `**【考核指标】${monthName(month)}**`,
        ...(['fix', 'find'] as const).flatMap((duty) => [
          DUTIES[duty],
          ...items.filter((item) => item.duty === duty).map(indicatorLine),
        ]),
        '罚款多少、罚了几件不考核，也不能考核（《行政处罚法》第七十四条）。',
      ),
    appeal: appealText,
    'appeal-list': ({ items }) =>
      items.length === 0
        ? '没有考核申诉。'
        : lines(
            '**考核申诉清单**',
            list(
              items,
              ({ no, month, unit, indicator, caseNo, state }, n) =>
                `${n}. **${no}** ${monthName(month)} ${quoted(unit, 30)} ${quoted(indicator, 30)}${caseNo ? ` ${caseNo}` : ''}，${APPEAL_STATES[state]}`,
            ),
          ),
    'appeal-words': ({ no }, say) =>
      lines(
        `**请写不同意的理由** ${no}`,
        `请${replyFreely(say)}为什么照原来的数字计。`,
        say.group && '（在群里请先@我再写）',
      ),
  },
  cards: assessCards,
  refusals: assessRefusals,
  help: { officer: STAFF, head: HEAD, dispatcher: WATCH, leader: WATCH, supervisor: JUDGE },
}

const DUTIES = {
  fix: '**办理**（谁承办，考谁）',
  find: '**属地排查**（哪个村的事，考哪个村；和办理分开计分）',
} as const

function unitText({ month, state, days, news, seal, place, figures }: Body<'assess-unit'>, say: Say): string {
  const isShown = state === 'shown'
  return lines(
    `**【考核】${monthName(month)} ${quoted(place.name, 30)}**（${ASSESS_STATES[state]}）`,
    figures.length === 0 ? '这个月还没有能计的事。' : `${scoreText(place.score)}${rankText(place, '同类单位')}`,
    ...figures.map((figure, n) => `${n + 1}. ${figureText(figure)}${against(figure)}`),
    isShown &&
      news !== 'frozen' &&
      `有不同意见，请负责人在 ${dayText(days.appealUntil)} 前${reply(say)}${type(say, `申诉考核 ${month} 指标 理由`)}；只说一件的，理由前写工单编号。${dayText(days.frozen)}定稿。`,
    state === 'running' && `${dayText(days.shown)}公示，公示期内可以申诉。`,
    seal && `校验码 ${seal}，要核对请找镇指挥室。`,
  )
}

const against = ({ against: cases, better }: Figure): string => {
  if (cases.length === 0) return ''
  const shown = cases.slice(0, MOST_AGAINST).join('、')
  return `\n> ${better === 'high' ? '没做到的' : '是这几件'}：${shown}${cases.length > MOST_AGAINST ? '…' : ''}`
}

const figureText = ({ name, top, of, weight }: Figure): string =>
  `${quoted(name, 30)} ${shareText({ top, of })}${weight === 0 ? '，不计分' : ''}`

function townText(body: Body<'assess-town'>): string {
  const { month, state, days, seal, name, total, units, open, lapsed } = body
  const like = body.class === '' ? '' : `${quoted(body.class, 10)}类乡镇`
  return lines(
    `**【考核】${monthName(month)} ${quoted(name, 20)}**（${ASSESS_STATES[state]}）`,
    `办理 ${scoreText(total.fix.place.score)}${rankText(total.fix.place, like)}；属地排查 ${scoreText(total.find.place.score)}${rankText(total.find.place, like)}`,
    total.fix.figures.length + total.find.figures.length === 0 && '这个月还没有能计的事。',
    ...[...total.fix.figures, ...total.find.figures].map((figure) => `· ${figureText(figure)}`),
    units.length > 0 && '**各单位**（只在同类之间排）',
    units.length > 0 &&
      list(units, (unit) => `- ${quoted(unit.name, 30)} ${scoreText(unit.score)}${rankText(unit, '同类')}`),
    state === 'shown' && `各单位可以在 ${dayText(days.appealUntil)} 前申诉，${dayText(days.frozen)}定稿。`,
    open > 0 && `还有 ${open} 件申诉没有决定。`,
    lapsed > 0 && `有 ${lapsed} 件申诉在定稿前没有决定，按原数计。`,
    seal &&
      `校验码 ${seal}。要核对：在工作台“考核”页选这个月，点“数据”下载，算出这个文件的 SHA-256，前 ${seal.length} 位应当一样；不一样请告诉系统管理员。`,
  )
}

const indicatorLine = (
  { code, name, weight, source, legal }: Body<'assess-indicators'>['items'][number],
  n: number,
): string =>
  `${n + 1}. ${quoted(code, 12)} ${quoted(name, 30)}，${weight === 0 ? '只看不计分' : `权重 ${weight}`}（${quoted(source, 60)}${legal ? `；${quoted(legal, 80)}` : ''}）`

function appealText(body: Body<'appeal'>, say: Say): string {
  const { no, month, unit, indicator, caseNo, by, reason, state, decidedBy, why, frozen } = body
  const asks = body.for === 'decides' && state === 'asked'
  return lines(
    `**【${appealHead(body)}】${no}**`,
    `${monthName(month)} ${quoted(unit, 30)} ${quoted(by, 20)}：${quoted(indicator, 30)}${caseNo ? `，工单 ${caseNo}` : '，整项'}`,
    `理由：${said(reason, 500) ?? ''}`,
    decidedBy && `${quoted(decidedBy, 20)}：${APPEAL_STATES[state]}${said(why, 300) ?? ''}`,
    state === 'agreed' && (caseNo ? '这一件不再计入这个指标。' : '这个指标这个月不给这个单位计分。'),
    state === 'refused' && '按原来的数字计。',
    state === 'lapsed' && '定稿前没有人决定，按原来的数字计。要说明情况，请找司法所或镇指挥室。',
    asks &&
      `请在 ${dayText(frozen)} 定稿前决定。同意请${reply(say)}${type(say, `同意申诉 ${no}`)}，不同意回复${type(say, `不同意申诉 ${no} 理由`)}。`,
    state === 'asked' && !asks && `已交审核，${dayText(frozen)} 定稿前会有结果。`,
  )
}
