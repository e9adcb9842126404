import { wallClock } from '../domain/calendar/zone.ts'
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
const wall = (at: string): string => wallClock(new Date(at))

type Counts = Readonly<{
  caseNo: string
  madeAt: string
  madeBy: string
  events: number
  files: number
  erased: number
}>

const COMPARED = {
  same: '和数据库对照：一致，没有整包重做过。',
  differs: '',
  'no-database':
    '没有和数据库对照：这里没有哨子的数据库。会不会整包重做过，要到原来的安装里运行同样的命令，或和打包时记下的 SHA-256 比。',
  unreadable: '没有和数据库对照：数据库打不开（运行 npm run shaozi -- doctor 看原因）。会不会整包重做过，还没有核对。',
  'unknown-case': '没有和数据库对照：这里的数据库里没有这一件。如果应该有，这个包就不可信。',
} as const

/** What the program says of evidence on the terminal: the package of a case, its check, and the stored files. */
export const cliEvidence = {
  help: {
    evidence: '把一件的证据打成一个压缩包：经过、照片和文件、目录；可以单独核对，里面没有反映人',
    out: '写到哪个文件（默认 编号.zip）',
    reason: '为什么要打包（记进导出记录）',
    verifyFile: '核对一个证据包；不写就核对事件记录、查看记录和存下的文件',
  },
  noReason: '没有写事由',
  cannotPack: '没有打成证据包：',
  noCase: (caseNo: string) => ({
    problem: `没有编号为 ${caseNo} 的工单`,
    mend: '写完整的编号，例如 QS261123-0007；在哨子的安装文件夹里运行，数据库用 DATABASE_URL 指明',
  }),
  noTown: (code: string) => ({
    problem: `乡镇文件夹里没有代码为 ${code} 的镇`,
    mend: '用 TOWN_CONFIG 指明办这一件的乡镇文件夹',
  }),
  exists: (file: string) => ({ problem: `已经有文件 ${file}，没有覆盖`, mend: '用 --out 换一个文件名，或先把它移走' }),
  cannotWrite: (file: string) => ({
    problem: `${file} 写不进去`,
    mend: '看文件夹在不在、有没有写权限、磁盘满没满，再运行一次（这一次已经记进导出记录）',
  }),
  tooMuch: (bytes: number, most: number) => ({
    problem: `这一件的文件共 ${megabytes(bytes)}，超过一个证据包的上限 ${megabytes(most)}`,
    mend: '请从 DATA_DIR 下的 files 文件夹直接拷贝大的录像，用 npm run shaozi -- verify 核对存下的文件',
  }),
  made: (caseNo: string, file: string, events: number, files: number, sha256: string) =>
    `${caseNo} 的证据包：${file}（事件 ${events} 条，文件 ${files} 个），已记进导出记录。\n压缩包的 SHA-256：${sha256}\n请记下来：以后可以用它证明包没有被换过。核对：npm run shaozi -- verify ${file}`,
  access: (reason: string, sha256: string) => `证据包：${reason}；SHA-256 ${sha256}`,
  noFile: (file: string) =>
    `没有核对成：\n  · 没有文件 ${file}，或读不了\n    怎么办：检查文件名；文件名里有空格时，用引号括起来`,
  whole: ({ caseNo, madeAt, madeBy, events, files, erased }: Counts, compared: keyof typeof COMPARED) =>
    [
      `证据包完整：${caseNo}，${wall(madeAt)} 由 ${madeBy} 打包，事件 ${events} 条，文件 ${files} 个${erased > 0 ? `，另有 ${erased} 个已按规定删除，只留哈希` : ''}。`,
      '核对了：每个文件的大小和 SHA-256、每条事件的内容和它的哈希、次序、文件和事件记录是否一致。事件在总链上隔着别的工单，中间的不在包里。',
      COMPARED[compared],
    ].join('\n'),
  broken: (faults: readonly string[]) =>
    `证据包有问题，不能作为依据：\n${faults.map((fault) => `  · ${fault}`).join('\n')}`,
  accessesOk: (rows: number, before: number, head: string) =>
    `查看记录完整：共 ${rows} 条，链头 ${head}${before > 0 ? `；另有升级以前的 ${before} 条，从升级那一刻起没有动过（那以前有没有动过，无法证明）` : ''}`,
  accessesBad: '查看记录（登录、操作、查看反映人、导出）有问题：',
  filesBad: '存下的文件有问题：',
  filesNotRead: '存下的文件没有核对：事件记录读不出来，先从备份里恢复数据库。',
  filesOk: (checked: number, erased: number) =>
    `存下的文件完整：核对了 ${checked} 个${erased > 0 ? `，另有 ${erased} 个已按规定删除` : ''}`,
  moreFiles: (count: number) => `还有 ${count} 个文件不见了或被改过：先看 DATA_DIR 写得对不对`,
  badFile: {
    missing: (caseNo: string, seq: number, sha256: string) =>
      `${caseNo} 的一个文件不见了（事件第 ${seq} 号，SHA-256 ${sha256}）：从备份里放回 DATA_DIR 下的 files 文件夹`,
    changed: (caseNo: string, seq: number, sha256: string) =>
      `${caseNo} 的一个文件被改过（事件第 ${seq} 号，应为 SHA-256 ${sha256}）：从备份里换回原来的`,
  },
} as const
