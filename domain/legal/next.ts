import type { Doing } from './doings.ts'
import type { Look } from './look.ts'
import { has } from './steps.ts'
import { awaitsHearing, isPaid, openHold, noticeOf } from './terms.ts'
import { needsNoticeAnew } from './since.ts'

type Wanted = readonly [doing: Doing, isWanted: (look: Look) => boolean]

const ordinary = ({ file }: Look): boolean => file.procedure === 'ordinary'
const open = ({ entry }: Look): boolean => entry.state === 'open'

/** What an officer does next, in this order: the first that is still wanted. */
const ORDER: readonly Wanted[] = [
  ['officers', (look) => open(look) && look.file.officers.length < 2],
  ['party', (look) => open(look) && look.file.party === null],
  ['dated', (look) => open(look) && ordinary(look) && look.file.violatedOn === null],
  ['facts', (look) => open(look) && look.file.facts === null],
  ['investigate', (look) => open(look) && ordinary(look) && !has(look.file, 'investigated')],
  ['discretion', (look) => open(look) && look.file.discretion === null],
  ['spare', (look) => open(look) && look.file.discretion?.choice === 'waive'],
  ['propose', (look) => open(look) && look.file.proposal === null],
  ['notice', (look) => open(look) && (noticeOf(look) === null || needsNoticeAnew(look))],
  ['hearing-notify', (look) => open(look) && awaitsHearing(look) && !isNotified(look)],
  ['hearing-hold', (look) => open(look) && awaitsHearing(look)],
  ['hold-end', (look) => open(look) && openHold(look) !== null],
  ['decide', open],
  ['serve', (look) => look.entry.state === 'decided' && !has(look.file, 'served')],
  ['pay', (look) => look.entry.state === 'decided' && !isPaid(look)],
  ['close', (look) => look.entry.state === 'decided'],
]

const isNotified = ({ file }: Look): boolean =>
  file.steps.findLastIndex(({ step }) => step === 'hearing-notified') >
  file.steps.findLastIndex(({ step }) => step === 'hearing-asked')

export const nextDoing = (look: Look): Doing | null => ORDER.find(([, isWanted]) => isWanted(look))?.[0] ?? null
