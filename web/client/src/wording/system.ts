export const HEALTH = {
  ok: '正常',
  warn: '注意',
  bad: '有问题',
  mend: '怎么办：',
  again: '再看一次',
  allFine: '全部正常。',
  some: (bad: number, warn: number) => `${bad} 项有问题，${warn} 项要注意。`,
  queues: '查看队列',
  setup: '去设置向导',
} as const

/** The red lines above every page while something is wrong with the machine. */
export const ALARMS = {
  since: (when: string) => `（从 ${when} 起）`,
  mend: '怎么办：',
  more: '看每一项怎么样',
} as const

export const SETUP = {
  demo: '现在运行的是演示。下面填好、保存并重新启动以后，就接到真正的企业微信。',
  choose: '要用哪些通道？可以先开一个，以后再加。去掉勾再保存，这个通道的值就从 .env 里删掉。',
  isSet: '已经填过，不改就留空',
  outside: '在服务器的环境变量里设了，这里改不了',
  test: '测试这一步',
  testing: '正在连企业微信…',
  save: '保存',
  saved:
    '已写入 .env。重新启动哨子以后生效：在运行哨子的窗口里按 Ctrl+C 停掉，再运行 npm start；用别的办法启动的，照那个办法重新启动。',
  passed: '测试通过',
  untested: '还没有测试',
  failed: '测试没有通过',
  steps: {
    aibot: {
      more: '（推荐先开这个）',
      about: '不用公网地址，工作人员在企业微信里和群里都能用。',
      where:
        '企业微信管理后台 → 安全与管理 → 管理工具 → 智能机器人 → 创建 → API 模式（长连接），复制 Bot ID 和 Secret。',
    },
    app: {
      more: '',
      about: '机器人发不到的人，由应用补发；网页登录也用它。',
      where: '管理后台 → 应用管理 → 自建应用，复制 AgentId 和 Secret；企业 ID 在“我的企业”最下面。',
    },
    callback: {
      more: '',
      about: '应用和微信客服要靠它收消息。',
      where:
        '自建应用 → 接收消息 → 设置 API 接收，把这里的 Token 和 EncodingAESKey 填成同样的；URL 是公网网址加 /wecom/callback。',
    },
    kf: {
      more: '（群众用微信反映）',
      about: '群众扫码就能反映，不用装企业微信。',
      where:
        '管理后台 → 应用管理 → 微信客服，先把自建应用设成可调用接口；账号 ID 以 wk 开头，不知道就先随便填一个点测试，会列出来。',
    },
  },
} as const
