import type { Words } from './fault.ts'
import type { VariableName } from './variables.ts'

/** How each variable should look. No value is ever repeated: many of them are secrets. */
const FORMS: Readonly<Record<VariableName, string>> = {
  HOST: '写监听地址，例如 127.0.0.1；对外服务写 0.0.0.0',
  PORT: '写 0 到 65535 之间的整数，例如 3000',
  PUBLIC_URL: '写 http:// 或 https:// 开头的完整网址',
  TRUSTED_PROXY: '写反向代理的 IP 地址或网段，几个用逗号分开，例如 127.0.0.1 或 172.18.0.0/16；不能写 0.0.0.0/0',
  DATABASE_URL: '写 file:./data/shaozi.db 这样的文件，或 postgresql:// 开头的地址；密码里的 # / @ 要写成 %23 %2F %40',
  REDIS_URL:
    '写 redis:// 或 rediss:// 开头的地址（哨兵 redis+sentinel://，集群 redis+cluster://），密码里的 # / @ 要写成 %23 %2F %40；不用 Redis 写 none',
  DATA_DIR: '写一个文件夹路径，例如 ./data',
  IDENTITY_KEYS_FILE: '写一个文件路径，例如 ./data/identity-keys.json',
  TOWN_CONFIG: '写乡镇配置文件夹的路径，例如 ./config/town',
  ROLE: '写 all、web 或 worker',
  WECOM_AIBOT_ID: '从企业微信管理后台的智能机器人页面复制 Bot ID，中间没有空格',
  WECOM_AIBOT_SECRET: '从企业微信管理后台的智能机器人页面复制长连接 Secret，中间没有空格',
  WECOM_AIBOT_WS_URL: '写 wss:// 或 ws:// 开头的地址；一般不用写',
  WECOM_CORP_ID: '从企业微信管理后台“我的企业”复制企业 ID，中间没有空格',
  WECOM_AGENT_ID: '从自建应用页面复制 AgentId，是一个整数；只用微信客服可以不写',
  WECOM_APP_SECRET: '从自建应用页面复制 Secret，中间没有空格；微信客服也用它',
  WECOM_CALLBACK_TOKEN: '从“接收消息”页面复制 Token，只有字母和数字，不超过 32 位',
  WECOM_CALLBACK_AES_KEY: '从“接收消息”页面复制 EncodingAESKey，正好 43 位',
  WECOM_API_BASE: '写 http:// 或 https:// 开头的地址；一般不用写',
  WECOM_KF_OPEN_KFID: '从微信客服页面复制客服账号 ID，中间没有空格',
  METRICS_TOKEN: '写一串没有空格的字符，建议 32 位以上',
  OPEN_DATA: '写 on 或 off',
  OPEN311_KEYS: '写一个文件路径，例如 ./data/open311-keys.txt',
  BACKUP_DIR: '写一个文件夹路径，例如 /mnt/backup；最好在另一块硬盘上',
  BACKUP_KEY: '写 AGE-SECRET-KEY-1 开头的一整行；用 npm run shaozi -- backup --make-key 文件 生成',
  BACKUP_KEY_FILE: '写备份密钥文件的路径，例如 /etc/shaozi/backup.key',
  BACKUP_AT: '写时间，例如 03:30；不要自动备份写 off',
  LLM_URL: '写 OpenAI 兼容接口的地址，http:// 或 https:// 开头，例如 http://127.0.0.1:8000/v1',
  LLM_MODEL: '写模型的名称，中间没有空格',
  LLM_API_KEY: '从模型服务复制密钥，中间没有空格；本机的模型可以不写',
  LLM_TIMEOUT_MS: '写毫秒数，例如 3000',
  DEMO_STORY: '写 sample（第一次启动时放入演示数据）或 none（空着开始）',
  LOG_LEVEL: '写 trace、debug、info、warn、error、fatal、silent 之一',
}

export const wordingEnv = {
  /** stands for a file name where a variable is not written in .env */
  environment: '环境变量',
  badValue: (name: VariableName): Words => ({ problem: `${name} 的值不对（值不在这里显示）`, mend: FORMS[name] }),
  halfConfigured: (name: VariableName, because: VariableName): Words => ({
    problem: `设置了 ${because}，却没有设置 ${name}`,
    mend: `${FORMS[name]}；如果不用这个通道，把 ${because} 也去掉`,
  }),
  oneWriter: {
    problem: 'ROLE 写成了 web 或 worker，数据库却是 SQLite 文件：一个文件只能由一个进程写',
    mend: '一台电脑一个进程就够：ROLE 写 all；要分成几个进程，先把 DATABASE_URL 换成 postgresql:// 开头的地址',
  } satisfies Words,
  misspelt: (name: string, near: string): Words => ({
    problem: `不认识的变量 ${name}`,
    mend: `是不是想写 ${near}？改正名称，或删掉这一行`,
  }),
  demoInParts: (role: string): Words => ({
    problem: `ROLE=${role}，却没有设置企业微信：分成几个进程的只能是正式使用，演示只有一个进程`,
    mend: '在 .env 里填上企业微信的值（WECOM_AIBOT_ID 和 WECOM_AIBOT_SECRET）；只想看演示，就去掉 ROLE',
  }),
  secretTwice: (name: VariableName): Words => ({
    problem: `${name} 和 ${name}_FILE 只能写一个`,
    mend: `去掉其中一个；密钥放在文件里的，留 ${name}_FILE`,
  }),
  secretEmpty: {
    problem: '这个文件是空的（路径不在这里显示）',
    mend: '把密钥写进文件，只写密钥本身，一行',
  } satisfies Words,
  secretUnreadable: (code: string): Words => ({
    problem: `这个文件读不了（${code}；路径不在这里显示）`,
    mend: '检查路径有没有写错，以及运行哨子的用户有没有读它的权限；这里写的是文件的路径，不是密钥本身',
  }),
  noVariable: {
    problem: '这一行看不懂，没有起作用（内容不在这里显示）',
    mend: '写成 名称=值，中间用英文的等号；说明文字前面加 #',
  } satisfies Words,
  notUtf8: {
    problem: '.env 的编码不是 UTF-8，读不出内容',
    mend: '用记事本打开，“另存为”时编码选 UTF-8',
  } satisfies Words,
  unreadable: (code: string): Words => ({
    problem: `.env 存在，但读不了（${code}）`,
    mend: '检查它是不是普通文件，以及运行哨子的用户有没有读它的权限',
  }),
}
