import { COMING, type NewAttachment } from '../decision.ts'
import type { CaseInHand } from '../case/draft.ts'
import { isReporter } from '../people/audience.ts'
import { nameOf } from '../people/directory.ts'
import { marksOf } from './pictures.ts'
import { recordsOf } from './record.ts'
import type { FileView, RecordLine } from './said.ts'
import { lineOf, textIdOf } from './view.ts'

/** What proves something in a case: every file and every record, oldest first. Whoever reported is nobody's business. */
export function evidenceOf(
  hand: CaseInHand,
  files: readonly NewAttachment[],
): Readonly<{ files: readonly FileView[]; records: readonly RecordLine[] }> {
  const texts = recordsOf(hand).map(({ id }) => textIdOf(id))
  return {
    // what a record says is listed as the record
    files: files.filter(({ id }) => !texts.includes(id)).map((file) => fileView(hand, file)),
    records: recordsOf(hand).map((entry) => lineOf(entry, hand.town)),
  }
}

function fileView(hand: CaseInHand, file: NewAttachment): FileView {
  const { task, town } = hand
  return {
    sort: sortOf(file),
    at: file.at.toISOString(),
    by: isReporter(task, file.by) ? null : nameOf(town, file.by),
    placed: Boolean(file.gps),
    hash: file.sha256?.slice(0, 8) ?? null,
    mark: marksOf(hand).marks[file.id]?.mark ?? null,
    state: file.sha256 !== null ? 'here' : file.fault === COMING ? 'coming' : 'lost',
  }
}

/** By what it truly is, where that is known. */
function sortOf({ mime, source }: NewAttachment): FileView['sort'] {
  if (mime?.startsWith('video/')) return 'video'
  if (mime?.startsWith('audio/') || source === 'voice') return 'voice'
  if (mime ? mime.startsWith('image/') : source === 'image') return 'picture'
  return source === 'video' ? 'video' : 'file'
}
