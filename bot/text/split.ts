import { cutBytes } from './clean.ts'

/** What one markdown message may hold, in bytes of UTF-8. */
export const MESSAGE_BYTES = 20_480
const MARK_BYTES = 200

export type Marks = Readonly<{
  /** what goes before part `n` of `of` */
  part(n: number, of: number): string
  /** what ends the last part when the rest is left out */
  more: string
}>

/**
 * Cuts a long text into numbered messages that each fit the platform's limit, at line ends where possible,
 * never inside a code point. After `most` parts the rest is left out, and the last part says so.
 */
export function split(text: string, marks: Marks, limit = MESSAGE_BYTES, most = 5): string[] {
  if (Buffer.byteLength(text) <= limit) return [text]
  const { pieces, rest } = cut(text, limit - MARK_BYTES, most)
  return pieces.map((piece, i) => {
    const last = i === pieces.length - 1
    return `${marks.part(i + 1, pieces.length)}${piece}${last && rest ? marks.more : ''}`
  })
}

/** One message in place of several: what fits, and `more` where something was left out. */
export function shorten(text: string, more: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  return `${atLineEnd(cutBytes(text, limit - Buffer.byteLength(more)), text)}${more}`
}

function cut(text: string, bytes: number, most: number): { pieces: string[]; rest: boolean } {
  const pieces: string[] = []
  let rest = text
  while (rest && pieces.length < most) {
    const piece = atLineEnd(cutBytes(rest, bytes), rest)
    pieces.push(piece)
    rest = rest.slice(piece.length).replace(/^\n/, '')
  }
  return { pieces, rest: rest.length > 0 }
}

/** Prefers to end at a line, unless that would waste more than half of the message. */
function atLineEnd(piece: string, whole: string): string {
  if (piece.length === whole.length) return piece
  const at = piece.lastIndexOf('\n')
  return at > piece.length / 2 ? piece.slice(0, at) : piece
}
