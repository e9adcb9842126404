import type { Brief, Need } from '../../domain/digest/brief.ts'
import type { NeedId } from '../../domain/digest/needs.ts'
import type { Button, CardPlan } from '../render/card.ts'
import type { Cards } from './part.ts'
import type { Body } from './words.ts'
import { hintShort, unitName } from './digestLists.ts'
import { shortNo } from './names.ts'

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

/** Cases that may be looked at by a tap. */
const LOOKS = 3

export const digestCards: Pick<Cards, 'digest'> = { digest: digestCard }

function digestCard({ cardId, brief }: Body<'digest'>): CardPlan {
  const { town, edition, day, needs, hints, alone } = brief
  const count = needs.reduce((sum, need) => sum + need.count, alone)
  return {
    id: cardId,
    source: EDITIONS[edition],
    red: needs.some(({ id }) => id === 'emergency' || id === 'overdue' || id === 'escalated'),
    title: `${town}${EDITIONS[edition]} ${dayText(day)}`,
    desc: count > 0 ? `要看的 ${count} 件` : hints.length > 0 ? '有反复发生的事' : '没有要办的事',
    body: countsLine(brief),
    quote: hints.length > 0 ? { title: '建议未诉先办', text: hints.map(hintShort).join('；') } : null,
    rows: [
      ...needs.map((need) => ({ name: NEED_NAMES[need.id], value: needValue(need) })),
      { name: '另有', value: alone > 0 ? `${alone} 件不便在群里说` : '' },
    ],
    buttons: [...looks(brief), { key: 'overdues:', text: '超期清单' }, ...(hints.length > 0 ? [HINTS] : [])],
  }
}

const HINTS: Button = { key: 'hints:', text: '看苗头' }

/** 3 件：城管中队 2、派出所 1 */
function needValue({ count, items, units }: Need): string {
  const named = units.length > 0 ? units.map((each) => `${unitName(each)} ${each.count}`) : items.map(shortly)
  return `${count} 件：${named.join('、')}`
}

const shortly = ({ caseNo }: Readonly<{ caseNo: string }>): string => shortNo(caseNo)

function looks({ needs }: Brief): Button[] {
  const first = needs.flatMap(({ items }) => items).slice(0, LOOKS)
  return first.map(({ caseNo }) => ({ key: `detail:${caseNo}`, text: `看 ${shortNo(caseNo)}` }))
}
