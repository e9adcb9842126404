import type { Handled, Lapsed } from '../../domain/facts.ts'
import { lines, list, quoted, reply, type, units } from './common.ts'
import { allowed, MODE_NAMES } from './power.ts'
import type { Body, Say, WordsOf } from './words.ts'

/** What the duty list says: 谁管 and 导图. */
export const dutyWords: WordsOf<'who-handles' | 'mindmap'> = {
  'who-handles': (body, say) =>
    body.asked === ''
      ? `请写上要查的事，例如${type(say, '谁管 占道经营')}。`
      : body.rows.length === 0
        ? lines(notFound(body), offer(body, say))
        : lines(headOf(body), list(body.rows, handlerLine), ...(body.lapsed ?? []).map(lapsedLine), offer(body, say)),
  mindmap: ({ item, steps, others = [] }, say) =>
    lines(
      `**${quoted(item, 40)}怎么办**`,
      ...steps.map(
        ({ step, unit, people }, i) =>
          `${i + 1}. ${step}：${quoted(unit, 40)}${people ? `（${quoted(people, 40)}）` : ''}`,
      ),
      others.length > 0 &&
        `也可能是：${units(others)}。要看的话，请${reply(say)}${type(say, `导图 ${quoted(others[0] ?? '', 40)}`)}。`,
    ),
}

function headOf({ asked, guessed }: Body<'who-handles'>): string {
  const words = quoted(asked, 30)
  return guessed ? `**清单里没有“${words}”，最像的是**` : `**“${words}”由谁管**`
}

function notFound({ asked, near = [], lapsed = [] }: Body<'who-handles'>): string {
  return lines(
    ...lapsed.map(lapsedLine),
    lapsed.length === 0 && `权责清单里没有找到“${quoted(asked, 30)}”，请换个说法试试。`,
    near.length > 0 && `相近的事项：${units(near)}。`,
  )
}

const offer = ({ offers }: Body<'who-handles'>, say: Say): string | false =>
  offers === true && `要镇里登记这件事，请${reply(say)}${type(say, '还是要反映')}；别的事也可以打 12345。`

function handlerLine(handled: Handled): string {
  const { item, mode, lead, assist, legalBasis, power, lent = [] } = handled
  const held = HELD.flatMap(([key, name]) => (handled[key] ? [`${name} ${quoted(handled[key], 30)}`] : []))
  const may = power ? `权限：${allowed(power)}` : MODE_NAMES[mode]
  return lines(
    `**${quoted(item, 40)}**：主办 ${quoted(lead, 30)}${assist.length > 0 ? `，协办：${units(assist)}` : ''}`,
    `> ${[may, ...held, ...nobodyPunishes(handled)].join('；')}`,
    ...lent.map(lentLine),
    legalBasis && `> 依据：${quoted(legalBasis, 120)}`,
  )
}

const HELD = [
  ['approve', '审批'],
  ['supervise', '监管'],
  ['punish', '处罚'],
] as const

const nobodyPunishes = ({ punish, mode }: Handled): string[] =>
  punish === null && mode !== 'refer' ? ['处罚 清单没有写，报镇指挥室定'] : []

function lentLine({ from, to, doc, state, until }: NonNullable<Handled['lent']>[number]): string {
  return `> 委托：${quoted(from, 30)}委托${quoted(to, 30)}（${quoted(doc, 30)}），${STATE[state](until)}`
}

const STATE: Readonly<Record<NonNullable<Handled['lent']>[number]['state'], (day: string) => string>> = {
  'in-force': (day) => `有效到 ${day}`,
  over: (day) => `${day} 已到期，现在不能按它处罚`,
  'not-yet': (day) => `${day} 起才生效，现在不能按它处罚`,
}

function lapsedLine({ item, until, from, instead }: Lapsed): string {
  const now = instead ? `现在按“${quoted(instead, 40)}”办。` : '现在没有接替的事项，由镇指挥室定。'
  return `“${quoted(item, 40)}”${until ? `已于 ${until} 失效` : `从 ${from ?? ''} 起才有效`}，${now}`
}
