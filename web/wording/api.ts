/** What the API answers to the person before the page. */
export const API = {
  signIn: '请先登录。',
  notAllowed: '您的岗位没有这项权限。需要的话，请联系系统管理员。',
  notFound: '没有找到，或者不在您的范围里。',
  notFromPage: '这个操作要在工作台页面上做，请刷新页面再试。',
  tooMuch: '操作太频繁，请过一分钟再试。',
  tooLong: '内容太长了，请分几次提交。',
  badBody: '提交的内容读不懂，请刷新页面再试。',
  badField: (field: string) => `“${field}”填得不对，请改一下再提交。`,
  noSetup: '这里的设置不在 .env 文件里，请在服务器上修改环境变量。',
  failed: '系统出了点问题，这一步没有做成，请过一会儿再试。',
} as const

/** What happens at the sign-in. */
export const SIGN_IN = {
  wrongCode: '验证码不对，或者已经过期。请重新获取。',
  badLink: '这个链接已经用过，或者过期了。请管理员重新启动程序，终端里会有新的链接。',
  codeSent: '如果名册里有这个人，验证码已经发到他的企业微信，十分钟内有效。',
  tooMany: '试得太多了，请过十五分钟再试。',
} as const

/** One line for each route, for the page of the API. */
export const ROUTES = {
  me: '我是谁，能看哪些页面',
  ways: '可以怎样登录',
  code: '请机器人把验证码发到企业微信',
  signIn: '用验证码登录',
  link: '用首次启动时打印的链接登录',
  signOut: '退出登录',
  openapi: '接口说明',
  health: '运行状况：每一项怎么样、要做什么',
  setup: '设置向导：哪些值已经填了（不显示内容）',
  setupCheck: '设置向导：用这些值试一下通道',
  setupSave: '设置向导：写入 .env',
  live: '实时变化（SSE）',
  assessment: '一个月的考核：得分、名次、指标、申诉（本单位的，或者全镇的）',
  assessmentFile: '一个月的考核，下载成 xlsx、docx、png 或 json',
  appeal: '对本单位的一项考核提出申诉',
  judge: '决定一件考核申诉',
  act: '对一件工单下指令，和在群里发的一样',
} as const

export const API_TITLE = '哨子工作台接口'
