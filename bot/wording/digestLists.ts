import type { UnitOverdue } from '../../domain/digest/overdue.ts'
import type { Hint } from '../../domain/digest/spots.ts'
import type { DigestSaid } from '../../domain/digest/said.ts'
import { about, askAlone, lines, quoted, reply, type, units } from './common.ts'
import { shortNo } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

const NOBODY = '还没有定单位'

export const unitName = ({ unit }: Pick<UnitOverdue, 'unit'>): string => (unit ? quoted(unit, 30) : NOBODY)

/** 城管中队 3 件：0007 王家村 占道经营、0009 … */
export function unitsText(all: readonly UnitOverdue[]): string {
  return lines(
    ...all.map((each) => {
      const named = each.items.map((facts) => `${shortNo(facts.caseNo)} ${about(facts)}`)
      const rest = each.count - each.items.length
      return `- **${unitName(each)}** ${each.count} 件：${[...named, ...(rest > 0 ? [`还有 ${rest} 件`] : [])].join('、')}`
    }),
  )
}

/** 王家村 占道经营：4 件 */
const placeAndItems = ({ what, place, items, count }: Hint): string =>
  what === 'repeat'
    ? `${quoted(place, 30)} ${quoted(items[0] ?? '', 30)}：${count} 件`
    : `${quoted(place, 30)}：${count} 件${items.length > 0 ? `（${units(items)}）` : ''}`

function hintLine(hint: Hint): string {
  const last = hint.newest[0] ? `，最近一件 ${shortNo(hint.newest[0])}` : ''
  return `- ${placeAndItems(hint)}${hint.open > 0 ? `，${hint.open} 件没办完` : ''}${last}${hint.unit ? `（${quoted(hint.unit, 30)}）` : ''}`
}

/** What stands on a card. */
export const hintShort = (hint: Hint): string => placeAndItems(hint)

/** What happens again and again, and what to do about it. */
export function hintsText(hints: readonly Hint[], say: Say): string {
  const repeats = hints.filter(({ what }) => what === 'repeat')
  const spots = hints.filter(({ what }) => what === 'spot')
  const [first] = hints.flatMap(({ openNo }) => openNo ?? [])
  return lines(
    repeats.length > 0 && lines('**反复发生（建议未诉先办）**', ...repeats.map(hintLine)),
    spots.length > 0 && lines('**多发地点**', ...spots.map(hintLine)),
    hints.length > 0 &&
      `请承办单位上门查一次原因，别等下一个人来反映${first ? `；要督办请${reply(say)}${type(say, `督办 ${shortNo(first)}`)}` : ''}。`,
  )
}

/** Lists that are asked for. */
export const digestListWords: WordsOf<Extract<DigestSaid['kind'], 'today' | 'overdues' | 'hints'>> = {
  today: ({ counts, overdue, hints, alone }, say) =>
    lines(
      '**今日情况**',
      countsText(counts),
      overdue.length > 0 ? lines('**超期没办的**', unitsText(overdue)) : alone === 0 && '没有超期的工单。',
      askAlone(alone),
      hintsText(hints, say),
    ),
  overdues: ({ units: all, alone }, say) =>
    lines(
      all.length > 0 ? lines('**超期清单（按单位）**', unitsText(all)) : alone === 0 && '没有超期的工单。',
      askAlone(alone),
      all.length > 0 && `要督办请${reply(say)}${type(say, `督办 ${firstOf(all)}`)}。`,
    ),
  hints: ({ hints, days }, say) =>
    hints.length === 0
      ? `最近 ${days} 天没有反复发生的事，也没有多发地点。`
      : lines(`**最近 ${days} 天的苗头**`, hintsText(hints, say)),
}

const firstOf = (all: readonly UnitOverdue[]): string => shortNo(all[0]?.items[0]?.caseNo ?? '0007')

const COUNTS: Readonly<Record<keyof Body<'today'>['counts'], string>> = {
  opened: '今天新增',
  finished: '今天办结',
  open: '在办',
  triage: '待派单或裁定',
  overdue: '超期',
  elsewhere: '告知其他部门',
}

const countsText = (counts: Body<'today'>['counts']): string =>
  (Object.keys(COUNTS) as (keyof typeof COUNTS)[]).map((key) => `${COUNTS[key]} ${counts[key]} 件`).join('，')
