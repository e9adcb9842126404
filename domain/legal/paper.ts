import type { DocumentKind } from './documentShape.ts'
import type { FileDocument } from './kinds.ts'
import type { Look } from './look.ts'
import { needsNoticeAnew } from './since.ts'
import { DOC_NO } from './wording-said.ts'

/** Is there something to hand over: a document of this round, or one on paper whose number was written down? */
export const hasPaper = (look: Look, kinds: readonly DocumentKind[]): boolean =>
  DOC_NO.test(look.said) ||
  look.file.documents.some((doc) => kinds.some((kind) => doc.kind === kind) && isOfNow(look, doc))

/** Who is told anew is given another notice; the one of before says something else. */
function isOfNow(look: Look, { kind, round = 1 }: FileDocument): boolean {
  if (kind !== 'penalty-notice') return true
  const times = look.file.steps.filter(({ step }) => step === 'noticed').length
  return round >= (needsNoticeAnew(look) ? times + 1 : times)
}

const DECISIONS: readonly string[] = ['penalty-decision', 'spot-decision']

/** What is served now: the decision once there is one, else the notice that was not served yet, else what was made last. */
export function servedNow({ file }: Look): FileDocument | null {
  const notice = file.documents.findLast(({ kind }) => kind === 'penalty-notice') ?? null
  const told = file.steps.filter(({ step }) => step === 'noticed').length
  const waits = notice && (notice.round ?? 1) > told ? notice : null
  return file.documents.findLast(({ kind }) => DECISIONS.includes(kind)) ?? waits ?? file.documents.at(-1) ?? null
}
