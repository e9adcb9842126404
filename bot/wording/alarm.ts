import type { AlarmItem, AlarmKind, AlarmSaid } from '../../domain/alarm/kinds.ts'
import { signCause, signName } from '../../domain/alarm/wording-alarm.ts'
import { lines } from './common.ts'
import { when } from './names.ts'
import type { WordsOf } from './words.ts'

/** What the command room reads of the machine; several at once are one message. What the administrator does about it stands on his page. */
export const machineWords: WordsOf<AlarmSaid['kind']> = {
  alarm: ({ items }) =>
    lines(
      `**【${title(items)}】**`,
      ...items.map((item) => itemText(item, items.length > 1)),
      items.some(({ state }) => state !== 'over') && WHERE,
    ),
}

const WHERE = '请系统管理员打开工作台的“运行状况”，照上面写的处理。'

function title(items: readonly AlarmItem[]): string {
  const over = items.filter(({ state }) => state === 'over').length
  if (over === items.length) return '系统已恢复'
  return over > 0 ? '系统报警和恢复' : '系统报警'
}

/** One of several has a line of its own; alone it needs no mark. */
function itemText(item: AlarmItem, several: boolean): string {
  const { state, sign, since, until } = item
  const begin = `${several ? '- ' : ''}${signName(sign)}`
  if (state === 'over')
    return `${begin}：已恢复，从 ${when(since)} 到 ${when(until ?? since)}。${AFTER[sign.kind] ?? ''}`
  return `${begin}${state === 'still' ? `（从 ${when(since)} 起）` : ''}：${signCause(sign)}${MEANWHILE[sign.kind] ?? ''}`
}

/** What whoever sits in the command room can do. */
const MEANWHILE: Readonly<Partial<Record<AlarmKind, string>>> = {
  channel: '急事请打电话。',
  database: '急事请先记在纸上、打电话派人。',
  chain: '请不要再动数据库，并报告负责监督的人。',
  parked: '请留意有没有群众说发了消息没人理。',
}

const AFTER: Readonly<Partial<Record<AlarmKind, string>>> = {
  channel: '这段时间群众发的消息可能没有收到，请留意补报。',
  database: '记在纸上的请补报。',
}
