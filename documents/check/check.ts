import { TemplateHandler, TemplateSyntaxError, type Tag } from 'easy-template-x'
import { faultOfBraces } from './braces.ts'
import type { DocumentKind } from '../../domain/legal/documentShape.ts'
import { REQUIRED } from './required.ts'
import { FAULTS } from '../wording-faults.ts'
import { CONDITIONS, LISTS, TAGS } from '../wording-tags.ts'

type Open = Readonly<{ name: string; rawText: string }>

const plain: ReadonlySet<string> = new Set(Object.values(TAGS))
const blocks: ReadonlySet<string> = new Set([
  ...Object.values(CONDITIONS),
  ...Object.values(LISTS).map(({ tag }) => tag),
])
/** the list inside of which a tag may stand */
const listOf: ReadonlyMap<string, string> = new Map(
  Object.values(LISTS).flatMap(({ tag, inside }) => Object.values(inside).map((name) => [name, tag] as const)),
)

/** What is wrong with a template, as one sentence that names the file and the tag; null where it can be filled. */
export async function faultOf(kind: DocumentKind, file: string, bytes: Buffer): Promise<string | null> {
  try {
    return faultOfBraces(file, bytes) ?? faultOfTags(kind, file, await new TemplateHandler().parseTags(bytes))
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return FAULTS.other(file)
    return FAULTS.notDocx(file)
  }
}

const faultOfTags = (kind: DocumentKind, file: string, tags: readonly Tag[]): string | null =>
  misplaced(file, tags) ?? missing(kind, file, tags)

function misplaced(file: string, tags: readonly Tag[]): string | null {
  const open: Open[] = []
  for (const tag of tags) {
    const fault = faultOfTag(file, tag, open)
    if (fault !== null) return fault
    if (tag.disposition === 'Open') open.push(tag)
    if (tag.disposition === 'Close') open.pop()
  }
  const last = open.at(-1)
  return last === undefined ? null : FAULTS.unclosed(file, last.rawText)
}

function faultOfTag(file: string, tag: Tag, open: readonly Open[]): string | null {
  const { name, rawText, disposition } = tag
  if (disposition === 'Close') return open.at(-1)?.name === name ? null : FAULTS.unclosed(file, rawText)
  if (disposition === 'Open') return blocks.has(name) ? null : FAULTS.unknown(file, rawText)
  const list = listOf.get(name)
  if (list !== undefined) return open.some((each) => each.name === list) ? null : FAULTS.outside(file, rawText, list)
  return plain.has(name) ? null : FAULTS.unknown(file, rawText)
}

function missing(kind: DocumentKind, file: string, tags: readonly Tag[]): string | null {
  const there = new Set(tags.map(({ name }) => name))
  const tag = REQUIRED[kind].map((key) => TAGS[key]).find((name) => !there.has(name))
  return tag === undefined ? null : FAULTS.missing(file, `{${tag}}`)
}
