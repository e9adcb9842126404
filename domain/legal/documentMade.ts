import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { FileSaid } from '../book/said.ts'
import type { DocumentKind } from './documentShape.ts'
import type { CaseFile, FileDocument } from './kinds.ts'
import type { World } from '../world.ts'
import { begin, decide, enter, record, tell } from '../case/draft.ts'
import { HOUR } from '../calendar/zone.ts'
import { DOCUMENT_RULES } from './documentRules.ts'
import { toPerson } from '../people/recipients.ts'

/** Takes off the disk what is no document of a file; its subject is made by `goneSubject`. */
export const DOCUMENT_GONE = 'document-gone'
/** So long it may take until a file reaches a phone that is switched off. */
const KEPT_MS = 7 * 24 * HOUR

const SEPARATOR = ' '
export const goneSubject = (entry: string, sha256: string): string => [entry, sha256].join(SEPARATOR)
export function goneIn(subject: string): Readonly<{ entry: string; sha256: string }> {
  const [entry = '', sha256 = ''] = subject.split(SEPARATOR)
  return { entry, sha256 }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What was made: `doc` = it is a document of the file from now on; `number` = its number is new. */
export type Made = Readonly<{
  kind: DocumentKind
  word: string
  pdf: string
  name: string
  doc: FileDocument | null
  number: EntryNumber | null
}>

/** Both files go to who asked and to nobody else; what has a number is kept with the file, and it is written down who had it. */
export function documentMade(hand: CaseInHand, entry: Entry<'file'>, by: string, made: Made, world: World): Decision {
  const draft = begin(world, hand)
  if (made.doc) keep(draft, entry, made.doc)
  if (made.number) enter(draft, numberEntry(draft, entry, made, made.number))
  const held = made.doc ? replaced(entry.data, made.doc) : [made.word, made.pdf]
  for (const sha256 of held) forget(draft, entry, sha256)
  send(draft, entry, by, made)
  return decide(draft)
}

/** What was served is sent as it was. */
export function documentKept(
  hand: CaseInHand,
  entry: Entry<'file'>,
  by: string,
  made: Omit<Made, 'doc' | 'number'>,
  world: World,
): Decision {
  const draft = begin(world, hand)
  send(draft, entry, by, { ...made, doc: null, number: null })
  return decide(draft)
}

/** Is a stored file one of these documents? */
export const isDocumentOf = ({ documents }: CaseFile, sha256: string): boolean =>
  documents.some(({ sha256: pdf, word }) => pdf === sha256 || word === sha256)

function keep(draft: Draft, entry: Entry<'file'>, doc: FileDocument): void {
  const others = entry.data.documents.filter(({ docNo }) => docNo !== doc.docNo)
  enter(draft, { ...entry, data: { ...entry.data, documents: [...others, doc] } })
}

/** Files of the version before. */
const replaced = ({ documents }: CaseFile, doc: FileDocument): readonly string[] =>
  documents
    .filter(({ docNo }) => docNo === doc.docNo)
    .flatMap(({ sha256, word }) => [sha256, word])
    .filter((sha256): sha256 is string => typeof sha256 === 'string')
    .filter((sha256) => sha256 !== doc.sha256 && sha256 !== doc.word)

function forget(draft: Draft, entry: Entry<'file'>, sha256: string): void {
  const dueAt = new Date(draft.world.now.getTime() + KEPT_MS)
  draft.timers.push({ subject: goneSubject(entry.id, sha256), kind: DOCUMENT_GONE, dueAt, step: 0 })
}

function numberEntry({ task, world }: Draft, file: Entry<'file'>, { kind, doc }: Made, number: EntryNumber): Entry {
  const series = DOCUMENT_RULES[kind].series
  if (series === null) throw new Error(`${kind} has no number of its own`)
  const data = { file: file.no, docNo: doc?.docNo ?? '' }
  return newEntry({ world, town: { code: file.town } }, series, number, { taskId: task.id, state: 'given', data })
}

function send(draft: Draft, { no }: Entry<'file'>, by: string, { kind, word, pdf, name, doc }: Made): void {
  record(draft, 'document', by, { no, document: kind, docNo: doc?.docNo ?? null, word, pdf })
  const files: readonly FileSaid[] = [
    { kind: 'file', sha256: word, name: `${name}.docx`, mime: WORD },
    { kind: 'file', sha256: pdf, name: `${name}.pdf`, mime: 'application/pdf' },
  ]
  for (const file of files) tell(draft, 'replies', toPerson(by), file)
}
