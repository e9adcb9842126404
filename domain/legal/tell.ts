import type { Draft } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Doing } from './doings.ts'
import type { CaseFile } from './kinds.ts'
import type { Look } from './look.ts'
import type { FileNews } from './said.ts'
import { penaltyTold } from '../flow/penalty.ts'
import { PARTY } from './wording-said.ts'
import { factsNow, nextCardId, tell, tellReporters } from '../case/draft.ts'
import { nameOf, withRole } from '../people/directory.ts'
import { toPerson, distinct, leaders, rungRecipients, unit, type Address } from '../people/recipients.ts'

type To = (draft: Draft) => Address[]

const heads: To = ({ town, task, world }) => rungRecipients(town, task, 'station_head', world.now)
const supervisors: To = ({ town }) => withRole(town, 'supervisor').map(toPerson)
const police: To = ({ town, world }) =>
  town.stations.filter(({ kind }) => kind === 'police').flatMap((station) => unit(town, station, world.now))

/** Who else hears of a step: what a head must approve or put on record (§52, §56, §57), and what ends a file without a penalty. */
const HEARS: Readonly<Partial<Record<Doing, readonly Readonly<{ news: FileNews; to: readonly To[] }>[]>>> = {
  hold: [{ news: 'hold', to: [heads] }],
  serious: [{ news: 'serious', to: [heads] }],
  dismiss: [{ news: 'dismissed', to: [heads, supervisors] }],
  spare: [{ news: 'spared', to: [heads, supervisors] }],
  transfer: [
    { news: 'crime', to: [police] },
    { news: 'transferred', to: [heads, supervisors] },
  ],
  'extend-agree': [{ news: 'extended', to: [officersOf, heads] }],
}

/** Nothing of the party goes to anybody else. */
export function tellOthers(draft: Draft, look: Look, actor: Actor, doing: Doing): void {
  if (doing === 'extend') return askLeaders(draft, look)
  // the department that supervises hears of a penalty once the party has it
  if (doing === 'serve')
    for (const { address, body } of penaltyTold(look.entry, draft.town, draft.world))
      tell(draft, 'dispatch', address, body)
  // he was told that it is looked into as a case of the law
  if (doing === 'dismiss')
    tellReporters(draft, () => ({
      kind: 'file-told',
      facts: factsNow(draft),
      filed: false,
      note: null,
      how: 'dropped',
    }))
  const spot = doing === 'decide' && look.file.procedure === 'simple'
  for (const { news, to } of spot ? [{ news: 'spot' as const, to: [heads] }] : (HEARS[doing] ?? []))
    for (const address of distinct(to.flatMap((each) => each(draft))))
      if (address.to.kind !== 'person' || address.to.userid !== actor.userid) say(draft, look, address, actor, news)
}

function say(draft: Draft, { file }: Look, address: Address, { userid }: Actor, news: FileNews): void {
  tell(draft, 'dispatch', address, {
    kind: 'file-news',
    facts: factsNow(draft),
    filingNo: file.filingNo ?? '',
    news,
    note: NOTED.includes(news) ? unnamed(file) : null,
    by: nameOf(draft.town, userid),
  })
}

/** Why a file ended is for whoever watches over it; what is held, and where it goes, too. */
const NOTED: readonly FileNews[] = ['hold', 'dismissed', 'spared', 'crime', 'transferred', 'extended']

/** The note of the last step, without the name of the party. */
function unnamed({ steps, party }: CaseFile): string | null {
  const note = steps.at(-1)?.note ?? null
  return note !== null && party ? note.replaceAll(party.name, PARTY) : note
}

function officersOf({ entries, town }: Draft): Address[] {
  const file = entries.find(({ kind }) => kind === 'file')
  const officers = file?.kind === 'file' ? file.data.officers : []
  return officers.filter((userid) => town.people.some((person) => person.userid === userid)).map(toPerson)
}

function askLeaders(draft: Draft, { file, entry }: Look): void {
  const asked = file.extension
  if (!asked) return
  const { days, document, basis, by } = asked
  for (const address of leaders(draft.town))
    tell(draft, 'dispatch', address, {
      kind: 'file-extension',
      cardId: nextCardId(draft),
      no: entry.no,
      facts: factsNow(draft),
      filingNo: file.filingNo ?? '',
      days,
      document,
      basis,
      by: nameOf(draft.town, by),
    })
}
