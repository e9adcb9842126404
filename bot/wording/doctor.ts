/** What `shaozi doctor` says about the live channels: what was found, and what to do. Read by whoever runs the machine. */
export const doctorWords = {
  names: {
    aibot: '智能机器人',
    app: '自建应用',
    people: '通讯录',
    callback: '接收消息',
    kf: '微信客服',
    robots: '群机器人',
    appchats: '应用群聊',
  },
  fine: '不用处理',

  code: (what: string, cause: string, code: number) => `${about(what)}${cause}（错误码 ${code}）`,
  unknownCode: (what: string, code: number) => `${about(what)}企业微信拒绝了，错误码 ${code}`,
  unknownCodeMend: '到企业微信的“错误码查询工具”查这个号码，照它的说明处理',
  noAnswer: (what: string, reason: string) => `${about(what)}没有得到回答（${reason}）`,
  noAnswerMend: '过一会儿再查一次；还是这样，检查网络和防火墙',
  nobody: (host: string, code: string) => `连不上 ${host}（${code}）`,
  nobodyMend: '检查这台机器能不能上外网、域名解析和防火墙；不想连外网时加 --offline',
  strange: (host: string, status: number) => `${host} 的回答看不懂（HTTP ${status}），中间可能隔着代理或上网登录页`,
  strangeMend: '检查代理设置；WECOM_API_BASE 一般不用写',
  late: '10 秒内没有查完',
  lateMend: '过一会儿再查一次；还是这样，检查网络',
  broken: (code: string) => `这一项没查成：${code}`,
  brokenMend: '把这一行连同日志一起反馈',

  aibot: {
    running: '本机的哨子正登录着，工作正常；没有再登录一次，免得把它顶下线',
    fine: '登录成功，已退出',
    refused: (code: number) => `Bot ID 或 Secret 不对（错误码 ${code}）`,
    refusedMend: '到管理后台的智能机器人页面重新复制 Bot ID 和长连接 Secret；确认它用的是长连接方式',
    nobody: (code: string) => `连不上长连接服务器（${code}）`,
    nobodyMend: '检查这台机器能不能上外网；WECOM_AIBOT_WS_URL 一般不用写',
  },

  app: {
    token: '拿不到通行凭证：',
    agent: '查应用时，',
    fine: (name: string) => `「${name}」可以使用`,
    ip: (ip: string | null) => `这台机器的地址${ip === null ? '' : ` ${ip} `}不在企业可信 IP 里（错误码 60020）`,
    ipMend: (ip: string | null) =>
      `在自建应用详情页的“企业可信IP”里加上 ${ip ?? '这台机器上外网用的地址'}，1 分钟后生效；加之前要先有可信域名，或先把接收消息的 URL 验证通过`,
    closed: '应用停用了',
    closedMend: '在管理后台“应用管理”里重新启用它',
    unseen: '可见范围是空的，谁也收不到',
    unseenMend: '在自建应用详情页设置“可见范围”，把站所、指挥室、领导都放进去',
    notAll: '可见范围不是全公司，不能建应用群聊',
    notAllMend: '把可见范围改成最上级的部门；不想这样，就把 town.yaml 里的 appchat_id 去掉，改用群机器人',
    onlyKf: '没有设置 WECOM_AGENT_ID：只用来接待微信客服，不能给工作人员发应用消息',
    onlyKfMend: '只用微信客服就不用处理；否则从自建应用页面复制 AgentId',
  },

  people: {
    asking: '查通讯录时，',
    fine: (well: number, all: number) => `配置的 ${all} 人里有 ${well} 人可以收到消息`,
    unasked: (count: number) => `人太多或网络太慢，还有 ${count} 人没有查`,
    unaskedMend: '过一会儿再查一次；有人收不到消息时，再单独核对他的 userid',
    unknown: (userid: string) => `${userid} 在通讯录里没有`,
    unknownMend: '在管理后台“通讯录”里看这个人的账号，改 town.yaml 里的 userid；也可能他不在应用的可见范围里',
    unseen: (userid: string) => `${userid} 不在应用的可见范围里`,
    unseenMend: '在自建应用详情页的“可见范围”里加上他，或加上他的部门',
    disabled: (userid: string) => `${userid} 的账号被禁用了`,
    inactive: (userid: string) => `${userid} 还没有激活企业微信`,
    left: (userid: string) => `${userid} 已退出企业`,
    deafMend: '请他登录一次企业微信；换了人就改 town.yaml',
  },

  callback: {
    sealFine: 'Token 和 EncodingAESKey 能用',
    seal: 'Token 和 EncodingAESKey 不能用：自己加密的消息自己解不开',
    sealMend: '从“接收消息”页面重新复制两个值',
    ips: '查回调来源时，',
    ipsFine: (count: number) => `企业微信从 ${count} 个地址（段）回调；防火墙要放它们进来`,
  },

  reach: {
    fine: '从 PUBLIC_URL 绕一圈回来，验证通过',
    slow: '从 PUBLIC_URL 绕一圈超过 1 秒，在后台保存 URL 时会失败',
    slowMend: '检查反向代理和网络；保存成功以后 5 秒以内都收得到',
    unset: '没有设置 PUBLIC_URL，没有从外面试一试',
    unsetMend: '把外面访问本机的网址写进 PUBLIC_URL；接收消息的 URL 就是它后面加 /wecom/callback',
    atHome: 'PUBLIC_URL 是内网地址，从这台机器打得开，企业微信进不来',
    atHomeMend: '写从外网能打开的域名；没有公网地址就用智能机器人和微信客服',
    notRunning: (cause: string) => `哨子没有在这台机器上运行，从外面试不通：${cause}`,
    notRunningMend: '启动哨子，再查一次',
    noName: (code: string) => [`PUBLIC_URL 的域名找不到（${code}）`, '检查域名有没有写错，解析有没有生效'] as const,
    shut: (code: string) =>
      [`PUBLIC_URL 拒绝连接（${code}）`, '检查反向代理有没有启动，端口写得对不对，防火墙有没有放行'] as const,
    silent: (code: string) =>
      [
        `PUBLIC_URL 没有回应（${code}）`,
        '检查防火墙、端口映射；有的路由器不让内网从公网地址绕回来，可以用手机流量打开同一个网址试试',
      ] as const,
    expired: (code: string) => [`PUBLIC_URL 的证书过期了（${code}）`, '续签证书，再重启反向代理'] as const,
    certificate: (code: string) =>
      [
        `PUBLIC_URL 的 https 握手失败（${code}）`,
        '检查证书是不是这个域名的、是不是正规机构签发、中间证书有没有配全；如果端口上其实是 http，改 PUBLIC_URL',
      ] as const,
    redirect: (to: string) =>
      [
        `PUBLIC_URL 把请求转到了 ${to}，企业微信不会跟过去`,
        '把 PUBLIC_URL 和后台的 URL 都写成最后到达的网址（多半是 http 改成 https）',
      ] as const,
    refused: (status: number) =>
      [
        `那边的哨子不认这里的 Token 或 EncodingAESKey（HTTP ${status}）`,
        '这里的设置和正在运行的不一样：重启哨子；还是不行，看反向代理有没有改动网址里的参数，两台机器的时间差有没有超过 10 分钟',
      ] as const,
    notForwarded: (status: number) =>
      [
        `/wecom/callback 没有转到哨子（HTTP ${status}）`,
        '在反向代理里把 /wecom/callback 原样转给 HOST:PORT；确认正在运行的哨子设置了回调',
      ] as const,
    proxy: (status: number) =>
      [
        `反向代理在，后面的哨子没有应答（HTTP ${status}）`,
        '检查反向代理转到的地址和端口是不是 HOST:PORT，哨子有没有在运行',
      ] as const,
    otherPage: ['PUBLIC_URL 上回答的不是哨子', '反向代理把 /wecom/callback 交给了别的网站；改成转给 HOST:PORT'],
    decorated: ['回答的前后多了空白，企业微信不接受', '检查反向代理有没有改动内容'],
    other: (status: number) => [`PUBLIC_URL 回答 HTTP ${status}`, '看哨子和反向代理的日志'] as const,
  },

  kf: {
    list: '查客服账号时，',
    account: (name: string, id: string) => `${name}（${id}）`,
    fine: (name: string, called: boolean) =>
      `「${name}」由这个应用管理；${called ? '有新消息时企业微信会通知' : '没有设置回调，由哨子隔一会儿去取一次新消息'}`,
    none: '这个应用一个客服账号也看不到',
    noneMend:
      '在管理后台“微信客服”里建一个账号，把自建应用放进“可调用接口的应用”，再把账号放进“通过API管理微信客服账号”',
    unknown: 'WECOM_KF_OPEN_KFID 写的账号没有',
    unknownMend: (accounts: readonly string[]) => `改成其中一个：${accounts.join('、')}`,
    foreign: (name: string) => `「${name}」没有交给这个应用管理，哨子收不到也回不了`,
    foreignMend: '在管理后台“微信客服”里，把这个账号放进“通过API管理微信客服账号”，选这个自建应用',
  },

  robots: {
    what: (group: string, key: string) => `${group}的群机器人（${key}）：`,
    fine: (what: string) => `${what}可以使用`,
    wrong: (what: string) => `${what}key 不对，或机器人被移出群了（错误码 93000）`,
    wrongMend: '在群里打开群机器人，重新复制 Webhook 地址里 key= 后面那一段，写进 town.yaml 的 webhook_key',
  },

  appchats: {
    fine: (group: string) => `${group}：已经建好`,
    later: (group: string) => `${group}：还没有，发第一条消息时自动建`,
    malformed: (group: string) => `${group}：appchat_id 只能用字母和数字，不超过 32 位`,
    malformedMend: '改 town.yaml 里的 appchat_id，例如 qsLeaders',
  },
} as const

/** What was being done, as the beginning of a sentence. */
function about(what: string): string {
  return /^$|[，：]$/u.test(what) ? what : `${what}：`
}
