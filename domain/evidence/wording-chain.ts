import { wallClock } from '../calendar/zone.ts'
import type { ChainFault } from './chainFault.ts'

/** What is wrong with the log of events: which one, what happened to it, and when it was. The same on the terminal and on the pages. */
export function sayChainFault(fault: ChainFault): string {
  return `${what(fault)}${when(fault)}`
}

function what(fault: ChainFault): string {
  const { seq } = fault
  switch (fault.code) {
    case 'missing':
      return `少了${upTo(seq, fault.until)}：被删掉了`
    case 'cut-off':
      return `少了${upTo(seq, fault.until)}：记录的结尾被截掉了`
    case 'reordered':
      return `事件第 ${seq} 号的次序被改过：照哈希它接在第 ${fault.follows} 号后面`
    default:
      return WHAT[fault.code](seq)
  }
}

const upTo = (seq: number, until: number): string => `事件第 ${seq} 号${until > seq ? `到第 ${until} 号` : ''}`

function when({ code, at }: ChainFault): string {
  if (at === null) return ''
  const gone = code === 'missing' || code === 'cut-off' || code === 'unreadable' || code === 'no-head'
  return gone ? `（它前面一条是 ${wallClock(at)} 的）` : `（记录上写的时间是 ${wallClock(at)}）`
}

const WHAT = {
  changed: (seq: number) => `事件第 ${seq} 号被改过：内容和它的哈希不一样`,
  unlinked: (seq: number) => `事件第 ${seq} 号没有接在前一号上：它或前一号被换过`,
  replaced: (seq: number) => `事件第 ${seq} 号被换过：和记下的链头不一样`,
  added: (seq: number) => `事件第 ${seq} 号是后加的：链头只记到第 ${seq - 1} 号`,
  unreadable: (seq: number) => `事件第 ${seq} 号起读不出来：那里不是哨子写的`,
  'no-head': () => '记下的链头不见了：不知道记录有没有被截掉',
} as const

/** Whoever finds it must not mend it: what is there proves what was done. */
export const CHAIN_BROKEN =
  '马上报告单位领导和监督人员；不要再改动，先把现在的数据库和日志另存一份留作证据，再由系统管理员和最近完好的备份对照、恢复。'
