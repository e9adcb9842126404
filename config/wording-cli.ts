import { CHAIN_BROKEN } from '../domain/evidence/wording-chain.ts'

/** What the program says on the terminal to the person who installs it: cause and mend. */
export const cli = {
  demoBegins: '正在准备演示数据，第一次启动要十来秒……\n',
  demo: (url: string, desk: string, queue: string) =>
    `\n哨子演示已启动，请在浏览器打开：\n\n    ${url}\n\n指挥室工作台：${desk}\n${queue}。按 Ctrl+C 停止。\n`,
  worker: (url: string, queue: string) =>
    `\n哨子已启动（只发消息和计时，没有网页）。运行状态：${url}/readyz\n${queue}。\n`,
  live: (url: string, desk: string, queue: string) =>
    `\n哨子已启动（企业微信）。运行状态：${url}/readyz\n指挥室工作台：${desk}\n${queue}。\n`,
  firstLink: (link: string) => `${link}（首次登录，给系统管理员用，只能用一次，24 小时内有效）`,
  signInLink: (name: string, userid: string, link: string) =>
    `给${name}（${userid}）的登录链接，只能用一次，24 小时内有效，不要发到群里：\n\n    ${link}\n\n哨子要正在运行才打得开；谁什么时候用它登录的，会记在日志里。`,
  noSignInLink: '没有做出登录链接：',
  nobodyIsAdmin: {
    problem: '名册里没有系统管理员',
    mend: '在 town.yaml 的 people 里给一个人写上 roles: [admin]，再运行一次',
  },
  notAnAdmin: (userid: string, admins: readonly string[]) => ({
    problem: `“${userid}”不是系统管理员的账号`,
    mend: `写这些账号里的一个：${admins.join('、')}；别的人由管理员连好通道以后，用验证码登录`,
  }),
  whichAdmin: (admins: readonly string[]) => ({
    problem: `有 ${admins.length} 个系统管理员，不知道给谁`,
    mend: `在后面写上账号，例如 npm run shaozi -- sign-in-link ${admins[0] ?? ''}；有：${admins.join('、')}`,
  }),
  queue: {
    private: '队列：BullMQ，用程序自带的私有 Redis',
    external: '队列：BullMQ，用 REDIS_URL 指定的 Redis',
    away: '队列：本进程直接处理（REDIS_URL 指定的 Redis 连不上，连上后自动改用）',
    none: '队列：本进程直接处理（没有 Redis，功能不受影响）',
    several: '队列：由当值的进程直接处理（没有 Redis；几个进程一起用时，最好在 REDIS_URL 写一个）',
  },
  demoData: '数据库里有演示数据：正式使用请换一个 DATABASE_URL。',
  cannotStart: '哨子没有启动：',
  cannotVerify: '没有核对成：',
  fault: (where: string, problem: string, mend: string) => `  · ${where}${problem}\n    怎么办：${mend}`,
  portTaken: (port: number) =>
    [`端口 ${port} 已被别的程序占用`, `换一个端口，例如 PORT=${port + 1} npm start；或先停掉占用它的程序`] as const,
  portDenied: (port: number) =>
    [`没有权限使用端口 ${port}`, '1024 以下的端口需要管理员权限，换一个大一些的端口，例如 PORT=3000'] as const,
  hostBad: (host: string) =>
    [`HOST 写的地址 ${host} 不是本机的地址`, '写 127.0.0.1（只有本机能访问）或 0.0.0.0（局域网能访问）'] as const,
  dataFolder: (dir: string, code: string) =>
    [
      `数据文件夹 ${dir} 建不了或写不进去（${code}）`,
      '给运行哨子的用户写权限，或把 DATA_DIR 改到可写的文件夹',
    ] as const,
  storeBad: {
    'bad-url': [
      '数据库打不开：没有这个文件，文件夹建不了，或 DATABASE_URL 的写法不对',
      '看上面的英文原因；DATABASE_URL 写成 file:./data/shaozi.db 或 postgresql://用户:密码@地址:5432/库名',
    ],
    unreachable: ['连不上数据库', '检查 DATABASE_URL 的地址、用户名、密码，以及数据库有没有启动'],
    'read-only': ['数据文件夹只读，写不进去', '给运行哨子的用户写权限，或把 DATA_DIR、DATABASE_URL 改到可写的文件夹'],
    'not-a-database': ['数据库文件已经损坏，或不是数据库', '换一个 DATABASE_URL，或用备份恢复'],
    'foreign-database': ['这个数据库不是哨子建的', '换一个 DATABASE_URL，给哨子一个自己的数据库'],
    locked: ['数据库被别的程序锁住了', '关掉正在打开这个数据库文件的程序（例如数据库查看工具），再启动'],
    'disk-full': ['磁盘满了，数据库写不进去', '清出一些空间，或把 DATA_DIR、DATABASE_URL 改到别的磁盘'],
    'in-use': ['另一个哨子正在使用同一个数据库', '先停掉那一个；同一个 SQLite 文件只能有一个哨子写入'],
    'not-wal': ['数据库不能用 WAL 方式写入', '把数据库放到本机磁盘上；网络共享盘（NFS、SMB）不行'],
    'not-durable': ['数据库不能保证断电不丢数据', '把数据库放到本机磁盘上；网络共享盘（NFS、SMB）不行'],
    'database-newer': ['数据库是更新版本的哨子建的，这个版本不能打开它', '升级哨子到当时的版本或更新的版本'],
    'migration-changed': ['数据库的升级记录和这个版本不一致', '不要手工改动 prisma/migrations；请用原来的版本启动'],
    'migration-failed': ['数据库升级没有成功，已退回原样', '看上面的英文原因，解决后再启动'],
  } as const,
  keysBad: {
    missing: (file: string) =>
      [
        `找不到群众身份的密钥文件 ${file}，而数据库里有用它加密的身份`,
        '从备份里把这个文件放回原处（或用 IDENTITY_KEYS_FILE 指明位置）；不要重新生成，生成的打不开旧的',
      ] as const,
    lacks: (file: string) =>
      [`密钥文件 ${file} 里没有数据库用的那把密钥`, '换成和这个数据库配套的密钥文件（从备份恢复）'] as const,
    damaged: (file: string) => [`密钥文件 ${file} 已经损坏，读不出来`, '从备份里恢复这个文件'] as const,
  },
  keysOk: (current: string, sealed: number) =>
    `密钥正常：当前密钥 ${current}，没有用旧密钥加密的身份（检查了 ${sealed} 把）。`,
  keysOld: (current: string, old: readonly string[]) =>
    `当前密钥 ${current}，还有身份是用旧密钥 ${old.join('、')} 加密的，请运行 npm run shaozi -- keys rotate 完成更换。`,
  keysRotated: (current: string, people: number) =>
    `已换成新密钥 ${current}，重新加密了 ${people} 个人的身份。请马上备份密钥文件。`,
  keysAdded: (current: string) =>
    `已加上新密钥 ${current}。哨子正在运行，几秒钟内由它把所有身份重新加密，不用停；过一会儿运行 npm run shaozi -- keys check 看是否完成。请马上备份密钥文件。`,
  cannotRotate: '密钥没有换成：',
  unexpected: ['没有预料到的错误', '请把上面的英文信息发给维护的人；已经回复过的内容没有丢失'],
  verifyOk: (events: number, head: string) => `事件记录完整：共 ${events} 条，链头 ${head}`,
  verifyBad: '事件记录有问题：',
  verifyMend: `    怎么办：${CHAIN_BROKEN}`,
  noDatabase: (path: string) => ({
    problem: `数据库打不开：没有文件 ${path}`,
    mend: '在哨子的安装文件夹里运行；数据库在别处的，用 DATABASE_URL 或 DATA_DIR 指明',
  }),
  doctorOk: '检查完毕，没有问题。',
  simulator: (page: string, ws: string, id: string, secret: string) =>
    `\n模拟企业微信已启动。手机页面：${page}\n让机器人连过来，在另一个终端运行：\n\n    WECOM_AIBOT_WS_URL=${ws} WECOM_AIBOT_ID=${id} WECOM_AIBOT_SECRET=${secret} npm start\n\n按 Ctrl+C 停止。\n`,
  stopping: '正在停止……',
  help: {
    program: '哨子：乡镇吹哨，站所报到',
    start: '启动；没有设置 WECOM_* 时是演示',
    simulator: '单独启动模拟企业微信（带手机页面）',
    doctor: '检查设置、乡镇文件夹、数据库、端口，逐个通道连企业微信试一遍，并告诉你怎么改',
    offline: '不连企业微信，只检查本机',
    kf: '微信客服',
    kfLinks: '给每个村做一张二维码海报，群众用微信一扫就能反映问题',
    out: '放到哪个文件夹（默认 DATA_DIR 下的 posters）',
    png: '只做 PNG 图片，一个村一张',
    pdf: '只做 PDF（A4，一页一个村），一个镇一份',
    signInLink: '打印一个登录链接，给登录不了的系统管理员（只能用一次，24 小时内有效）',
    keys: '群众身份的密钥',
    keysCheck: '检查密钥文件和数据库是否配套',
    keysRotate: '换一把新密钥，并把所有身份用新密钥重新加密（SQLite 请先停掉哨子）',
    verify: '核对事件记录、查看记录和存下的文件有没有被改动，或核对一个证据包（只读）',
    json: '输出 JSON',
  },
} as const

export const castWording = {
  /** the villagers of the demo; the first has a phone that is open from the start */
  villagers: [
    ['v-lihua', '李华'],
    ['v-mashulan', '马淑兰'],
    ['v-gaojian', '高建'],
    ['v-tianfang', '田芳'],
    ['v-luoping', '罗平'],
    ['v-jinwei', '金伟'],
  ],
  villager: '村民',
  onDuty: (station: string) => `${station} 值班员`,
  head: (station: string) => `${station} 负责人`,
  officer: (station: string) => `${station} 队员`,
  commandRoom: '综合指挥室',
  leader: '镇领导',
  supervisor: '司法所（监督）',
  reviewer: '法制审核',
  administrators: { admin: '系统管理员', security: '安全管理员', auditor: '审计管理员' },
  staff: '工作人员',
  /** the headings under which phones are chosen, in their order */
  kinds: {
    villager: '村民',
    station: '站所',
    brigade: '大队',
    justice: '司法所·法制审核',
    commandRoom: '指挥室',
    leader: '领导',
    administrators: '管理员',
  },
  hello: '你好',
  bot: '哨子',
} as const
