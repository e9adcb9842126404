import type { DocumentKind } from './documentShape.ts'
import type { CaseFile, FileDocument, FileStep, LegalKinds } from './kinds.ts'
import type { Look } from './look.ts'
import type { Blocked, LegalRefusal } from './said.ts'
import { blocksOf, firstBlock } from './gates.ts'
import { needsNoticeAnew } from './since.ts'
import { has } from './steps.ts'

export type Series = Exclude<keyof LegalKinds, 'file'>

type Rule = Readonly<{
  /** whose counter its number comes from; null = it has none of its own */
  series: Series | null
  /** what stands in the way of making it for good */
  block: (look: Look) => Blocked | null
  /** it may be looked at before, without a number */
  draft: boolean
  /** the step by which it reached the party: from then on it stays as it is */
  served: FileStep | null
}>

const stopped = (reason: LegalRefusal): Blocked => ({ reason, choices: [] })
const free = (): null => null

/** What each document waits for: nothing prints the number of a decision before there is one (行政处罚法 §57, §59). */
export const DOCUMENT_RULES: Readonly<Record<DocumentKind, Rule>> = {
  'filing-approval': { series: null, block: free, draft: false, served: null },
  'inspection-record': { series: null, block: free, draft: false, served: null },
  'correction-order': {
    series: 'doc-order',
    block: ({ file }) => (has(file, 'ordered') ? null : stopped('doc-order')),
    draft: false,
    served: null,
  },
  'penalty-notice': { series: 'doc-notice', block: noticeBlock, draft: true, served: 'noticed' },
  'penalty-decision': { series: 'doc-decision', block: decisionBlock, draft: false, served: 'served' },
  'spot-decision': {
    series: 'doc-spot',
    block: (look) => (look.file.procedure === 'simple' ? decisionBlock(look) : stopped('doc-ordinary')),
    draft: false,
    served: 'served',
  },
  'service-receipt': {
    series: null,
    block: ({ file }) => (file.documents.length > 0 ? null : stopped('doc-nothing')),
    draft: false,
    served: null,
  },
  'closing-approval': {
    series: null,
    block: (look) => (OVER.includes(look.entry.state) ? null : firstBlock(look, 'close')),
    draft: false,
    served: null,
  },
}

const OVER: readonly Look['entry']['state'][] = ['closed', 'dismissed', 'transferred']

/** The party is told in writing before 告知 is written down: it can be made once that may be done. */
function noticeBlock(look: Look): Blocked | null {
  if (has(look.file, 'noticed') && !needsNoticeAnew(look)) return null
  return blocksOf(look, 'notice').find(({ reason }) => reason !== 'file-notice-doc') ?? null
}

function decisionBlock({ file }: Look): Blocked | null {
  return has(file, 'decided') ? null : stopped('file-undecided')
}

/** `doc` = the one that has its number already; `round` = which of its services it is for. */
export type DocumentStanding =
  | Readonly<{ how: 'blocked'; blocked: Blocked }>
  | Readonly<{ how: 'draft' }>
  | Readonly<{ how: 'final'; doc: FileDocument | null; round: number }>
  /** it was served: what was stored is what there is */
  | Readonly<{ how: 'kept'; doc: FileDocument }>

/** How far a document is. `gives`: may who asks give it its number? Without one it is a draft to him. */
export function documentStanding(look: Look, kind: DocumentKind, gives: boolean): DocumentStanding {
  const { series, block, draft } = DOCUMENT_RULES[kind]
  const doc = look.file.documents.findLast((each) => each.kind === kind) ?? null
  const kept = doc !== null && isKept(look.file, kind, doc)
  const anew = kind === 'penalty-notice' && look.entry.state === 'open' && needsNoticeAnew(look)
  if (doc && kept && !anew) return { how: 'kept', doc }
  const blocked = block(look)
  if (blocked) return draft && look.entry.state === 'open' ? { how: 'draft' } : { how: 'blocked', blocked }
  const same = kept ? null : doc
  if (series !== null && same === null && !gives) return { how: 'draft' }
  const services = servicesOf(look.file, kind).length
  return { how: 'final', doc: same, round: same?.round ?? (services === 0 || anew ? services + 1 : services) }
}

/** Where in the steps of a file it was served. */
function servicesOf({ steps }: CaseFile, kind: DocumentKind): readonly number[] {
  return steps.flatMap(({ step }, at) => (step === DOCUMENT_RULES[kind].served ? [at] : []))
}

/** What changes what a document says. */
const CHANGES: readonly FileStep[] = ['named', 'stated', 'proposed', 'discretion']

/** It was served as it was stored; what was changed between the making and the service was served otherwise. */
function isKept(file: CaseFile, kind: DocumentKind, { sha256, round = 1, seen = 0 }: FileDocument): boolean {
  const service = servicesOf(file, kind)[round - 1]
  if (sha256 === null || service === undefined) return false
  return !file.steps.slice(seen, service).some(({ step }) => CHANGES.includes(step))
}
