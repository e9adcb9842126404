import type { NewAttachment } from '../decision.ts'
import type { Evidence } from './documentShape.ts'
import type { Look } from './look.ts'
import type { RecordRead } from './documentRecords.ts'
import { dayOf } from '../calendar/zone.ts'
import { isOnCase } from '../evidence/pictures.ts'
import { isReporter } from '../people/audience.ts'
import { nameOf } from '../people/directory.ts'
import { DOCUMENT_WORDS } from './wording-document.ts'

/** More are not printed. */
const MOST_PICTURES = 12
/** Bytes of all pictures of one document. */
const MOST_BYTES = 40 * 1024 * 1024

/**
 * What officers sent about a case, oldest first. Nothing of those who reported it is in a document: by what they sent, the
 * party would know who they are.
 */
function officersFiles({ hand }: Look, files: readonly NewAttachment[]) {
  return files
    .filter(({ sha256, by }) => sha256 !== null && isOnCase(hand, by) && !isReporter(hand.task, by))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The newest pictures of officers that are printed, oldest first. */
export function picturesFor(look: Look, files: readonly NewAttachment[]): readonly PictureFile[] {
  const newest = officersFiles(look, files).filter(isPicture).toReversed().slice(0, MOST_PICTURES)
  let room = MOST_BYTES
  return newest.filter(({ bytes }) => (room -= bytes) >= 0).toReversed()
}

type PictureFile = NewAttachment & Readonly<{ sha256: string; mime: 'image/jpeg' | 'image/png' }>
const isPicture = (file: NewAttachment): file is PictureFile =>
  file.sha256 !== null && (file.mime === 'image/jpeg' || file.mime === 'image/png')

export const captionOf = ({ hand: { town } }: Look, { at, by }: NewAttachment): string =>
  DOCUMENT_WORDS.caption(dayOf(at), nameOf(town, by) ?? '')

export function evidenceOf(
  look: Look,
  files: readonly NewAttachment[],
  records: readonly RecordRead[],
): readonly Evidence[] {
  const { town } = look.hand
  const texts = records.map(({ digest }) => digest)
  const sent = officersFiles(look, files).filter(({ sha256 }) => !texts.includes(sha256))
  return [
    ...records.map(({ no, digest, at, by }) => ({
      name: DOCUMENT_WORDS.record(no),
      sha256: digest,
      at,
      by: nameOf(town, by),
    })),
    ...sent.map(({ name, source, sha256, at, by }) => ({
      name: (source === 'file' ? name : null) ?? DOCUMENT_WORDS.evidence(DOCUMENT_WORDS.files[source], dayOf(at)),
      sha256,
      at,
      by: nameOf(town, by),
    })),
  ]
}
