import type { Fault } from './fault.ts'
import type { Input } from './input.ts'
import type { PackedFile } from './manifest.ts'

/** As the clock on the wall shows it, Asia/Shanghai. */
const wall = (at: string | Date): string =>
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const SOURCES: Readonly<Record<string, string>> = { image: '图片', video: '视频', voice: '语音', file: '文件' }
const STATES: Readonly<Record<PackedFile['state'], string | null>> = {
  here: null,
  erased: '已按规定删除，只留哈希',
  lost: '打包时没有找到，或已和当时不一样',
}

function fileLines(file: PackedFile, n: number): string[] {
  return [
    `${n + 1}. ${file.name ?? STATES[file.state] ?? ''}`,
    `   ${SOURCES[file.source] ?? file.source}，${file.bytes} 字节，${file.sender}，${wall(file.at)} 收到，事件第 ${file.event} 号`,
    ...(file.gps ? [`   拍摄地点（WGS-84，照片自带）：${file.gps}`] : []),
    `   SHA-256 ${file.sha256}`,
  ]
}

function contents({ facts, made, head, events, openedAt }: Input, files: readonly PackedFile[]): string {
  const lines = [
    `${facts.caseNo} 证据包`,
    made.mark,
    '',
    `乡镇：${facts.town}`,
    `受理：${wall(openedAt)}`,
    `事项：${facts.item ?? '未定'}`,
    `地点：${facts.place ?? '未说明'}`,
    `内容（已隐去能看出是谁的字句）：${facts.text || '（已按规定删除）'}`,
    `主办：${facts.lead ?? '未定'}${facts.assist.length > 0 ? `；协办：${facts.assist.join('、')}` : ''}`,
    ...(facts.holder ? [`签收：${facts.holder}`] : []),
    ...(facts.result ? [`结果：${facts.result}`] : []),
    '',
    `打包：${wall(made.at)}，${made.by}，事由：${made.reason}，程序 ${made.program}`,
    `事件：${events.length} 条；打包时总链到第 ${head.seq} 号，哈希 ${head.hash}`,
    '',
    `文件：${files.length} 个`,
    ...files.flatMap(fileLines),
    '',
    '怎么核对',
    '1. 装有哨子的电脑：运行 npm run shaozi -- verify 这个压缩包。在原来的安装里运行，还会和数据库对照。',
    '2. 没有哨子：Windows 运行 certutil -hashfile 文件名 SHA256，Linux 运行 sha256sum 文件名，和上面的 SHA-256 逐个比。',
    '3. manifest.json 里每条事件的 hash，是前一条的哈希（prevHash）接上这条事件的内容（键按字母排序的 JSON）算出的 SHA-256；data 里有文件的 SHA-256。',
    '总链是全镇所有工单共用的，这一件的事件中间隔着别的工单，所以单凭这个包能核对：每条事件的内容和它的哈希一致、次序没有变、文件和事件记录一致。会不会整包重做过，要和数据库对照，或和打包时记下的压缩包 SHA-256 比。',
    '',
    '谁反映的不在这个包里，群众发来的文件一律写“群众”。文件是原样收入的，照片里可能带有拍摄设备和地点，不要转给无关的人。',
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const FILE_FAULTS: Readonly<Record<Extract<Fault, { name: string }>['code'], (name: string) => string>> = {
  'leads-out': (name) => `压缩包里有危险的文件名 ${name}（会解到别的文件夹去），没有解开`,
  twice: (name) => `压缩包里有两个 ${name}，没有解开`,
  extra: (name) => `多了一个目录里没有的文件 ${name}`,
  missing: (name) => `少了文件 ${name}`,
  size: (name) => `${name} 的大小和目录写的不一样`,
  changed: (name) => `${name} 被改过：内容和记下的 SHA-256 不一样`,
  lost: (sha256) => `SHA-256 为 ${sha256} 的文件，打包时就没有找到，或已和当时不一样`,
  'not-erased': (sha256) => `SHA-256 为 ${sha256} 的文件写着已按规定删除，可是数据库里没有删除它的记录`,
}

const EVENT_FAULTS: Readonly<Record<Extract<Fault, { seq: number }>['code'], (seq: number) => string>> = {
  'event-changed': (seq) => `事件第 ${seq} 号被改过：内容和它的哈希不一样`,
  'event-order': (seq) => `事件第 ${seq} 号的次序不对，或重复了`,
  'event-other-case': (seq) => `事件第 ${seq} 号不是这一件的`,
  'event-gap': (seq) => `事件第 ${seq} 号没有接在前一号上：其中一条被换过`,
  'event-no-file': (seq) => `事件第 ${seq} 号记的文件，目录里没有`,
  'file-no-event': (seq) => `有一个文件写着由事件第 ${seq} 号收入，可是没有这条事件，不能证明是当时收到的`,
  'file-unlike-event': (seq) => `目录里的文件和事件第 ${seq} 号记的不一样`,
  'event-not-in-database': (seq) => `事件第 ${seq} 号和数据库里的不一样`,
  'event-left-out': (seq) => `数据库里这一件有事件第 ${seq} 号，包里没有`,
  'head-not-in-database': (seq) => `包里写的链头第 ${seq} 号，和数据库里的不一样`,
}

const WHOLE_FAULTS: Readonly<Record<Exclude<Fault, { name: string } | { seq: number }>['code'], string>> = {
  'not-a-zip': '不是压缩包，或压缩包已经损坏',
  'too-large': '压缩包解开太大（超过 600 MB）或文件太多，不是哨子做的证据包，没有解开',
  'no-manifest': '里面没有 manifest.json，不是证据包',
  'bad-manifest': 'manifest.json 的写法不对，被改过或不是哨子做的',
  head: '包里写的链头和最后一条事件对不上',
}

/** What a package says of itself to people, and what is said of one that was tampered with. */
export const wordingEvidence = {
  contentsName: '目录.txt',
  reporter: '群众',
  contents,
  fault: (fault: Fault): string => {
    if ('name' in fault) return FILE_FAULTS[fault.code](fault.name)
    return 'seq' in fault ? EVENT_FAULTS[fault.code](fault.seq) : WHOLE_FAULTS[fault.code]
  },
} as const
