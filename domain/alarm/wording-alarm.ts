import { wallClock } from '../calendar/zone.ts'
import type { AlarmKind, Sign } from './kinds.ts'
import type { RedisTrouble, Skew } from './seen.ts'

const CHANNELS: Readonly<Record<string, string>> = {
  aibot: '智能机器人',
  app: '自建应用',
  kf: '微信客服',
  webhook: '群机器人',
  appchat: '应用群聊',
}
const CLOCKS: Readonly<Record<Skew['against'], string>> = { wecom: '企业微信', database: '数据库' }

export const channelName = (name: string): string => CHANNELS[name] ?? name

/** What each thing that is looked at is called, on pages and in chat. */
export const ALARM_NAMES: Readonly<Record<AlarmKind, string>> = {
  channel: '通道',
  database: '数据库',
  unsent: '待发消息',
  redis: '队列',
  disk: '磁盘空间',
  backup: '备份',
  chain: '留痕',
  parked: '处理不了的消息',
  calendar: '节假日',
  certificate: '网站证书',
  address: '外网地址',
  skew: '时钟',
}

/** Which one it is: `通道：智能机器人`. */
export function signName({ kind, of }: Pick<Sign, 'kind' | 'of'>): string {
  return kind === 'channel' ? `${ALARM_NAMES.channel}：${channelName(of)}` : ALARM_NAMES[kind]
}

type Say = (sign: Sign) => string

const redisOf = (of: string): RedisTrouble => (of in REDIS ? (of as RedisTrouble) : 'away')

/** What is wrong with Redis, and what whoever runs it does about it. */
const REDIS: Readonly<Record<RedisTrouble, Readonly<{ cause: string; mend: string }>>> = {
  away: {
    cause: '分派消息的队列没有应答，先由本程序自己处理，不会丢消息。',
    mend: '看一下 Redis 是不是停了；恢复以后会自动用回去。',
  },
  full: {
    cause: 'Redis 内存满了，写不进去，先由本程序自己处理，不会丢消息。',
    mend: '把 Redis 的 maxmemory 调大，或清掉同一个 Redis 里别的程序的数据；恢复以后会自动用回去。',
  },
  readonly: {
    cause: '连上的 Redis 是只读的备机，写不进去，先由本程序自己处理，不会丢消息。',
    mend: '把 REDIS_URL 改成主机的地址，或照 .env.example 写成哨兵（redis+sentinel://）的地址；恢复以后会自动用回去。',
  },
  evicts: {
    cause: 'Redis 内存满的时候会丢掉队列里的内容。消息以数据库为准，不会丢，但会晚一些。',
    mend: '把 Redis 的 maxmemory-policy 设为 noeviction（CONFIG SET maxmemory-policy noeviction，并写进 redis.conf）。',
  },
}

const CAUSES: Readonly<Record<AlarmKind, Say>> = {
  channel: () => '没有连上：群众这时候发的消息可能收不到，要发出去的先存着，连上以后自动发出。',
  database: () => '写不进去：这时候收到的消息没有受理，企业微信会重新送来。',
  unsent: ({ amount }) => `最早的一条已经等了 ${Math.round((amount ?? 0) / 60)} 分钟还没有发出。`,
  redis: ({ of }) => REDIS[redisOf(of)].cause,
  disk: ({ amount }) => `快满了，还剩 ${Math.floor((amount ?? 0) / MIB)} 兆；满了就收不进消息。`,
  backup: ({ amount, at }) =>
    at === null
      ? `装好 ${daysText(amount)}了，一次也没有备份过。`
      : `最近一次备份是 ${wallClock(new Date(at))}，已经过了 ${daysText(amount)}。`,
  chain: ({ at }) =>
    `${at ? `${wallClock(new Date(at))} 核对时` : '核对时'}发现办理记录对不上：有人绕过程序改过数据库，或者数据库坏了。`,
  parked: ({ amount }) => `近一天有 ${amount ?? 1} 条收到的消息试了三次都没有处理成，已经搁在一边，别的消息不受影响。`,
  calendar: ({ amount, at }) => {
    if (at === null) return '一年的节假日都没有。'
    return (amount ?? 0) < 0
      ? `只知道到 ${at}，现在的时限都是暂定的。`
      : `只知道到 ${at}，还有 ${amount ?? 0} 天；以后的时限都是暂定的。`
  },
  certificate: ({ amount, at }) =>
    (amount ?? 0) < 0
      ? `${at ? `${wallClock(new Date(at))} ` : ''}已经过期：企业微信的回调送不进来，网页也打不开。`
      : `${at ? `${wallClock(new Date(at))} ` : ''}到期，还有 ${amount ?? 0} 天。`,
  address: () => '从本机打不开自己的外网地址。',
  skew: ({ of, amount }) => {
    const minutes = Math.round(Math.abs(amount ?? 0) / 60)
    return `本机的钟比${CLOCKS[of as Skew['against']] ?? of}${(amount ?? 0) > 0 ? '快' : '慢'} ${minutes} 分钟，时限会算错，回调会被当成过期的拒绝。`
  },
}

