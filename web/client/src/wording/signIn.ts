export const SIGN_IN = {
  title: '登录哨子工作台',
  about:
    '工作人员在这里看自己范围里的工单：站所看本单位的，指挥室、镇领导看全镇的。群众反映问题不用登录，直接给哨子发消息。',
  wecom: '用企业微信登录',
  or: '或者用验证码',
  who: '您的姓名或账号',
  send: '把验证码发到我的企业微信',
  sendAgain: (seconds: number) => `${seconds} 秒后可以重发`,
  code: '六位验证码',
  enter: '登录',
  linkWorking: '正在用首次登录链接进入…',
} as const
