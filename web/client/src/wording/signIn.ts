export const SIGN_IN = {
  title: '登录哨子工作台',
  about: '指挥室、站所负责人、镇领导在这里看全镇的工单。群众反映问题不用登录，直接给哨子发消息。',
  wecom: '用企业微信登录',
  or: '或者用验证码',
  who: '您的姓名或账号',
  send: '把验证码发到我的企业微信',
  sendAgain: (seconds: number) => `${seconds} 秒后可以重发`,
  code: '六位验证码',
  enter: '登录',
  linkWorking: '正在用首次登录链接进入…',
} as const
