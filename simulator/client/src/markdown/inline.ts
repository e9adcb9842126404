/** One piece of a line, as data: the page makes elements of it and never HTML. */
export type Inline =
  | Readonly<{ kind: 'text' | 'code'; text: string }>
  | Readonly<{ kind: 'strong' | 'em'; children: readonly Inline[] }>
  | Readonly<{ kind: 'font'; color: FontColor; children: readonly Inline[] }>
  | Readonly<{ kind: 'link'; href: string | null; text: string }>
  | Readonly<{ kind: 'mention'; userid: string }>

export type FontColor = 'info' | 'comment' | 'warning'

const patterns = [
  String.raw`\\(?<escaped>[\\\`*_{}[\]()#+\-.!<>~|])`,
  String.raw`\*\*(?<strong>\S(?:.*?\S)??)\*\*`,
  '`(?<code>[^`]+)`',
  String.raw`\[(?<label>[^\]]*)\]\((?<href>[^)\s]+)\)`,
  '<font color=["\']?(?<color>info|comment|warning)["\']?>(?<font>.*?)</font>',
  String.raw`<@(?<mention>[^>\s]+)>`,
  String.raw`\*(?<em>[^\s*](?:[^*]*[^\s*])?)\*`,
]
const token = () => new RegExp(patterns.join('|'), 'g')

/** An address the page may offer: only the web, never `javascript:` and the like. */
export const webAddress = (href: string) => (/^https?:\/\//i.test(href) ? href : null)

const isColor = (color: string | undefined): color is FontColor =>
  color === 'info' || color === 'comment' || color === 'warning'

function inlineOf(part: Readonly<Record<string, string | undefined>>): Inline {
  if (part['escaped'] !== undefined) return { kind: 'text', text: part['escaped'] }
  if (part['strong'] !== undefined) return { kind: 'strong', children: parseInline(part['strong']) }
  if (part['em'] !== undefined) return { kind: 'em', children: parseInline(part['em']) }
  if (part['code'] !== undefined) return { kind: 'code', text: part['code'] }
  if (part['href'] !== undefined)
    return { kind: 'link', href: webAddress(part['href']), text: part['label'] || part['href'] }
  if (isColor(part['color'])) return { kind: 'font', color: part['color'], children: parseInline(part['font'] ?? '') }
  return { kind: 'mention', userid: part['mention'] ?? '' }
}

/** Reads one line of WeCom markdown: bold, italic, code, links, font colours, mentions; all else is text. */
export function parseInline(line: string): Inline[] {
  const pieces: Inline[] = []
  let from = 0
  for (const found of line.matchAll(token())) {
    if (found.index > from) pieces.push({ kind: 'text', text: line.slice(from, found.index) })
    pieces.push(inlineOf(found.groups ?? {}))
    from = found.index + found[0].length
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) })
  return pieces
}
