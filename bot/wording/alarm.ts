import type { AlarmItem, AlarmSaid } from '../../domain/alarm/kinds.ts'
import { signCause, signMend, signName } from '../../domain/alarm/wording-alarm.ts'
import { lines } from './common.ts'
import { when } from './names.ts'
import type { WordsOf } from './words.ts'

/** What the command room reads of the machine; several at once are one message. */
export const machineWords: WordsOf<AlarmSaid['kind']> = {
  alarm: ({ items }) => lines(`**【${title(items)}】**`, ...items.map((item) => itemText(item, items.length > 1))),
}

function title(items: readonly AlarmItem[]): string {
  const over = items.filter(({ state }) => state === 'over').length
  if (over === items.length) return '系统已恢复'
  return over > 0 ? '系统报警和恢复' : '系统报警'
}

/** One of several has a line of its own for each thing; alone it needs no mark. */
function itemText(item: AlarmItem, several: boolean): string {
  const { state, sign, since, until } = item
  const mark = several ? '- ' : ''
  if (state === 'over') return `${mark}${signName(sign)}：已恢复。从 ${when(since)} 到 ${when(until ?? since)}。${after(item)}`
  const still = state === 'still' ? `（从 ${when(since)} 起）` : ''
  return lines(`${mark}${signName(sign)}${still}：${signCause(sign)}`, `${several ? '  ' : ''}怎么办：${signMend(sign)}`)
}

/** While nobody was heard somebody may have written in vain. */
const after = ({ sign }: AlarmItem): string =>
  sign.kind === 'channel' ? '这段时间群众发的消息可能没有收到，请留意补报。' : ''
