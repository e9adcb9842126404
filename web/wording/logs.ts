import { DOOR_NAMES } from './messages.ts'
import type { AccessKind } from '../../domain/decision.ts'
import type { ChainFault } from '../../domain/evidence/chainFault.ts'
import { CHAIN_NAMES, sayChainFault } from '../../domain/evidence/wording-chain.ts'

export const KINDS: Readonly<Record<AccessKind, string>> = {
  reveal: '查看反映人',
  'reveal-asked': '申请查看反映人',
  export: '导出',
  purge: '按保存期清除',
  erase: '按本人要求删除',
  key: '更换密钥',
  'sign-in': '登录',
  'sign-in-refused': '登录没有成功',
  'sign-out': '退出登录',
  'session-ended': '结束别处的登录',
  operation: '操作',
}

const SIGN_IN_WAYS: Readonly<Record<string, string>> = {
  code: '用验证码',
  wecom: '用企业微信',
  'first link': '用首次登录链接',
}
/** By which way somebody signed in. */
export const wayOf = (how: string): string =>
  SIGN_IN_WAYS[how] ?? how.replace(/^terminal link (.+)$/u, (_, by: string) => `用服务器上打印的链接（${by} 打印）`)

const REFUSED: Readonly<Record<string, string>> = {
  code: '验证码不对',
  link: '链接不对',
  wecom: '企业微信账号不在名册里',
}
const GONE: Readonly<Record<string, string>> = {
  inbox: '收到的消息原文',
  outbox: '发出的消息原文',
  conversation: '没有答完的提问',
  closed: '办完工单里的原话和地点',
  identity: '反映人的身份',
  erased: '注销的人留下的内容',
  photos: '办完工单的照片',
  loose: '没有用上的照片和文件',
  forgotten: '注销的人的文件',
}

/** A reason the program wrote, in words; what a person wrote stays as it is. */
export function sayReason(kind: AccessKind, reason: string): string {
  if (kind === 'sign-in' || kind === 'sign-out') return wayOf(reason)
  if (kind === 'sign-in-refused')
    return reason
      .replace(/^(\S+) from /u, (_, what: string) => `${REFUSED[what] ?? what}，来自 `)
      .replace(/ as (.+)$/su, (_, who: string) => `，填的是“${who}”，名册里没有`)
  if (kind === 'session-ended') return `${reason} 处登录`
  if (kind === 'erase') return reason.replace(/^(\d+) cases, (\d+) files$/u, '$1 件工单、$2 个文件')
  if (kind === 'purge' && reason === 'all 0') return '没有到期要清除的'
  if (kind === 'purge')
    return reason.replace(/^(\S+) (\d+)$/u, (_, what: string, count: string) => `${GONE[what] ?? what}，${count} 条`)
  return reason
}

export const LOGS = {
  system: '系统',
  unknown: '没有登录的人',
  villager: '群众',
  left: (userid: string): string => `${userid}（已不在名册）`,
  columns: ['时间', '谁', '账号', '做了什么', '说明', '工单', '一起的人'],
  file: (day: string): string => `日志 ${day}.csv`,
  exported: (lines: number): string => `日志 ${lines} 条`,
  retention:
    '登录、操作、查看反映人、导出的记录只增不改，程序从来不清除，保存超过 180 天。依据：《网络安全法》（2025 年修正）第二十三条第三项（网络日志留存不少于六个月；修正前为第二十一条）、《网络安全等级保护基本要求》（GB/T 22239）。请管理员把数据库的备份也保存六个月以上。',
  verifying: '正在核对，请等它做完。',
  fault: (fault: ChainFault): string => sayChainFault(fault),
  accessFault: (fault: ChainFault): string => sayChainFault(fault, CHAIN_NAMES.accesses),
  cannotVerify: '没有核对完：数据库读不出来，请过一会儿再试，还不行请联系系统管理员。',
} as const

/** What became of messages. */
export const STATES = {
  sent: '已发出',
  pending: '等着发',
  waiting: '等对方先说话',
  parked: '发不出去',
  skipped: '不用发了',
} as const

const DOORS: Readonly<Record<string, string>> = DOOR_NAMES
export const doorName = (door: string | null): string => (door === null ? '' : (DOORS[door] ?? door))

export const QUEUES = { dispatch: '派单', alerts: '提醒、上报', replies: '回复', hooks: '推送给其他系统' } as const

const REASONS: readonly (readonly [part: string, said: string])[] = [
  ['the case is already', '工单已经往下走了'],
  ['it was signed', '已经签收了'],
  ['it was ruled', '已经派单了'],
  ['it was answered', '反映人已经回答了'],
  ['the unit has arrived', '已经到场了'],
  ['the unit has moved since', '单位已经有进展了'],
  ['the unit no longer has it', '已经换单位办了'],
  ['it was given more time', '已经延期了'],
  ['the case is suspended', '工单挂账了'],
  ['our own limit', '到了发送上限，过一会儿自动再发'],
  ['never-wrote', '对方从来没有给哨子发过消息，请他先发一句“你好”'],
  ['never wrote', '对方从来没有给哨子发过消息，请他先发一句“你好”'],
  ['no channel', '没有可用的通道，请管理员检查群和应用的设置'],
  ['the platform did not answer', '企业微信没有回应，会自动再发'],
  ['not connected', '连不上企业微信，会自动再发'],
]

type Explain = (code: number) => Readonly<{ cause: string; mend: string }> | null

/** Why it ended so, and how to mend it; what is not known here is shown as the program wrote it, for the administrator. */
export function sayWhy(reason: string | null, explain: Explain): string {
  if (reason === null) return ''
  const said = REASONS.find(([part]) => reason.includes(part))?.[1]
  if (said !== undefined) return said
  const code = /errcode (-?\d+)/u.exec(reason)?.[1]
  const known = code === undefined ? null : explain(Number(code))
  return known ? `${known.cause}（${code}）。怎么办：${known.mend}` : reason
}
