import { KINDS, type DocumentKind } from './documentShape.ts'
import type { CaseFile } from './kinds.ts'
import { DOCUMENT_NAMES, DOCUMENT_TITLES } from './wording-document.ts'

const NOISE = /[\s《》“”"「」，,。.]/gu

/** The document that is asked for; null for a word that is none. 决定书 is the one of the procedure. */
export function documentCalled(words: string, { procedure }: Pick<CaseFile, 'procedure'>): DocumentKind | null {
  const said = words.replace(NOISE, '')
  const kind = KINDS.find((each) => [DOCUMENT_TITLES[each], ...DOCUMENT_NAMES[each]].includes(said)) ?? null
  return kind === 'penalty-decision' && procedure === 'simple' ? 'spot-decision' : kind
}

/** Which documents a file may have. */
export const documentsFor = ({ procedure }: Pick<CaseFile, 'procedure'>): readonly DocumentKind[] =>
  KINDS.filter((kind) => kind !== (procedure === 'simple' ? 'penalty-decision' : 'spot-decision'))
