/** What must be written behind a command, as the usage line calls it. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  version: '版本号（用 shaozi duties versions 看有哪些）',
  file: '文件名',
  item: '事项',
  caseNo: '工单编号',
}

const faults: Readonly<Record<string, (word: string) => string>> = {
  'commander.unknownOption': (word) => `没有选项 ${word}`,
  'commander.unknownCommand': (word) => `没有命令 ${word}`,
  'commander.missingArgument': (word) => `少写了${ARGUMENTS[word] ?? ` ${word}`}`,
  'commander.optionMissingArgument': (word) => `选项 ${word} 后面少了内容`,
  'commander.missingMandatoryOptionValue': (word) => `少了选项 ${word}`,
  'commander.excessArguments': () => '多写了内容（文件名里有空格时，用引号括起来）',
  'commander.help': () => '命令没有写完',
}

/** What the program says of the words typed at the terminal. */
export const cliUsage = {
  help: '看说明',
  helpCommand: '看一个命令的说明',
  /** of the help */
  parts: {
    'Usage:': '用法：',
    'Arguments:': '要写的：',
    'Options:': '选项：',
    'Commands:': '命令：',
    '[options]': '[选项]',
    '[command]': '[命令]',
  },
  faults,
  fault: (problem: string, near: string | null) =>
    `用法不对${problem ? `：${problem}` : ''}\n    怎么办：${near ? `是不是想写 ${near}？` : ''}运行 npm run shaozi -- --help 看说明；命令后面加 --help 看那个命令的说明`,
} as const
