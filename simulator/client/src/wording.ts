/** Every Chinese word of the phones page. */
export const words = {
  title: '哨子演示',
  sample: '演示数据',
  sampleHint: '地名、人名、单位都是编的，消息不会发到真正的企业微信',
  howTo: '怎么试',
  steps: [
    '在「村民」手机里点一句例句，报一件事',
    '在「值班员」手机里点卡片上的「签收」，再到场、办结',
    '点上面的「+4 小时」，看没人处理时怎样催办、怎样报给领导',
  ],
  closeSteps: '收起说明',
  loading: '正在打开演示……',

  clock: '演示时间',
  forward: '时间快进',
  forwards: [
    { id: '10m', text: '+10 分钟', ms: 10 * 60_000 },
    { id: '1h', text: '+1 小时', ms: 60 * 60_000 },
    { id: '4h', text: '+4 小时', ms: 4 * 60 * 60_000 },
    { id: '1d', text: '+1 天', ms: 24 * 60 * 60_000 },
  ],
  forwarding: (step: string) => `正在快进 ${step}，到点的事情一件件办……`,
  forwarded: (now: string) => `现在是 ${now}`,

  botOnline: '哨子在线',
  botOffline: '哨子断线',
  pageLost: '页面正在重新连接……',
  cut: '断线',
  restore: '恢复',
  cutHint: '让哨子和企业微信断开，看看恢复后消息是否补上',
  cutDone: '已断线：哨子要说的话，恢复后会补上；现在发给它的话，它收不到',
  restored: '网络已恢复，哨子正在重新连上',
  reset: '重新开始',
  resetAsk: '要重新开始吗？',
  resetText: '所有手机里的消息、所有案件都会清空，时间回到现在。',
  resetYes: '清空，重新开始',
  resetDone: '已重新开始',
  cancel: '取消',
  close: '关闭',

  phones: '手机',
  phoneOf: (label: string, name: string) => (label === name ? label : `${label} ${name}`),
  chats: '聊天列表',
  messages: (chat: string) => `与${chat}的聊天记录`,
  unread: (count: number) => `${count} 条未读`,
  members: (count: number) => `${count} 人`,
  bot: '机器人',
  emptySingle: '还没有消息。点一句试试：',
  emptyGroup: '群里还没有消息',
  earlier: (count: number) => `看更早的 ${count} 条`,
  newest: '看最新消息',

  write: (name: string) => `以${name}的身份写消息`,
  placeholder: '在这里写……',
  placeholderVoice: '写下要说的话，当语音发出',
  send: '发送',
  sending: '发送中',
  examples: '例句',
  mention: (bot: string) => `@${bot}`,
  mentionHint: (bot: string) => `群里要 @${bot}，它才收得到`,
  picture: '图片',
  voice: '语音',
  voiceHint: '当语音发出，哨子收到的是转成的文字',
  removePicture: (name: string) => `去掉图片 ${name}`,
  pictureLimit: '一次最多发 9 张图片，每张不超过 10 MB',
  quote: '引用',
  quoteThis: '引用这条消息',
  dropQuote: '不引用了',
  voiceMessage: '语音转文字',
  typing: '正在输入',
  edited: '已更新',

  enlarge: (name: string) => `放大图片 ${name}`,
  pictureGone: '图片打不开了',
  file: '文件',
  video: '视频',
  card: '卡片消息',
  more: '更多操作',
  pictureAt: (address: string) => `图片：${address}`,
  submit: '提交',
  choose: '请选择',

  noServer: '连不上演示程序，请看看它是否还开着',
  failed: (status: number) => `没有成功（${status}），请再试一次`,
} as const

const villager = {
  single: [
    '王家村村口有人占道摆摊，还乱倒垃圾',
    '着火了！李家沟后山',
    '有人在路边倒建筑垃圾',
    '进度',
    '催一催',
    '补充 摊主又回来了',
    '帮助',
  ],
  group: [],
}
const officer = {
  single: [
    '我的任务',
    '到场 {n}',
    '反馈 {n} 已到现场，正在劝离',
    '办结 {n} 已劝离，垃圾已清运',
    '退回 {n} 不在我站职责范围',
    '值班',
    '谁管 占道经营',
    '帮助',
  ],
  group: ['签收 {n}', '王家村村口有人占道摆摊，还乱倒垃圾', '我的任务', '值班'],
}
const commandRoom = {
  single: ['今日', '督办 {n}', '详情 {n}', '帮助'],
  group: ['今日', '督办 {n}', '指派 {n} 城管中队', '值班'],
}
const leader = { single: ['今日', '帮助'], group: ['督办 {n}', '今日'] }

/** Prepared sentences by what is written on the phone; `{n}` is the newest case number seen in it. */
const examplesByLabel: readonly (readonly [RegExp, typeof villager | typeof officer])[] = [
  [/村民|群众|居民/, villager],
  [/指挥|调度/, commandRoom],
  [/领导|书记|镇长|督办/, leader],
]

export type Example = Readonly<{ text: string; shown: string }>

/** The sentences a phone offers in a chat; those about a case only once a case is known. */
export function examplesFor(label: string, group: boolean, caseNo: string | null): Example[] {
  const role = examplesByLabel.find(([pattern]) => pattern.test(label))?.[1] ?? officer
  return (group ? role.group : role.single)
    .filter((text) => caseNo !== null || !text.includes('{n}'))
    .map((text) => ({
      text: text.replace('{n}', caseNo ?? ''),
      shown: text.replace('{n}', caseNo?.split('-').at(-1) ?? ''),
    }))
}
