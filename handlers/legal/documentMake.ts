import type { Decision } from '../../domain/decision.ts'
import type { EntryNumber } from '../../domain/book/entry.ts'
import type { DocumentKind, Picture } from '../../domain/legal/documentShape.ts'
import type { DocumentStanding } from '../../domain/legal/documentRules.ts'
import type { FileDocument } from '../../domain/legal/kinds.ts'
import type { Look } from '../../domain/legal/look.ts'
import { captionOf, picturesFor } from '../../domain/legal/documentEvidence.ts'
import { documentInput, type Material } from '../../domain/legal/documentInput.ts'
import { mayGiveNumbers } from '../../domain/legal/documentReaders.ts'
import { documentKept, documentMade } from '../../domain/legal/documentMade.ts'
import { DOCUMENT_RULES } from '../../domain/legal/documentRules.ts'
import { documentNo, DRAFT_NAME } from '../../domain/legal/wording-document.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { Result, Turn } from '../turn.ts'

type Making = Extract<DocumentStanding, Readonly<{ how: 'draft' | 'final' }>>
export type MadeHere =
  | Readonly<{ ok: true; decision: Decision; docNo: string | null }>
  | Readonly<{ ok: false; result: Result }>

/** Makes it from what the file says now; two who ask at once are told apart at commit, and the later one finds the number given. */
export async function madeAnew(turn: Turn, look: Look, kind: DocumentKind, standing: Making): Promise<MadeHere> {
  const { ctx, speaker, world } = turn
  const { hand, entry } = look
  const { docNo, number } = await numberFor(turn, look, kind, standing)
  const draft = standing.how === 'draft'
  const input = documentInput(look, kind, { docNo, draft, ...(await materialOf(turn, look)) })
  const made = await ctx.documents.make(hand.town.code, input)
  if (!made.ok) {
    // what is wrong with it is said to who asked; the log quotes nothing of a file
    ctx.log.warn({ town: hand.town.code, document: kind }, 'a template cannot be filled')
    return { ok: false, result: refusal('doc-template', hand, [made.fault]) }
  }
  const name = draft ? DRAFT_NAME(made.name) : made.name
  const word = (await ctx.media.keep(made.docx, `${name}.docx`)).sha256
  const pdf = (await ctx.media.keep(made.pdf, `${name}.pdf`)).sha256
  const round = standing.how === 'final' ? standing.round : 1
  const day = input.day ?? look.today
  const doc: FileDocument | null =
    docNo === null || !mayGiveNumbers(hand.task, hand.town, speaker.userid)
      ? null
      : { kind, docNo, day, sha256: pdf, word, name, seen: entry.data.steps.length, round }
  const decision = documentMade(hand, entry, speaker.userid, { kind, word, pdf, name, doc, number }, world)
  return { ok: true, decision, docNo }
}

/** What was served, as it was; never made again. */
export async function keptAgain(turn: Turn, look: Look, kind: DocumentKind, doc: FileDocument): Promise<MadeHere> {
  const { ctx, speaker, world } = turn
  const { sha256: pdf, word } = doc
  const gone = refusal('doc-gone', look.hand, [doc.docNo])
  if (!pdf || !word) return { ok: false, result: gone }
  const stored = await Promise.all([ctx.media.read(pdf), ctx.media.read(word)])
  if (stored.some((bytes) => bytes === null)) return { ok: false, result: gone }
  const name = doc.name ?? doc.docNo
  const decision = documentKept(look.hand, look.entry, speaker.userid, { kind, word, pdf, name }, world)
  return { ok: true, decision, docNo: doc.docNo }
}

type Numbered = Readonly<{ docNo: string | null; number: EntryNumber | null }>

async function numberFor(turn: Turn, { hand }: Look, kind: DocumentKind, standing: Making): Promise<Numbered> {
  const { series } = DOCUMENT_RULES[kind]
  if (series === null || standing.how === 'draft') return { docNo: null, number: null }
  if (standing.doc) return { docNo: standing.doc.docNo, number: null }
  const number = await newNumber(turn, hand.town.code, series)
  return { docNo: documentNo(hand.town, series, number.year, number.seq), number }
}

async function materialOf({ ctx }: Turn, look: Look): Promise<Omit<Material, 'docNo' | 'draft'>> {
  const { id } = look.hand.task
  const files = await ctx.store.attachments(id)
  const admitted = (await ctx.store.timeline(id)).some(({ type }) => type === 'admitted')
  const pictures: Picture[] = []
  for (const file of picturesFor(look, files)) {
    const bytes = await ctx.media.read(file.sha256)
    if (bytes) pictures.push({ caption: captionOf(look, file), bytes, mime: file.mime })
  }
  return { files, admitted, pictures }
}
