import type { UnitOverdue } from '../../domain/digest/overdue.ts'
import type { Hint } from '../../domain/digest/spots.ts'
import type { DigestSaid } from '../../domain/digest/said.ts'
import { askAlone, askOfSealed, inShort, lines, quoted, reply, type, units } from './common.ts'
import { typedNo } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

const NOBODY = '还没有定单位'

export const unitName = ({ unit }: Pick<UnitOverdue, 'unit'>): string => (unit ? quoted(unit, 30) : NOBODY)

/** 城管中队 3 件：0007 王家村 占道经营、0009 … */
export function unitsText(all: readonly UnitOverdue[]): string {
  return lines(...all.map(unitLine), askOfSealed(casesOf(all)))
}

function unitLine(each: UnitOverdue): string {
  const named = each.items.map((facts) => `${typedNo(facts)} ${inShort(facts)}`)
  return `- **${unitName(each)}** ${each.count} 件：${[...named, ...(each.left > 0 ? [`还有 ${each.left} 件`] : [])].join('、')}`
}

const casesOf = (all: readonly UnitOverdue[]) => all.flatMap(({ items }) => items)

/** How the others are read: page by page, or those of one unit. */
function moreOf({ units: all, of, page }: Body<'overdues'>, say: Say): string | false {
  const longest = all.find(({ left }) => left > 0)
  if (!longest) return false
  const order = (...words: readonly (string | number)[]) => type(say, ['超期清单', ...words].join(' '))
  if (of !== null) return `后面的请${reply(say)}${order(quoted(of, 30), page + 1)}。`
  const one = longest.unit === null ? '' : `；只看一个单位的回复${order(unitName(longest))}`
  return `后面的请${reply(say)}${order(page + 1)}${one}。`
}

/** 王家村 占道经营：4 件 */
const placeAndItems = ({ what, place, items, count }: Hint): string =>
  what === 'repeat'
    ? `${quoted(place, 30)} ${quoted(items[0] ?? '', 30)}：${count} 件`
    : `${quoted(place, 30)}：${count} 件${items.length > 0 ? `（${units(items)}）` : ''}`

function hintLine(hint: Hint): string {
  const last = hint.newest ? `，最近一件 ${typedNo(hint.newest)}` : ''
  return `- ${placeAndItems(hint)}${hint.open > 0 ? `，${hint.open} 件没办完` : ''}${last}${hint.unit ? `（${quoted(hint.unit, 30)}）` : ''}`
}

/** What stands on a card. */
export const hintShort = (hint: Hint): string => placeAndItems(hint)

/** What happens again and again, and what to do about it. */
export function hintsText(hints: readonly Hint[], say: Say): string {
  const repeats = hints.filter(({ what }) => what === 'repeat')
  const spots = hints.filter(({ what }) => what === 'spot')
  const [first] = hints.flatMap(({ openCase }) => openCase ?? [])
  return lines(
    repeats.length > 0 && lines('**反复发生（建议未诉先办）**', ...repeats.map(hintLine)),
    spots.length > 0 && lines('**多发地点**', ...spots.map(hintLine)),
    hints.length > 0 &&
      `请承办单位上门查一次原因，别等下一个人来反映${first ? `；要督办请${reply(say)}${type(say, `督办 ${typedNo(first)}`)}` : ''}。`,
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
  overdues: (body, say) =>
    lines(
      body.units.length > 0 ? lines(`**${overduesHead(body)}**`, unitsText(body.units)) : nothingLate(body),
      askAlone(body.alone),
      moreOf(body, say),
      body.units.length > 0 && `要督办请${reply(say)}${type(say, `督办 ${firstOf(body.units)}`)}。`,
    ),
  hints: ({ hints, days }, say) =>
    hints.length === 0
      ? `最近 ${days} 天没有反复发生的事，也没有多发地点。`
      : lines(`**最近 ${days} 天的苗头**`, hintsText(hints, say)),
}

const overduesHead = ({ of, page }: Body<'overdues'>): string =>
  `超期清单（${of === null ? '按单位' : quoted(of, 30)}）${page > 1 ? `第 ${page} 页` : ''}`

function nothingLate({ of, page, alone }: Body<'overdues'>): string | false {
  if (page > 1) return `第 ${page} 页没有了，前面的已经是全部。`
  return alone === 0 && `${of === null ? '' : quoted(of, 30)}没有超期的工单。`
}

const firstOf = (all: readonly UnitOverdue[]): string => {
  const [first] = casesOf(all)
  return first ? typedNo(first) : '0007'
}

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
