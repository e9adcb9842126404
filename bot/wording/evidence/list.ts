import type { FileView, RecordLine } from '../../../domain/evidence/said.ts'
import { lines, quoted, reply, replyFreely, staffHead, type } from '../common.ts'
import { RECORD_STATES } from './record.ts'
import { MARK_NAMES, when, typedNo } from '../names.ts'
import type { Body, Say } from '../words.ts'

const SORTS: Readonly<Record<FileView['sort'], string>> = {
  picture: '照片',
  video: '视频',
  voice: '录音',
  file: '文件',
}
const STATES: Readonly<Record<FileView['state'], string>> = { here: '', coming: '正在接收', lost: '没有收到或已清除' }
const MOST = 30

export function listText({ facts, files, records }: Body<'evidence-list'>, say: Say): string {
  const shown = files.slice(-MOST)
  const first = files.length - shown.length
  return lines(
    staffHead('证据', facts, say),
    files.length === 0 && records.length === 0 && '还没有照片、录音、视频和笔录。',
    first > 0 && `前面还有 ${first} 个，导出的压缩包里都有。`,
    ...shown.map((file, i) => `${first + i + 1}. ${fileLine(file)}`),
    ...records.map(recordLine),
    files.length > 0 && '末尾 8 位是文件指纹的开头，和导出的清单对得上就没有改过。',
    `导出请${reply(say)}${type(say, `取证 ${typedNo(facts)} 理由`)}。`,
  )
}

function fileLine({ sort, at, by, placed, hash, mark, state }: FileView): string {
  const parts = [
    SORTS[sort],
    when(at),
    by === null ? '群众' : quoted(by, 20),
    mark ? MARK_NAMES[mark] : '',
    placed ? '有定位' : '无定位',
    hash ?? STATES[state],
  ]
  return parts.filter(Boolean).join(' ')
}

function recordLine({ no, state, by, second, pictures, confirmedAt }: RecordLine): string {
  const names = [by, second].flatMap((name) => (name ? [quoted(name, 20)] : [])).join('、')
  const at = confirmedAt ? ` ${when(confirmedAt)}` : ''
  return `笔录 ${no} ${names}，附件 ${pictures} 个，${RECORD_STATES[state]}${at}`
}

export const whyText = ({ facts, short }: Body<'evidence-why'>, say: Say): string =>
  lines(
    staffHead('请写导出的理由', facts, say),
    short && '还没有导出：写的理由太短，看不出做什么用（至少 4 个字）。',
    `请${replyFreely(say)}：给谁、做什么用，例如 移送市局立案。理由会记下来。`,
  )

export const sentText = ({ facts, files, alone }: Body<'evidence-sent'>, say: Say): string =>
  lines(
    staffHead('证据已打包', facts, say),
    `${files} 个文件和办理记录，压缩包${alone ? '已单独发给您，不在群里发' : '马上发给您'}。导出的人和理由已经记下。`,
    '解压后打开“目录”就能看；要核对有没有改过，请管理员运行 npm run shaozi -- verify 文件名。',
  )
