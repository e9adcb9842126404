import type { Words } from './fault.ts'

/** Why nobody would be heard, said by the doctor and by a start alike. */
export const wordingDeaf = {
  none: {
    problem: '设置了企业微信的变量，但没有一个通道能收到消息',
    mend: '智能机器人、自建应用、微信客服至少设置一个（docs/channels.zh-CN.md 说明怎么选）；想看演示就把 WECOM_ 开头的都去掉',
  },
  onlySpeaks: {
    problem: '自建应用现在只能往外发，收不到消息：没有设置“接收消息”的 Token 和 EncodingAESKey',
    mend: '在自建应用的“接收消息”里设置好，写进 WECOM_CALLBACK_TOKEN 和 WECOM_CALLBACK_AES_KEY；没有公网地址，就另外设置智能机器人或微信客服',
  },
} satisfies Readonly<Record<string, Words>>
