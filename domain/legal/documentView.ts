import type { DocumentKind } from './documentShape.ts'
import type { Look } from './look.ts'
import type { DocumentShown } from './said.ts'
import { documentsFor } from './documentNames.ts'
import { documentStanding } from './documentRules.ts'

/** Every document of a file, and how far it is for who asks. */
export const documentsShown = (look: Look, gives: boolean): readonly DocumentShown[] =>
  documentsFor(look.file).map((kind) => documentShown(look, kind, gives))

function documentShown(look: Look, document: DocumentKind, gives: boolean): DocumentShown {
  const standing = documentStanding(look, document, gives)
  if (standing.how === 'blocked') return { document, docNo: null, how: 'blocked', blocked: standing.blocked }
  const docNo = standing.how === 'draft' ? null : (standing.doc?.docNo ?? null)
  return { document, docNo, how: standing.how, blocked: null }
}
