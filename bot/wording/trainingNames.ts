import type { Question } from '../../domain/training/kinds.ts'
import { isMode, MODE_NAMES } from './power.ts'
import { LEVEL_NAMES } from './names.ts'

export const LETTERS = ['A', 'B', 'C', 'D'] as const
export const letter = (at: number): string => LETTERS[at] ?? '?'

type Shown = Pick<Question, 'ask' | 'about' | 'level' | 'options' | 'basis'>

const ASKED: Readonly<Record<Question['ask'], (question: Shown) => string>> = {
  lead: ({ about }) => `“${about}”由哪个单位主办？`,
  assist: ({ about }) => `“${about}”由哪个单位配合？`,
  mode: ({ about }) => `“${about}”按哪种方式办？`,
  punish: ({ about }) => `“${about}”哪个单位有处罚权？`,
  basis: ({ about }) => `“${about}”依据哪部法？`,
  'case-lead': ({ about }) => `某村有人反映“${about}”，派给哪个单位主办？`,
  'case-limit': ({ about, level }) => `某村有人反映“${about}”，定为${LEVEL_NAMES[level ?? 'normal']}，派单后多久办结？`,
  ruled: ({ about }) => `${about}（指挥室裁定过）`,
  known: ({ about }) => about,
}

export const askedText = (question: Shown): string => ASKED[question.ask](question)

const UNITS: Readonly<Record<string, string>> = { s: '秒', m: '分钟', h: '小时', d: '天' }

/** 5d work → 5个工作日 */
function lengthText(option: string): string {
  const [, amount = '', unit = '', hours = ''] = /^(\d+)([smhd]) (work|always)$/u.exec(option) ?? []
  if (amount === '') return option
  if (hours === 'work' && unit === 'd') return `${amount}个工作日`
  return `${hours === 'work' ? '工作时间' : ''}${amount}${UNITS[unit] ?? ''}`
}

export function optionText(ask: Question['ask'], option: string): string {
  if (ask === 'mode') return isMode(option) ? MODE_NAMES[option] : option
  return ask === 'case-limit' ? lengthText(option) : option
}

/** Where the answer stands. */
export function sourceText({ ask, about, basis }: Shown): string {
  if (ask === 'ruled' || ask === 'known') return `知识 ${basis}`
  if (ask === 'case-limit') return '本镇办理时限（派单起算）'
  return `本镇权责清单“${about}”${basis ? `；${basis}` : ''}`
}
