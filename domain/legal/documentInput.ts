import type { NewAttachment } from '../decision.ts'
import {
  KINDS,
  type DocumentInput,
  type DocumentKind,
  type Picture,
  type Rights,
  type Service,
} from './documentShape.ts'
import type { Look } from './look.ts'
import type { Proposal } from './kinds.ts'
import { findPerson } from '../people/directory.ts'
import { evidenceOf } from './documentEvidence.ts'
import { recordsIn } from './documentRecords.ts'
import { dayShown, reviewShown, sourceOf, whatWasDone } from './documentSteps.ts'
import { rule } from './look.ts'
import { servedNow } from './paper.ts'
import { last } from './steps.ts'
import { noticeOf } from './terms.ts'
import { needsNoticeAnew } from './since.ts'
import { hasHearingRight, weighedIn } from './weight.ts'
import { DOCUMENT_TITLES, DOCUMENT_WORDS, discretionText, ONLY_FINE } from './wording-document.ts'
import { ownOrgan } from './wording-file.ts'

/** What a document needs beside the file: its number, what was sent about the case, and whether another authority handed it down. */
export type Material = Readonly<{
  docNo: string | null
  draft: boolean
  files: readonly NewAttachment[]
  pictures: readonly Picture[]
  admitted: boolean
}>

/** Every blank of a document from what is known of the case; who reported it is in none. */
export function documentInput(look: Look, kind: DocumentKind, material: Material): DocumentInput {
  const { hand, file } = look
  const records = recordsIn(hand)
  const record = records.at(-1) ?? null
  const onSite = kind === 'inspection-record'
  const penalty = PENALTIES.includes(kind) ? penaltyIn(look, kind) : null
  const amount = penalty?.fine ?? null
  return {
    kind,
    organ: { name: file.organ, agent: file.delegation === null ? null : ownOrgan(hand.town) },
    docNo: kind === 'closing-approval' ? decisionNo(look) : material.docNo,
    fileNo: file.filingNo ?? null,
    caseNo: file.caseNo,
    item: file.itemName,
    source: sourceOf(look, material.admitted),
    party: partyOf(look),
    place: record?.place ?? hand.task.place?.name ?? null,
    from: record?.at ?? null,
    to: null,
    facts: (onSite ? record?.seen : null) ?? file.facts,
    evidence: evidenceOf(look, material.files, records),
    // the duty list says what a penalty rests on, not which sentence was broken: that is written by hand
    violated: [],
    basis: lawsIn(file.legalBasis),
    discretion: file.discretion && discretionText(file.discretion.choice, file.discretion.why),
    decision: whatWasDone(look, kind) ?? (penalty && penaltyText(penalty)),
    amount,
    rights: rightsOf(look, kind),
    payment: amount === null ? null : paymentOf(look),
    officers: officersOf(look),
    review: reviewShown(look),
    service: kind === 'service-receipt' ? serviceOf(look) : null,
    closing: kind === 'closing-approval' ? { filedOn: file.filedOn, execution: executionOf(look) } : null,
    day: material.draft ? null : dayShown(look, kind),
    pictures: material.pictures,
  }
}

const PENALTIES: readonly DocumentKind[] = ['penalty-notice', 'penalty-decision', 'spot-decision', 'closing-approval']

/** The penalty as the party was told it, as it was decided, or as it is proposed. */
function penaltyIn(look: Look, kind: DocumentKind): Pick<Proposal, 'fine' | 'text'> | null {
  const told = kind === 'penalty-notice' && !needsNoticeAnew(look) ? noticeOf(look) : null
  const decided = kind === 'penalty-notice' ? null : last(look.file, 'decided')
  const step = told ?? decided
  if (step) return weighedIn(step) ?? look.file.proposal
  return kind === 'penalty-notice' ? look.file.proposal : null
}

const penaltyText = ({ fine, text }: Pick<Proposal, 'fine' | 'text'>): string =>
  fine !== null && ONLY_FINE.test(text) ? DOCUMENT_WORDS.fine : text

/** It may have been made on paper. */
function decisionNo({ file }: Look): string | null {
  const made = file.documents.findLast(({ kind }) => kind === 'penalty-decision' || kind === 'spot-decision')
  const written = last(file, 'served')?.data?.['docNo']
  return made?.docNo ?? (typeof written === 'string' ? written : null)
}

function partyOf({ file: { party } }: Look): DocumentInput['party'] {
  return party
    ? { ...party, idLabel: null }
    : { kind: 'person', name: null, idLabel: null, id: null, representative: null, address: null, phone: null }
}

const lawsIn = (basis: string): DocumentInput['basis'] =>
  basis
    .split(DOCUMENT_WORDS.laws)
    .map((article) => article.trim())
    .filter(Boolean)
    .map((article) => ({ article, text: null }))

function rightsOf(look: Look, kind: DocumentKind): Rights {
  const { proposal, party } = look.file
  const notice = needsNoticeAnew(look) ? null : noticeOf(look)
  const hearing = notice
    ? notice.data?.['hearing'] === true
    : proposal !== null && party !== null && hasHearingRight(look, proposal, party)
  return {
    statementDays: rule(look, 'defence').amount,
    hearingDays: kind === 'penalty-notice' && hearing ? rule(look, 'hearing.ask').amount : null,
    reviewOrgan: null,
    court: null,
  }
}

function paymentOf(look: Look): NonNullable<DocumentInput['payment']> {
  const [rate, most] = [rule(look, 'surcharge.rate'), rule(look, 'surcharge.most')]
  return { bank: null, days: rule(look, 'pay').amount, surcharge: DOCUMENT_WORDS.surcharge(rate, most) }
}

const officersOf = ({ file, hand: { town } }: Look): DocumentInput['officers'] =>
  file.officers.flatMap((userid) => {
    const found = findPerson({ towns: [town] }, userid)
    return found ? [{ name: found.person.name, licence: found.person.licence }] : []
  })

function serviceOf(look: Look): Service {
  const doc = servedNow(look)
  const documents = doc ? [{ name: titleOf(doc.kind), docNo: doc.docNo }] : []
  const way = last(look.file, 'served')?.note ?? null
  return { documents, receiver: look.file.party?.name ?? null, way, place: null, at: null }
}

const titleOf = (kind: string): string => {
  const known = KINDS.find((each) => each === kind)
  return known ? DOCUMENT_TITLES[known] : kind
}

function executionOf(look: Look): string | null {
  const fine = Number(last(look.file, 'decided')?.data?.['fine'] ?? 0)
  const paid = look.file.steps
    .filter(({ step }) => step === 'paid')
    .reduce((sum, { data }) => sum + Number(data?.['amount'] ?? 0), 0)
  const end = last(look.file, 'closed', 'dismissed', 'transferred')?.note ?? null
  return [fine > 0 ? DOCUMENT_WORDS.paid(fine, paid) : null, end].filter(Boolean).join('\n') || null
}
