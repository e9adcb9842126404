import { wallClock } from '../calendar/zone.ts'
import type { ChainFault } from './chainFault.ts'

/** The logs whose rows hang on each other. */
export const CHAIN_NAMES = { events: '事件', accesses: '查看记录' } as const

/** What is wrong with a log: which row, what happened to it, and when it was. The same on the terminal and on the pages. */
export function sayChainFault(fault: ChainFault, log: string = CHAIN_NAMES.events): string {
  return `${what(fault, log)}${when(fault)}`
}

function what(fault: ChainFault, log: string): string {
  const { seq } = fault
  const row = `${log}第 ${seq} 号`
  switch (fault.code) {
    case 'missing':
      return `少了${row}${upTo(seq, fault.until)}：被删掉了`
    case 'cut-off':
      return `少了${row}${upTo(seq, fault.until)}：记录的结尾被截掉了`
    case 'reordered':
      return `${row}的次序被改过：照哈希它接在第 ${fault.follows} 号后面`
    default:
      return WHAT[fault.code](row)
  }
}

const upTo = (seq: number, until: number): string => (until > seq ? `到第 ${until} 号` : '')

function when({ code, at }: ChainFault): string {
  if (at === null) return ''
  const gone = code === 'missing' || code === 'cut-off' || code === 'unreadable' || code === 'no-head'
  return gone ? `（它前面一条是 ${wallClock(at)} 的）` : `（记录上写的时间是 ${wallClock(at)}）`
}

const WHAT = {
  changed: (row: string) => `${row}被改过：内容和它的哈希不一样`,
  unlinked: (row: string) => `${row}没有接在前一号上：它或前一号被换过`,
  replaced: (row: string) => `${row}被换过：和记下的链头不一样`,
  added: (row: string) => `${row}是后加的：链头只记到前一号`,
  unreadable: (row: string) => `${row}起读不出来：那里不是哨子写的`,
  'no-head': () => '记下的链头不见了：不知道记录有没有被截掉',
  before: () => '成链以前的老记录被改过、删过或加过（或者第 1 号被换过）：和第一个环节记下的不一样',
} as const

/** Whoever finds it must not mend it: what is there proves what was done. */
export const CHAIN_BROKEN =
  '马上报告单位领导和监督人员；不要再改动，先把现在的数据库和日志另存一份留作证据，再由系统管理员和最近完好的备份对照、恢复。'
