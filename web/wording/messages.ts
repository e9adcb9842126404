import type { Door } from '../../domain/inbound.ts'
import type { NoticeBody } from '../../domain/notice.ts'

/** 「**【请派单】** …」: what stands first in a message to staff. */
export const HEADLINE = /^\**【([^】]{1,20})】/u

export const MESSAGES = {
  other: '通知',
  instead: (where: string) => `已改发给${where}。`,
} as const

/** What messages are called that carry no headline, or one that says too little. */
export const MESSAGE_NAMES: Readonly<Partial<Record<NoticeBody['kind'], string>>> = {
  accepted: '受理告知',
  'accepted-several': '受理告知',
  progress: '进展告知',
  'progress-card': '进度卡',
  'ask-solved': '问解决了没有',
  'ask-satisfied': '问满意不满意',
  thanks: '致谢',
  reopened: '重新办理告知',
  supplemented: '补充已记下',
  nudged: '催办已转达',
  withdrawn: '撤回告知',
  joined: '并入同一件告知',
  split: '拆分告知',
  relay: '问群众',
  elsewhere: '告知找谁办',
  'task-card': '任务卡',
  assist: '协助通知',
  'card-update': '卡片更新',
  taken: '已有人签收',
  'triage-card': '派单卡',
  remind: '到点提醒',
  overdue: '超时上报',
  quiet: '无进展提醒',
  'rule-due': '提醒派单或裁定',
  emergency: '紧急警报',
  undelivered: '未送达告知',
  conflict: '回避告知',
  'reveal-logged': '查看反映人的告知',
  'reveal-asked': '请求同意查看反映人',
}

export const DOOR_NAMES: Readonly<Record<Door, string>> = {
  aibot: '智能机器人',
  app: '自建应用',
  kf: '微信客服',
  webhook: '群机器人',
  appchat: '应用群聊',
  web: '工作台',
  open: '开放接口',
  hook: '推送给其他系统',
}

/** Why a message is not there, and what to do. */
export const WHY = {
  pending: ['正在发，或者在等免打扰时段结束。', '不用做什么，到时间会自动发。'],
  waiting: [
    '对方在微信客服里超过 48 小时没有说话，平台不让再发。',
    '他下次来消息时会自动告诉他；着急的话请打电话告知。',
  ],
  skipped: ['情况已经变了，不用再说。', ''],
  parked: ['试过了，没有送到。', '请用别的办法通知到。'],
  'never-wrote': ['对方从没给哨子发过消息，平台不让发。', '请他先给哨子随便发一句话，再用别的办法把这件事告诉他。'],
  'no-channel': ['这个人或这个群还没有接上哨子。', '请管理员检查群和通道的配置；这件事先用别的办法通知到。'],
  refused: ['企业微信拒绝发送。', '请管理员检查这个人或群还在不在、机器人在不在群里；这件事先打电话通知到。'],
  'gave-up': ['试了多次都没有成功。', '请打电话通知到，并请管理员检查网络。'],
  unclear: ['企业微信没有回话，不知道送到没有；为了不重复打扰，没有再发。', '请问一下对方收到没有。'],
  forgotten: ['对方已经删除了自己的信息，不用再通知。', ''],
} as const
