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
  sessionOver: '这个登录已经结束了，请刷新看看。',
  noSetup: '这里的设置不在 .env 文件里，请在服务器上修改环境变量。',
  failed: '系统出了点问题，这一步没有做成，请过一会儿再试。',
} as const

/** By which the administrator of the machine gets a link when all else fails. */
const MAKE_LINK = 'npm run shaozi -- sign-in-link'

/** What happens at the sign-in. */
export const SIGN_IN = {
  wrongCode: '验证码不对，或者已经过期。请重新获取；同名的请填账号。',
  badLink: `这个链接已经用过，或者过期了。请管理员在服务器上运行 ${MAKE_LINK}，终端里会有新的链接。`,
  codeSent: '如果名册里有这个人，验证码已经发到他的企业微信，十分钟内有效。没有收到的，请核对姓名；同名的请填账号。',
  noChannel: `机器人还没有连上，验证码发不出去，请管理员在服务器上运行 ${MAKE_LINK}，用打印出来的链接登录。`,
  tooMany: '试得太多了，请过十五分钟再试。',
} as const

/** One line for each route, for the page of the API. */
export const ROUTES = {
  me: '我是谁，能看哪些页面',
  ways: '可以怎样登录',
  code: '请机器人把验证码发到企业微信',
  signIn: '用验证码登录',
  link: '用首次启动时、或 sign-in-link 打印的链接登录',
  signOut: '退出登录',
  ownSessions: '我在哪些地方登录着',
  endOwnSessions: '结束我在别处的登录',
  sessions: '谁登录着、从哪里',
  endSessions: '结束一个人的登录',
  openapi: '接口说明',
  health: '运行状况：每一项怎么样、要做什么',
  alarms: '现在的系统报警：从什么时候起、怎么办',
  setup: '设置向导：哪些值已经填了（不显示内容）',
  setupCheck: '设置向导：用这些值试一下通道',
  setupSave: '设置向导：写入 .env',
  live: '实时变化（SSE）',
  assessment: '一个月的考核：得分、名次、指标、申诉（本单位的，或者全镇的）',
  assessmentTrend: '最近六个月的得分：全镇和各单位',
  assessmentFile: '一个月的考核，下载成 xlsx、docx、png 或 json',
  appeal: '对本单位的一项考核提出申诉',
  judge: '决定一件考核申诉',
  board: '看板：每一步有多少件、最急的是哪些',
  boardColumn: '看板某一列往后的工单',
  boardChoices: '看板可以按哪些站所、村、事项筛选',
  map: '示意图：各村有多少件没办完、哪里最近最多',
  cases: '查工单：按编号、文字、地点、单位、阶段、日期',
  casePage: '一件工单的全部情况',
  file: '工单的一个附件（small=1 是小图）',
  triage: '待派单、退回待裁定、未送达、疑似重复',
  lessons: '从派单、合并和更正里学到的，能取消',
  act: '对一件工单下指令，和在群里发的一样',
  units: '各站所手上的工单、今天谁值班、证件',
  assets: '车辆、装备、房间现在在谁手上',
  roster: '一个站所一个月的值班表',
  putRoster: '修改一个站所一个月的值班表',
  assetList: '车辆装备清单，照乡镇文件夹里的样子',
  putAssets: '修改车辆装备清单',
  duties: '权责清单',
  editDuty: '修改权责清单里的一个事项',
  importDuties: '从表格导入权责清单',
  dutyVersions: '权责清单的历史版本',
  oldDuties: '退回到一个历史版本会改动什么',
  rollBackDuties: '把权责清单退回到一个历史版本',
  rules: '各类时限和依据',
  lint: '检查乡镇配置里写错的、缺的地方',
  logs: '查看日志：操作、登录、查看反映人、导出',
  logsExport: '把日志导出成表格',
  deliveries: '最近七天消息送达的情况',
  verification: '核对办理记录有没有被改过：进度和上次的结果',
  verify: '核对办理记录有没有被改过',
  dryRun: '推演：如果没有人动手，一件工单接下来会发生什么（不会真的发出去）',
} as const

export const API_TITLE = '哨子工作台接口'
