import type { Facts } from '../../domain/facts.ts'
import { namedOn, type Brief, type Need } from '../../domain/digest/brief.ts'
import type { NeedId } from '../../domain/digest/needs.ts'
import type { Button, CardPlan } from '../render/card.ts'
import type { Cards } from './part.ts'
import type { Body } from './words.ts'
import { hintShort, unitName } from './digestLists.ts'
import { CARD_LIMITS } from '../render/look.ts'
import { oneLine } from '../text/clean.ts'
import { inShort } from './common.ts'
import { typedNo } from './names.ts'

export const EDITIONS: Readonly<Record<Brief['edition'], string>> = { morning: '早报', evening: '晚报', asked: '简报' }

/** At most five characters: it stands on cards. */
export const NEED_NAMES: Readonly<Record<NeedId, string>> = {
  emergency: '特急',
  triage: '等派单',
  ruling: '等裁定',
  'ruling-late': '派单超时',
  escalated: '上报领导',
  overdue: '超期',
  'due-today': '今天到期',
}

/** 11月24日 of 2026-11-24. */
export const dayText = (day: string): string => {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

const SINCE: Readonly<Record<Brief['edition'], string>> = {
  morning: '上次简报以来',
  evening: '今天',
  asked: '今天',
}

/** 今天新收 3 件，办结 1 件；在办 12 件 */
export const countsLine = ({ edition, counts }: Pick<Brief, 'edition' | 'counts'>): string =>
  `${SINCE[edition]}新收 ${counts.opened} 件，办结 ${counts.finished} 件；在办 ${counts.open} 件`

/** What a line of a card holds, in characters. */
const LINE = CARD_LIMITS.aibot.rowValue

export const digestCards: Pick<Cards, 'digest'> = { digest: digestCard }

function digestCard({ cardId, brief }: Body<'digest'>): CardPlan {
  const { town, edition, day, needs, hints, alone } = brief
  const count = needs.reduce((sum, need) => sum + need.count, alone)
  return {
    id: cardId,
    source: EDITIONS[edition],
    red: needs.some(({ id }) => id === 'emergency' || id === 'overdue' || id === 'escalated'),
    title: `${town}${EDITIONS[edition]} ${dayText(day)}`,
    desc: count > 0 ? `要看的 ${count} 件` : hints.length > 0 ? '有反复发生的事' : nothingShort(brief),
    body: countsLine(brief),
    quote: hints.length > 0 ? { title: '建议未诉先办', text: hints.map(hintShort).join('；') } : null,
    rows: [
      ...needs.map((need) => ({ name: NEED_NAMES[need.id], value: needValue(need) })),
      ...looks(brief).map(({ name, facts }) => ({ name, value: caseValue(facts) })),
      { name: '另有', value: alone > 0 ? `${alone} 件不便在群里说` : '' },
    ],
    buttons: [
      ...looks(brief).map(lookButton),
      { key: 'overdues:', text: '超期清单' },
      ...(hints.length > 0 ? [HINTS] : []),
    ],
  }
}

const HINTS: Button = { key: 'hints:', text: '看苗头' }

/** 3 件：城管中队 2、派出所 1 */
function needValue({ count, items, units }: Need): string {
  const head = `${count} 件：`
  if (units.length === 0) return fitted(head, items.map(typedNo), count, ' 等')
  const named = units.map((each) => `${unitName(each)} ${each.count}`)
  return fitted(head, named, units.length, ` 等 ${units.length} 个单位`)
}

/** As many names as a line of a card holds, each of them whole. */
function fitted(head: string, names: readonly string[], of: number, rest: string): string {
  const shown = (n: number) => `${head}${names.slice(0, n).join('、')}${n < of ? rest : ''}`
  const fits = names.map((_, i) => names.length - i).find((n) => [...shown(n)].length <= LINE)
  return fits === undefined ? head.slice(0, -1) : shown(fits)
}

/** 0007 王家村 占道经营 */
const caseValue = (facts: Facts): string => oneLine(`${typedNo(facts)} ${inShort(facts)}`, LINE)

/** What its line is called is what its button says: a number that is not short does not fit there. */
const looks = (brief: Brief): readonly Look[] => namedOn(brief).map((facts, i) => ({ facts, name: `第 ${i + 1} 件` }))

type Look = Readonly<{ facts: Facts; name: string }>

const lookButton = ({ facts, name }: Look): Button => ({ key: `detail:${facts.caseNo}`, text: `看${name}` })

const nothingShort = ({ late }: Brief): string => (late > 0 ? `没有要您过问的，各单位超期 ${late} 件` : '没有要办的事')
