import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Bubble } from './api.ts'

export type Remembered = Readonly<{ bubbles: readonly Bubble[]; spoken: readonly string[] }>

export type Journal = Readonly<{
  bubble(bubble: Bubble): void
  spoke(chat: string): void
  clear(): void
}>

/** Forgets everything. */
export const noJournal: Journal = { bubble: () => undefined, spoke: () => undefined, clear: () => undefined }

type Line = Readonly<{ bubble?: Bubble; spoke?: string }>

/** Keeps chats in a file of JSON lines, the last line about a bubble being the one that counts; reads what is there. */
export function openJournal(file: string): Readonly<{ journal: Journal; remembered: Remembered }> {
  mkdirSync(dirname(file), { recursive: true })
  const remembered = existsSync(file) ? read(readFileSync(file, 'utf8')) : { bubbles: [], spoken: [] }
  const lines = [...remembered.bubbles.map((bubble) => ({ bubble })), ...remembered.spoken.map((spoke) => ({ spoke }))]
  writeFileSync(file, lines.map(lineOf).join(''), { mode: 0o600 })
  const append = (line: Line) => appendFileSync(file, lineOf(line))
  const journal: Journal = {
    bubble: (bubble) => append({ bubble }),
    spoke: (spoke) => append({ spoke }),
    clear: () => rmSync(file, { force: true }),
  }
  return { journal, remembered }
}

const lineOf = (line: Line) => `${JSON.stringify(line)}\n`

function read(text: string): Remembered {
  const bubbles = new Map<string, Bubble>()
  const spoken = new Set<string>()
  for (const raw of text.split('\n')) {
    const line = parse(raw)
    if (line.bubble?.id) bubbles.set(line.bubble.id, line.bubble)
    if (line.spoke) spoken.add(line.spoke)
  }
  return { bubbles: [...bubbles.values()], spoken: [...spoken] }
}

/** The last line may be cut short by a crash. */
function parse(raw: string): Line {
  try {
    const line: unknown = JSON.parse(raw)
    return typeof line === 'object' && line !== null ? line : {}
  } catch {
    return {}
  }
}
