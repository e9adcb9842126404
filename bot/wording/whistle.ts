import type { Mark, Sort } from '../../domain/joint/kinds.ts'
import type { JointSaid, RollRow, RollState, WhistleFacts } from '../../domain/joint/said.ts'
import { lines, quoted, reply, said, type, units } from './common.ts'
import { shortNo, when } from './names.ts'
import type { Say, WordsOf } from './words.ts'

export const SORT_NAMES: Readonly<Record<Sort, string>> = { emergency: '应急哨', daily: '日常哨', hard: '攻坚哨' }
export const MARK_NAMES: Readonly<Record<Mark, string>> = { good: '好', fair: '一般', poor: '差' }

/** What stands on the cards of whistles. */
export const WHISTLE_CARD = {
  source: (sort: Sort): string => `吹哨·${SORT_NAMES[sort]}`,
  keys: { place: '地点', commander: '指挥', due: '到场时限', caseNo: '工单', own: '本单位', others: '其余单位' },
  buttons: {
    seen: '收到',
    here: '到场',
    also: '我也到了',
    cannot: '来不了',
    roll: '点名',
    end: '收哨',
    detail: '工单详情',
    over: '已收哨',
  },
  come: (place: string | null): string => `请到${place ?? '现场'}`,
  by: (no: string, iso: string): string => `${no}·${clock(iso)}前到场`,
  over: (no: string): string => `${no}·已收哨，不用再来`,
  count: (here: number, of: number, place: string | null): string => `到了 ${here}/${of} ${place ?? ''}`,
  score: (unit: string, mark: Mark | null): string => (mark ? `${unit}：${MARK_NAMES[mark]}` : `${unit}表现怎么样？`),
  scoreSource: '评哨',
} as const

const clock = (iso: string): string => when(iso).split(' ').at(-1) ?? ''

const STATES: Readonly<Record<RollState, (row: RollRow) => string>> = {
  came: (row) => `${row.minutes ?? 0} 分钟到${whoOf(row)}${offOf(row)}`,
  late: (row) => `迟到，${row.minutes ?? 0} 分钟到${whoOf(row)}${offOf(row)}`,
  seen: () => '收到，还没到',
  waiting: () => '没有回音',
  cannot: ({ why }) => `来不了${why ? `：${quoted(why, 60)}` : ''}`,
  absent: ({ why }) => `没到${why ? `：${quoted(why, 60)}` : ''}`,
}

const whoOf = ({ who }: RollRow): string =>
  who.length > 0 ? `（${who.map((name) => quoted(name, 20)).join('、')}）` : ''

/** 位置对不上，差 3.2 公里 */
const offOf = ({ off }: RollRow): string => (off === null ? '' : `，位置对不上，差 ${(off / 1000).toFixed(1)} 公里`)

/** The same in two cells of a card. */
export const rollCells = (row: RollRow): Readonly<{ name: string; value: string }> => {
  const came = row.minutes === null ? '' : ` ${row.minutes}分钟 ${row.who.join('、')}`
  const off = row.off === null ? '' : ' 位置对不上'
  return { name: CELLS[row.state], value: `${row.unit}${came}${off}` }
}

const CELLS: Readonly<Record<RollState, string>> = {
  came: '到了',
  late: '迟到',
  seen: '收到',
  waiting: '没回音',
  cannot: '来不了',
  absent: '没到',
}

export const stateText = (row: RollRow): string => STATES[row.state](row)
export const rowText = (row: RollRow): string => `${quoted(row.unit, 30)}：${stateText(row)}`

export const hereOf = (rows: readonly RollRow[]): number =>
  rows.filter(({ state }) => state === 'came' || state === 'late').length

const head = (title: string, { no, sort }: WhistleFacts): string =>
  `**${sort === 'emergency' ? '🚨' : ''}【${title}】${no}**`

const matter = ({ place, reason, caseNo }: WhistleFacts): string =>
  lines(
    place && `地点：${quoted(place, 40)}`,
    said(reason, 300) && `事由：${said(reason, 300)}`,
    caseNo && `工单：${caseNo}`,
  )

const where = ({ place }: WhistleFacts): string => quoted(place ?? '现场', 40)

const command = ({ no }: WhistleFacts, say: Say, verb: string, rest = ''): string =>
  type(say, `${verb} ${shortNo(no)}${rest}`)

type Kinds = Extract<JointSaid['kind'], `whistle-${string}`>

