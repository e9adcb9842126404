import type { Words } from './fault.ts'

const say = (problem: string, mend: string): Words => ({ problem, mend })

/** What is wrong with the files about other systems, and how to mend it. */
export const wordingOpen = {
  badHookUrl: (url: string) =>
    say(
      `推送网址“${url}”不能用`,
      '写 https:// 开头的公网网址，里面不要写用户名和密码；http:// 只在演示里可以用本机地址',
    ),
  hookTwice: (id: string, line: number | null) =>
    say(`推送编号 ${id} 用了两次${line === null ? '' : `（第一次在第 ${line} 行）`}`, '每个推送写一个自己的编号'),
  noEvents: (known: readonly string[]) => say('没有写要推送哪些变化', `写 all，或写一个或几个：${known.join('、')}`),
  noSecret: () =>
    say(
      '没有写密钥放在哪里',
      '写 secret_env: 环境变量名，或 secret_file: 文件名；密钥本身不要写在这个文件里，对方用它核对是不是我们发的',
    ),
  twoSecrets: () => say('secret_env 和 secret_file 都写了', '只留一个'),
  badVariable: (name: string) =>
    say(`“${name}”不是环境变量的名字`, '只用字母、数字和下划线，以字母开头，例如 SHAOZI_HOOK_COUNTY'),
  secretMissing: (id: string, where: string, least: number) =>
    say(`推送“${id}”的密钥在 ${where} 里没有找到，或不足 ${least} 个字符`, '在那里写一串随机字符，并告诉对方系统'),
  hooks: (town: string, count: number) => `${town}：向 ${count} 个其他系统推送，网址和密钥都能用`,

  mapColumn: (field: string) => say(`没有写 ${field} 是哪一列`, '写上工单表里那一列的列名'),
  unknownItem: (code: string, near: string | null) =>
    say(`权责清单里没有事项 ${code}`, near === null ? '写 duties.csv 里的编号' : `是不是想写 ${near}？`),

  badKeyLine: () =>
    say(
      '这一行不是一个密钥',
      '一行写一个：名称、空格、sha256: 开头的 64 位；用 shaozi open-key 名称 生成，把它显示的那一行原样放进来',
    ),
  keyTwice: (name: string) => say(`名称 ${name} 用了两次`, '每个系统一个名称；换密钥就把旧的那一行删掉'),
  noKeysFile: (code: string) =>
    say(`读不了 OPEN311_KEYS 指明的文件（${code}）`, '核对路径和读的权限；不让别的系统提交，就把 OPEN311_KEYS 去掉'),
  on: (keys: number) => `Open311 和开放数据已打开；可以提交工单的系统 ${keys} 个`,
  badKeyName: (name: string) =>
    say(`“${name}”不能做系统的名称`, '用字母、数字、汉字、点、横线、下划线，不超过 40 个字，例如 hotline-app'),
  newKey: (key: string, line: string) =>
    [
      `密钥（只显示这一次，请用安全的方式交给对方）：`,
      `    ${key}`,
      '把下面这一行加到 OPEN311_KEYS 指明的文件里，再重新启动：',
      `    ${line}`,
    ].join('\n'),
  help: '为一个要用 Open311 提交工单的系统生成密钥；名称由您定，例如 hotline-app',
} as const