/** For whoever runs the machine. */
const MENDS: Readonly<Record<AlarmKind, (of: string) => string>> = {
  channel: () => '请管理员在工作台“设置向导”里对这个通道点“测试”，会说哪里不对；断着的时候，急事请打值班电话。',
  database: () => '看一下磁盘是不是满了、PostgreSQL 是不是停了；好了以后会自动接着办。',
  unsent: () => '看通道是不是断了；企业微信限流时会自动放慢，不会丢。',
  redis: (of) => REDIS[redisOf(of)].mend,
  disk: () => '清理磁盘，或把 DATA_DIR 移到更大的盘上。',
  backup: () => '运行 npm run shaozi -- backup，并定到每天自动做；备份要另存一份到别的机器。',
  chain: () =>
    '不要再动数据库。运行 npm run shaozi -- verify 看是从哪一条起不对，用最近的备份核对，并报告负责监督的人。',
  parked: () =>
    '请管理员查日志里 a message could not be handled 一行，连同 npm run shaozi -- doctor 的结果反馈；相关的群众请值班人员打电话问一下。',
  calendar: () =>
    '照 config/town/holidays 里已有的样子，按国务院办公厅的通知补上下一年的，重新启动；已有的时限会重算。',
  certificate: () => '换上新证书，或看自动续期为什么没有成功；换好以后不用重启哨子。',
  address: (of) =>
    `用手机流量打开 PUBLIC_URL 看看：打得开就不用管（有的路由器不让从里面访问自己的外网地址）；打不开就查域名、端口和反向代理。${of === '' ? '' : `（${of}）`}`,
  skew: () => '把本机的时间同步打开（timedatectl set-ntp true），数据库在别的机器上的也看一下。',
}

/** What is said where it is as it should be. */
export const ALARM_FINE: Readonly<Record<AlarmKind, string>> = {
  channel: '已连上。',
  database: '读写正常。',
  unsent: '没有积压。',
  redis: '由 Redis 分派，正常。',
  disk: '够用。',
  backup: '两天之内备份过。',
  chain: '最近一次核对是完好的。',
  parked: '没有。',
  calendar: '够用。',
  certificate: '没有到期。',
  address: '打得开。',
  skew: '和别处一致。',
}

/** What was found, in one sentence. */
export const signCause = (sign: Sign): string => CAUSES[sign.kind](sign)
/** What to do about it. */
export const signMend = ({ kind, of }: Pick<Sign, 'kind' | 'of'>): string => MENDS[kind](of)

export const sizeText = (bytes: number): string =>
  bytes >= GIB ? `${(bytes / GIB).toFixed(1)} GB` : `${Math.floor(bytes / MIB)} MB`

const MIB = 1024 ** 2
const GIB = 1024 ** 3
const daysText = (seconds: number | null): string => `${Math.floor((seconds ?? 0) / 86_400)} 天`
