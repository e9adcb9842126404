/** What the phones page is told when something cannot be done, and the sample phones of the simulator alone. */
export const words = {
  mention: (bot: string) => `@${bot}`,
  nobody: '没有这个人',
  noGroup: '没有这个群',
  notMember: '这个人不在群里',
  empty: '没有要发的内容',
  tooBig: '文件超过 100 MB，企业微信不会转给机器人',
  noBubble: '找不到这条消息',
  otherChat: '只能引用同一个聊天里的消息',
  noCard: '这条消息不是卡片，或者这个人看不到它',
  noKey: '卡片上没有这个按钮，可能已经更新了',
  noOption: '卡片上没有这个选项',
  noFeedback: '这条消息不能评价',
  starting: '正在重新开始，请稍等',
  noPage: '演示页面还没有生成，请运行 npm run phones',
  noRoute: '没有这个地址',
  notJson: '请用 application/json 发送',
  badJson: '内容不是正确的 JSON',
  badFields: (fields: string) => `内容不对：${fields}`,
  tooLong: '内容太大',
  foreign: '只接受本页面发来的请求',
  broken: '模拟器出错了，请重试',
} as const

/** Invented people for a bot that is developed against the simulator alone. */
export const sample = {
  bot: '哨子',
  phones: [
    { userid: 'v-lihua', name: '李华', label: '村民' },
    { userid: 'u-zhangwei', name: '张伟', label: '值班员' },
    { userid: 'u-zhoumin', name: '周敏', label: '指挥室' },
  ],
  groups: [{ chatid: 'wrCOMMAND', name: '指挥室', members: ['u-zhangwei', 'u-zhoumin'] }],
} as const
