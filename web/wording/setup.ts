import type { SetupName, SetupStep } from '../setup.ts'

/** What the values of the set-up are called on the page. */
export const SETUP_FIELDS: Readonly<Record<SetupName, string>> = {
  WECOM_AIBOT_ID: 'Bot ID',
  WECOM_AIBOT_SECRET: 'Secret',
  WECOM_CORP_ID: '企业 ID',
  WECOM_AGENT_ID: 'AgentId',
  WECOM_APP_SECRET: '应用 Secret',
  PUBLIC_URL: '公网网址（https:// 开头）',
  WECOM_CALLBACK_TOKEN: 'Token',
  WECOM_CALLBACK_AES_KEY: 'EncodingAESKey',
  WECOM_KF_OPEN_KFID: '客服账号 ID',
}

export const STEP_NAMES: Readonly<Record<SetupStep, string>> = {
  aibot: '智能机器人',
  app: '自建应用',
  callback: '接收消息的网址（公网）',
  kf: '微信客服',
}

/** What the set-up answers beside what WeCom said. */
export const SETUP_SAYS = {
  badValue: (name: SetupName): string =>
    `“${SETUP_FIELDS[name]}”填得不对：要写在一行里，中间没有空格，不超过 500 个字。请重新复制一次。`,
  missing: (names: readonly SetupName[]): readonly [cause: string, mend: string] => [
    `还没有填：${names.map((name) => SETUP_FIELDS[name]).join('、')}。`,
    '照上面写的地方复制过来，填好再测试；不用这个通道的，去掉前面的勾。',
  ],
  untested: ['这一步还没有用现在的值测试通过，没有保存。', '点这一步下面的“测试这一步”，通过以后再保存。'],
  none: ['一个通道都没有选，没有保存。', '至少选一个通道，填好、测试通过以后再保存。'],
  outside: (names: readonly SetupName[]): readonly [cause: string, mend: string] => [
    `${names.map((name) => SETUP_FIELDS[name]).join('、')}是在服务器的环境变量里设的，这里去不掉，没有保存。`,
    '请在服务器上去掉这些环境变量，或者把这一步勾上。',
  ],
} as const
