const CHANNELS: Readonly<Record<string, string>> = {
  aibot: '智能机器人',
  app: '自建应用',
  kf: '微信客服',
  webhook: '群机器人',
  appchat: '应用群聊',
}

/** The health page: what is found, and what to do. */
export const healthWords = {
  names: { database: '数据库', queue: '队列', unsent: '待发消息', parked: '发不出的消息' },
  channel: (name: string) => `通道：${CHANNELS[name] ?? name}`,
  databaseFine: '读写正常。',
  databaseAway: '数据库没有应答。',
  databaseMend: '看一下磁盘是不是满了、PostgreSQL 是不是停了，再重新启动哨子。',
  channelFine: '已连上。',
  channelDown: '没有连上，消息先存着，连上以后自动发出。',
  channelMend: '在“设置向导”里对这个通道点“测试”，会说哪里不对。',
  queueRedis: '由 Redis 分派，正常。',
  queueLocal: '没有用 Redis，由本程序自己处理，功能不受影响。',
  queueAway: 'Redis 没有应答，先由本程序自己处理，不会丢消息。',
  queueMend: '看一下 Redis 是不是停了；恢复以后会自动用回去。',
  unsentFine: '没有积压。',
  unsentLate: (minutes: number) => `最早的一条已经等了 ${minutes} 分钟还没有发出。`,
  unsentMend: '看上面的通道是不是断了；企业微信限流时会自动放慢，不会丢。',
  parkedNone: (waiting: number) =>
    waiting === 0 ? '没有。' : `没有。另有 ${waiting} 条等群众下次发消息时再发（微信客服的规定）。`,
  parkedSome: (parked: number, waiting: number) =>
    `有 ${parked} 条发不出去${waiting === 0 ? '' : `，另有 ${waiting} 条等群众下次发消息时再发`}。`,
  parkedMend: '在“派单台”的“没送到”里逐条处理：多半是本人还没有给机器人发过消息，或者账号填错了。',
} as const