export const whistleWords: WordsOf<Kinds> = {
  'whistle-card': ({ whistle, row }, say) =>
    lines(
      head(whistle.ended ? '已收哨' : SORT_NAMES[whistle.sort], whistle),
      matter(whistle),
      `指挥：${quoted(whistle.commander, 20)}`,
      whistle.ended ? '已经收哨，不用再来。' : `请 ${quoted(row.unit, 30)} 在 ${when(whistle.dueAt)} 前到场。`,
      row.state === 'waiting' || whistle.ended ? null : `本单位：${stateText(row)}`,
      !whistle.ended &&
        `到了请${reply(say)}${command(whistle, say, '报到')}（也可以发现场照片或位置）；来不了回复${command(whistle, say, '来不了', ' 原因')}。`,
    ),
  'whistle-roll': ({ whistle, rows, told, outside }, say) =>
    lines(
      head(ROLL_HEADS[told], whistle),
      matter(whistle),
      told === 'named' && '请您到场指挥。',
      whistle.ended
        ? `到了 ${hereOf(rows)}/${rows.length}，已收哨。`
        : `到了 ${hereOf(rows)}/${rows.length}，${when(whistle.dueAt)} 前到场，指挥 ${quoted(whistle.commander, 20)}。`,
      ...rows.map((row) => `- ${rowText(row)}`),
      outside.length > 0 &&
        `不在哨子里、还没有通知，请打电话：${outside.map(({ name, phone }) => `${quoted(name, 30)}${phone ? ` ${quoted(phone, 20)}` : ''}`).join('、')}。`,
      !whistle.ended &&
        `看谁到了请${reply(say)}${command(whistle, say, '点名')}；办完回复${command(whistle, say, '收哨')}。`,
    ),
  'whistle-news': ({ whistle, row, here, of }, say) =>
    lines(
      head(row.state === 'cannot' ? '有单位来不了' : '到场', whistle),
      `${rowText(row)}。到了 ${here}/${of}。`,
      row.off !== null && '请和他核对一下位置。',
      here === of && `都到了。办完请${reply(say)}${command(whistle, say, '收哨')}。`,
    ),
  'whistle-noted': ({ whistle, row, said: what }, say) =>
    lines(
      head(NOTED[what], whistle),
      row.state === 'waiting' ? null : rowText(row),
      what === 'here' && row.off !== null && '您的位置离要去的地点比较远，已照记，请和指挥核对。',
      what === 'seen' && `到了请${reply(say)}${command(whistle, say, '报到')}。`,
      what === 'cannot' && '已告诉指挥。能来了随时报到。',
    ),
  'whistle-late': ({ whistle, unit }, say) =>
    lines(
      head('到场超时', whistle),
      `${quoted(unit, 30)}应在 ${when(whistle.dueAt)} 前到${where(whistle)}，现在还没有报到。`,
      `到了请马上${reply(say)}${command(whistle, say, '报到')}；来不了回复${command(whistle, say, '来不了', ' 原因')}。`,
    ),
  'whistle-absent': ({ whistle, rows }) =>
    lines(
      head('吹哨没有到场', whistle),
      `${where(whistle)}，应在 ${when(whistle.dueAt)} 前到场，还有 ${rows.length} 个单位没有到。`,
      ...rows.map((row) => `- ${rowText(row)}`),
      `指挥：${quoted(whistle.commander, 20)}`,
    ),
  'whistle-open': ({ whistle, finished }, say) =>
    lines(
      head('请收哨', whistle),
      `${where(whistle)}，${finished ? '工单已经办结，' : ''}哨还没有收。`,
      `人都撤了请${reply(say)}${command(whistle, say, '收哨')}。`,
    ),
  'whistle-ended': ({ whistle, by }) =>
    lines(
      head('已收哨', whistle),
      `${where(whistle)}，${by ? `${quoted(by, 20)}已收哨` : '这次吹哨已经结束'}，没到的不用再来。`,
    ),
  'whistle-score': ({ whistle, row, mark, again }, say) => {
    const scored = `评哨 ${shortNo(whistle.no)} ${quoted(row.unit, 30)}`
    return lines(
      head(again ? '再请您评一下' : '评哨', whistle),
      `${rowText(row)}${mark ? `，评为：${MARK_NAMES[mark]}` : ''}`,
      mark
        ? `一天内可以改：${reply(say)}${type(say, `${scored} 一般`)}。`
        : `请${reply(say)}${type(say, `${scored} 好`)}（好、一般、差）。`,
    )
  },
}

const ROLL_HEADS = {
  called: '已吹哨',
  named: '请您指挥',
  asked: '点名',
  complete: '都到了',
  due: '到点点名',
  ended: '已收哨',
} as const
const NOTED = { here: '已报到', again: '已经记过了', seen: '已收到', cannot: '已记下来不了' } as const

/** Several names of units, as far as they fit. */
export const unitNames = (names: readonly string[]): string => units(names.slice(0, 10))
