import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { DocumentKind } from '../../domain/legal/documentShape.ts'
import type { Look } from '../../domain/legal/look.ts'
import type { DocumentShown } from '../../domain/legal/said.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { documentCalled, documentsFor } from '../../domain/legal/documentNames.ts'
import { mayGiveNumbers, mayHaveDocuments } from '../../domain/legal/documentReaders.ts'
import { documentStanding } from '../../domain/legal/documentRules.ts'
import { documentsShown } from '../../domain/legal/documentView.ts'
import { DOCUMENT_NAMES } from '../../domain/legal/wording-document.ts'
import { lookAt } from '../../domain/legal/look.ts'
import { findTown } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { reviewedBy } from '../review/access.ts'
import { mayBeSaid } from '../here.ts'
import type { OnCommand } from '../slice.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { findFile } from './find.ts'
import { keptAgain, madeAnew } from './documentMake.ts'

/** 文书 n 种类: the document as Word and PDF, to who asks alone; without a kind, which ones there are. */
export const onDocument: OnCommand = async (turn, ref, rest) => {
  const { person, userid } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const reviewed = await reviewedBy(turn)
  const found = await findFile(turn, ref, (task) =>
    mayHaveDocuments(task, findTown(turn.world, task.town), userid, reviewed.has(task.id)),
  )
  if (!found.ok) return found.result
  const { hand, entry } = found
  if (!mayBeSaid(turn, hand.task)) return refusal('ask-alone', null)
  const look = lookAt(hand, entry, turn.world)
  if (rest.trim() === '') return listed(turn, look)
  const kind = documentCalled(rest, entry.data)
  return kind ? one(turn, look, kind) : refusal('doc-kind', hand, names(entry))
}

export const givesNumbers = ({ speaker }: Turn, { task, town }: CaseInHand): boolean =>
  mayGiveNumbers(task, town, speaker.userid)

const names = ({ data }: Entry<'file'>): readonly string[] => documentsFor(data).map((kind) => DOCUMENT_NAMES[kind][0])

function listed(turn: Turn, look: Look): Result {
  const { hand, entry, file } = look
  const items = documentsShown(look, givesNumbers(turn, hand))
  const filingNo = file.filingNo ?? entry.no
  return answer('documents', { kind: 'file-documents', facts: factsOf(hand.task, hand.town), filingNo, items })
}

async function one(turn: Turn, look: Look, kind: DocumentKind): Promise<Result> {
  const { hand } = look
  const standing = documentStanding(look, kind, givesNumbers(turn, hand))
  if (standing.how === 'blocked') return refusal(standing.blocked.reason, hand, standing.blocked.choices)
  const made =
    standing.how === 'kept'
      ? await keptAgain(turn, look, kind, standing.doc)
      : await madeAnew(turn, look, kind, standing)
  if (!made.ok) return made.result
  const shown: DocumentShown = { document: kind, docNo: made.docNo, how: standing.how, blocked: null }
  const alone = turn.row.chat.type === 'group'
  const body = { kind: 'file-document', facts: factsOf(hand.task, hand.town), shown, alone } as const
  return { note: `document ${kind}`, decision: made.decision, answers: [body] }
}
