/** What `shaozi doctor` says: what was looked at, what was found, and what to do. Read by whoever runs the machine. */
export const wordingDoctor = {
  names: {
    node: 'Node 版本',
    env: '环境变量',
    secrets: '密钥文件',
    channel: '企业微信通道',
    town: '乡镇配置',
    documents: '文书模板',
    fonts: '字体',
    groups: '新的群',
    calendar: '节假日',
    data: '数据文件夹',
    disk: '磁盘空间',
    port: '端口',
    proxy: '反向代理',
    redis: 'Redis',
    database: '数据库',
    metrics: '监控口令',
    open: '其他系统',
  },
  marks: { ok: '正常', warn: '注意', bad: '有误' },
  fine: '不用处理',
  named: (name: string, cause: string) => `${name}：${cause}`,

  node: (version: string) => `当前是 ${version}`,
  nodeMend: (least: string) => `安装 Node ${least} 以上的版本`,
  envFine: (demo: boolean) => (demo ? '没有设置企业微信，启动的是演示' : '都读得懂'),
  secretFine: (name: string) => `${name} 的文件只有自己能读`,
  secretOpen: (name: string) => `${name} 的文件，这台机器上别的用户也能读`,
  secretMend: '在命令行运行 chmod 600 加这个文件的路径；所有者应当是运行哨子的用户',
  channelDemo: '演示：用自带的模拟企业微信',
  ears: { aibot: '智能机器人', app: '自建应用', kf: '微信客服' },
  channelFine: (ears: readonly string[]) => `收得到消息：${ears.join('、')}`,
  shortToken: 'METRICS_TOKEN 太短，容易被猜中',
  shortTokenMend: '换成 32 位以上的随机字符',

  faultAt: (file: string, line: number | null, field: string) =>
    [file, line === null ? '' : `第 ${line} 行`, field].filter((part) => part !== '').join(' '),
  town: (name: string, stations: number, duties: number, villages: number) =>
    `${name}：${stations} 个站所，${duties} 条事项，${villages} 个村`,
  calendar: (years: readonly number[]) => `有 ${years.join('、')} 年的`,

  muteGroups: (names: readonly string[]) => `这些群没有一个能用的地址，消息发不进去：${names.join('、')}`,
  muteGroupsMend:
    '在 town.yaml 里给它们填上：有智能机器人填 aibot_chatid，有群机器人填 webhook_key，有自建应用填 appchat_id',
  strangeGroup: (id: string, at: Date) =>
    `有人在一个群里找过哨子，town.yaml 里没有这个群，它的编号是 ${id}（最近一次 ${at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}）`,
  strangeGroupMend: '是我们的群，就把编号填到 town.yaml 里那个群的 aibot_chatid；不是就不用管',

  fontsFine: '图片和文书用的字体打得开',
  fontsBad: (fault: string) => `图片和文书用的字体打不开：${fault}`,
  fontsMend: '在哨子的安装文件夹里重新运行 npm ci；修好以前周报、月报和图解改发文字，海报和文书出不了',

  documentsFine: (folder: string, count: number) => `${folder}：${count} 种文书都出得了`,
  documentStrange: (file: string) => `${file} 不会用到：没有叫这个名字的文书`,
  documentName: (near: string | null, names: readonly string[]) =>
    `${near ? `是不是 ${near}？` : ''}改成下面的一个，或者移走：${names.join('、')}`,
  documentsMend: '照这句话改好那个文件；改好以前，这个镇出不了这种文书，别的不受影响',

  dataFine: (dir: string) => `${dir} 可以写入`,
  dataReadOnly: (dir: string, code: string) => `${dir} 不能写入（${code}）`,
  dataMend: '改正文件夹的权限或所有者，或把 DATA_DIR 指向能写的地方',
  disk: (free: string) => `还剩 ${free}`,
  diskUnknown: (code: string) => `看不到剩余空间（${code}）`,

  portFine: (address: string) => `${address} 空闲`,
  portTaken: (address: string) => `${address} 已被占用`,
  portTakenMend: '如果是正在运行的哨子，不用处理；否则停掉占用的程序，或换一个 PORT',
  portRefused: (address: string, code: string) => `不能在 ${address} 上监听（${code}）`,
  portRefusedMend: '检查 HOST 是不是本机地址；1024 以下的端口需要管理员权限，换一个 PORT',

  proxyFine: (addresses: readonly string[]) => `访问者的地址按 ${addresses.join('、')} 转来的 X-Forwarded-For 认`,
  proxyUnset:
    'PUBLIC_URL 是 https，前面有反向代理，却没有设置 TRUSTED_PROXY：所有人看起来都从同一个地址来，一个人试错太多次，全镇都登录不了',
  proxyMend:
    '在 .env 里写上代理的地址：和哨子在同一台机器的写 TRUSTED_PROXY=127.0.0.1；nginx 里要有 proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;（宝塔默认有）',

  redisNone: 'REDIS_URL=none：不用 Redis，由本机自己排队',
  redisSet: (where: string) => `用 ${where}`,
  redisOwn: (binary: string) => `会自己启动一个（${binary}）`,
  redisMissing: '没有设置 REDIS_URL，也没有找到 redis-server 或 valkey-server，由本机自己排队',
  redisMend: '工单不多时不用处理；要更快就安装 redis-server，或设置 REDIS_URL',

  postgres: 'PostgreSQL',
  databaseFine: (file: string) => `本机文件 ${file}`,
  databaseRemote: (file: string) => `${file} 在网络盘或共享盘上，SQLite 在那里可能损坏`,
  databaseMend: '把 DATABASE_URL 指向本机磁盘上的文件，或改用 PostgreSQL',
  databaseFolder: (file: string) => `${file} 是文件夹，不是文件`,

  broken: (error: string) => `这一项没查成：${error}`,
  brokenMend: '把这一行连同日志一起反馈',
  summary: (bad: number, warn: number) => (bad + warn === 0 ? '全部正常。' : `${bad} 处有误，${warn} 处要注意。`),
} as const
