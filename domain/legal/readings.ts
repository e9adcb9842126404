import type { Entry } from '../book/entry.ts'
import type { CaseFile, FileStep, StepTaken } from './kinds.ts'
import type { Look } from './look.ts'
import type { LegalRefusal } from './said.ts'
import { addDays } from '../calendar/zone.ts'
import { readDay, readProposal, wordsIn } from './read.ts'
import { officerCalled } from './officers.ts'
import { has } from './steps.ts'
import { isHarsherForSpeaking } from './since.ts'
import { same, hasHearingRight, weightOf } from './weight.ts'
import { DAYS_OF, DETENTION, SORTS, TERM_BEFORE, UNTIL_MARK } from './wording-said.ts'
import { mayInvestigate } from '../people/licence.ts'

/** What an order makes of a file. `on` = the day it speaks of. */
export type Work = Readonly<{
  step?: FileStep
  note?: string | null
  on?: string
  data?: NonNullable<StepTaken['data']>
  patch?: Partial<CaseFile>
  state?: Entry<'file'>['state']
}>

/** The words that are lacking are asked for; those that cannot be read are refused. */
export type Read = Work | 'words' | LegalRefusal

export type Reading = (said: string, look: Look) => Read

export const cut = (text: string, most = 500): string => [...text].slice(0, most).join('')

/** 办案人 n 姓名 [姓名]: with one name, who writes is the other. */
export function readOfficers(said: string, { hand, file, today }: Look): Read {
  const names = wordsIn(said)
  if (names.length === 0) return 'words'
  const found = names.map((name) => officerCalled(name, hand.town, hand.task.lead))
  if (found.some((each) => each === null) || found.length > 2) return 'file-how'
  if (found.some((each) => each && !mayInvestigate(each, today))) return 'file-unlicensed'
  const named = found.flatMap((each) => each?.userid ?? [])
  const [first = ''] = file.officers
  return { patch: { officers: named.length === 2 ? named : [...new Set([first, ...named])].slice(0, 2) } }
}

export function readOrder(said: string, { today }: Look): Read {
  if (said === '') return 'words'
  const words = wordsIn(said)
  const lastWord = (words.at(-1) ?? '').replace(UNTIL_MARK, '')
  const within = DAYS_OF.exec(lastWord)
  const until = within ? addDays(today, Number(within[1])) : readDay(lastWord, today, true).day
  const what = until === null ? said : said.slice(0, said.lastIndexOf(words.at(-1) ?? '')).replace(TERM_BEFORE, '')
  return what === '' ? 'words' : { step: 'ordered', note: cut(what), data: { until } }
}

export function readPropose(said: string, look: Look): Read {
  const { file } = look
  if (said === '') return 'words'
  if (DETENTION.test(said)) return 'file-detention'
  const proposal = readProposal(said)
  if (!proposal) return 'file-how'
  if (isHarsherForSpeaking(look, proposal)) return 'file-harsher'
  const isSame = file.proposal !== null && same(proposal, file.proposal) && has(file, 'proposed')
  // the same written once more changes nothing that was told or reviewed
  return { ...(isSame ? {} : { step: 'proposed' as const, data: weightOf(proposal) }), patch: { proposal } }
}

/** 决定 n, or with the penalty, which must be the one that was told. */
export function readDecision(said: string, { file }: Look): Read {
  const written = said === '' ? null : readProposal(said)
  const { proposal } = file
  if (written && (!proposal || !same({ ...written, text: proposal.text }, proposal))) return 'file-anew'
  if (said !== '' && DETENTION.test(said)) return 'file-detention'
  // a penalty that cannot be read may be another one
  if (!written && SORTS.some(([, pattern]) => pattern.test(said))) return 'file-how'
  return {
    step: 'decided',
    note: cut(said) || null,
    state: 'decided',
    ...(proposal ? { data: weightOf(proposal) } : {}),
  }
}

export function noticeData(look: Look): NonNullable<StepTaken['data']> {
  const { proposal, party } = look.file
  if (!proposal || !party) return {}
  return { ...weightOf(proposal), hearing: hasHearingRight(look, proposal, party) }
}

/** 延长办案 n 天 批准文号 [依据]. */
export function readExtension(said: string, { world, file }: Look): Read {
  const days = DAYS_OF.exec(said)
  const [document = '', ...basis] = wordsIn(said.slice(days?.[0].length ?? 0))
  if (said === '') return 'words'
  if (!days || Number(days[1]) === 0 || document === '') return 'file-how'
  const asked = { days: Number(days[1]), document: cut(document, 60), basis: cut(basis.join(' '), 200) || null }
  return { patch: { extension: { ...asked, by: file.officers[0] ?? '', at: world.now.toISOString() } } }
}
