import type { Known } from '../../domain/facts.ts'
import { quoted } from './common.ts'
import { shortNo, when } from './names.ts'

/** A case somebody else reported, never in his words. */
export function knownLine({ caseNo, item, place, at, count }: Known, n: number): string {
  const what = [place, item].flatMap((part) => (part ? [quoted(part, 40)] : [])).join(' ') || '地点和事情还没定'
  return `${n}. **${shortNo(caseNo)}** ${what}，${when(at)} 反映${count > 1 ? `，已有 ${count} 人反映` : ''}`
}
