const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${head}<meta name="viewport" content="width=device-width"><title>${title}</title><body>${body}</body></html>`

/** What the pages say; villagers never see them, the person who installs it does. */
export const PAGES = {
  notFound: '没有这个页面。',
  notForYou: '只能在本机上看，或者带上 METRICS_TOKEN。',
  noQueues: page(
    '队列',
    '<h1>现在没有用 Redis 队列</h1><p>消息和计时由哨子自己处理，功能不受影响。装了 Redis 以后，这里会显示队列。</p><p><a href="/health">回到运行状况</a></p>',
  ),
} as const

/** The page of the queues, by bull-board. */
export const QUEUE_WORDS = {
  title: '哨子的队列：等着发的消息、到点要做的事（只看，不能改）',
  back: '回到工作台',
  queues: {
    dispatch: { name: '派单 dispatch', about: '派单、改派、请求同意的消息，等着发出去' },
    alerts: { name: '提醒上报 alerts', about: '到点提醒、超时上报、紧急警报，等着发出去' },
    replies: { name: '回复 replies', about: '对群众和工作人员的回答，等着发出去' },
    hooks: { name: '推送 hooks', about: '推送给其他系统的消息' },
    scheduled: { name: '计时 scheduled', about: '到了时间要做的事：催办、升级、自动结案' },
  },
} as const

const AGAIN = '<p><a href="/wecom/login">重新登录</a></p>'

/** The sign-in by WeCom. */
export const LOGIN = {
  hello: (name: string) =>
    page(
      '已登录',
      `<h1>${escaped(name)}，您好</h1><p>已用企业微信登录，正在打开工作台。</p><p><a href="/">打开工作台</a></p>`,
      '<meta http-equiv="refresh" content="1;url=/">',
    ),
  again: page('请重新登录', `<h1>登录没有成功</h1><p>登录链接只能用一次，十分钟内有效。</p>${AGAIN}`),
  tooMany: page('请稍候', '<h1>登录的人太多了</h1><p>请过一分钟再试。</p>'),
  outsider: page('不能登录', '<h1>您不是本单位的企业微信成员</h1><p>群众反映问题请直接在微信客服里说，不用登录。</p>'),
  unknown: page('不能登录', '<h1>没有找到您的岗位</h1><p>请管理员在 town.yaml 的 people 里加上您的账号。</p>'),
} as const
