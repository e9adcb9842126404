import { attribute, child, childrenNamed, type XmlNode } from './node.ts'
import { value } from './styles.ts'
import { WORDING } from '../wording.ts'

/** What Word counts by itself in front of a paragraph, and the indents that belong to it. */
export type Numbered = Readonly<{ label: string; props: readonly XmlNode[] }>
export type Numbering = (numPr: XmlNode | null) => Numbered | null

/** Counts on from call to call, so paragraphs are asked for in their order. */
export function numberingOf(root: XmlNode | null): Numbering {
  const counted = new Map<string, number[]>()
  return (numPr) => {
    const id = value(child(numPr, 'w:numId'))
    const depth = Number(value(child(numPr, 'w:ilvl')) ?? 0)
    const levels = levelsOf(root, id)
    const level = levels[depth]
    if (id === null || level === undefined) return null
    const counts = counted.get(id) ?? []
    counted.set(id, [...counts.slice(0, depth), (counts[depth] ?? startOf(level) - 1) + 1])
    return { label: labelOf(levels, depth, counted.get(id) ?? []), props: childrenNamed(level, 'w:pPr') }
  }
}

function levelsOf(root: XmlNode | null, id: string | null): XmlNode[] {
  const num = childrenNamed(root, 'w:num').find((each) => attribute(each, 'w:numId') === id)
  const abstract = value(child(num ?? null, 'w:abstractNumId'))
  const found = childrenNamed(root, 'w:abstractNum').find((each) => attribute(each, 'w:abstractNumId') === abstract)
  return childrenNamed(found ?? null, 'w:lvl')
}

const startOf = (level: XmlNode): number => Number(value(child(level, 'w:start')) ?? 1)

function labelOf(levels: readonly XmlNode[], depth: number, counts: readonly number[]): string {
  const own = levels[depth] ?? null
  if (value(child(own, 'w:numFmt')) === 'bullet') return WORDING.bullet
  const pattern = value(child(own, 'w:lvlText')) ?? ''
  return pattern.replace(/%(\d)/gu, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = levels[at]
    return level === undefined ? '' : counted(counts[at] ?? startOf(level), value(child(level, 'w:numFmt')) ?? '')
  })
}

function counted(count: number, format: string): string {
  if (/chinese|ideograph|japanese/iu.test(format)) return chinese(count)
  if (/letter/iu.test(format)) {
    const letter = String.fromCharCode(97 + ((count - 1) % 26))
    return format.startsWith('upper') ? letter.toUpperCase() : letter
  }
  return `${count}`
}

function chinese(count: number): string {
  const { digits, ten } = WORDING.counting
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens > 9) return `${count}`
  const last = ones === 0 ? '' : digits.charAt(ones)
  return tens === 0 ? last : `${tens === 1 ? '' : digits.charAt(tens)}${ten}${last}`
}
