import type { NewAttachment } from '../../domain/decision.ts'
import type { PaperEntry } from '../../domain/flow/paperFacts.ts'
import type { Person, Town } from '../../domain/town.ts'
import { COMING } from '../../domain/decision.ts'
import { addressed, draftPaper, dropPaper, notePaper, sendPaper } from '../../domain/flow/paper.ts'
import { paperFacts } from '../../domain/flow/paperFacts.ts'
import { groupsOf } from '../../domain/flow/paperOut.ts'
import { secretMark } from '../../domain/flow/secret.ts'
import { emptyOf } from '../../domain/flow/whom.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import { pendingQuestion, type Result, type Turn } from '../turn.ts'
import { newEntry } from '../../domain/book/entry.ts'

export type Clerk = Readonly<{ person: Person; town: Town }>

/** The member of the township who speaks; null = a stranger. */
export const clerkOf = ({ speaker: { person, town } }: Turn): Clerk | null => (person && town ? { person, town } : null)

const there = ({ sha256, fault }: NewAttachment): boolean => sha256 !== null || fault === COMING

/** A new paper of the files of this message. */
export async function newDraft(turn: Turn, { person, town }: Clerk): Promise<PaperEntry> {
  const number = await newNumber(turn, town.code, 'paper')
  const files = turn.files
    .filter(there)
    .map(({ id, sha256, mime, name }) => ({ id, sha256, mime, ending: endingOf(name) }))
  const data = { title: null, by: person.userid, from: person.station, to: null, files, readers: [], read: {} }
  return newEntry({ world: turn.world, town }, 'paper', number, { state: 'draft', data })
}

const endingOf = (name: string | null): string | null => /\.[a-z0-9]{1,5}$/iu.exec(name ?? '')?.[0] ?? null

/** Asks for what is still to be said of a paper, and sends it when all is known. `fresh`: nothing of it is kept yet. */
export async function goOn(turn: Turn, draft: PaperEntry, town: Town): Promise<Result> {
  const { to, title } = draft.data
  const kept = draft.version === 0 ? draftPaper(draft, town, turn.world) : notePaper(draft, town, turn.world)
  if (to === null) return { note: 'asked whom a paper is for', decision: kept, answers: [askWhom(draft, null)] }
  if (!reaches(turn, draft, town)) return reachesNobody(turn, draft, town)
  if (title === null) {
    const ask = { asks: 'words', verb: 'paper-title', no: draft.no, lead: '' } as const
    return {
      note: 'asked for a title',
      decision: kept,
      answers: [{ kind: 'paper-want', what: 'title', no: draft.no }],
      ask,
    }
  }
  const whole = await withFiles(turn, draft)
  if (whole === 'paper-secret') return refuseSecret(turn, draft, town)
  if (typeof whole === 'string') return { ...refusal(whole, null, [draft.no]), decision: kept, ...waits(whole, draft) }
  const { decision, entry } = sendPaper(whole, town, turn.world)
  const nobody = emptyOf(entry.data.to ?? [], town, turn.world.now)
  return {
    note: `paper ${entry.no}`,
    decision,
    answers: [{ kind: 'paper-sent', paper: paperFacts(entry, town), nobody }],
  }
}

/** Whatever was asked about papers is answered now, be it by a tap. */
export function settled(turn: Turn): Pick<Result, 'ask'> {
  const question = pendingQuestion(turn)
  return question?.asks === 'words' && question.verb.startsWith('paper') ? { ask: null } : {}
}

export const askWhom = ({ no, data }: PaperEntry, busy: string | null) =>
  ({ kind: 'paper-ask', no, cardId: `${no}_ask`, files: data.files.length, busy, chosen: null }) as const

/** He must say once more where it goes. */
function reachesNobody(turn: Turn, draft: PaperEntry, town: Town): Result {
  const open = { ...draft, data: { ...draft.data, to: null } }
  const decision = draft.version === 0 ? draftPaper(open, town, turn.world) : notePaper(open, town, turn.world)
  const ask = { asks: 'words', verb: 'paper-to', no: draft.no, lead: '' } as const
  return { ...refusal('paper-nobody', null, paperFacts(draft, town).to), decision, ask }
}

function reaches({ world }: Turn, draft: PaperEntry, town: Town): boolean {
  const { data } = addressed(draft, town, world)
  return data.readers.length > 0 || groupsOf(addressed(draft, town, world), town, world).length > 0
}

type NotThere = 'paper-coming' | 'paper-lost'

/** Whatever he says next, it is tried again. */
const waits = (why: NotThere, { no }: PaperEntry) =>
  why === 'paper-coming' ? { ask: { asks: 'words', verb: 'paper-to', no, lead: '' } as const } : {}

/** The files as they are stored by now, or why they are not. */
async function withFiles(
  { ctx, files: sent }: Turn,
  draft: PaperEntry,
): Promise<PaperEntry | NotThere | 'paper-secret'> {
  const missing = draft.data.files.filter(({ sha256 }) => sha256 === null).map(({ id }) => id)
  if (missing.length === 0) return draft
  const kept = await ctx.store.attachmentsBy(missing)
  // those of this very message are not kept yet
  const rows = missing.flatMap((id) => [...kept, ...sent].find((each) => each.id === id) ?? [])
  if (rows.some(({ fault }) => fault === COMING)) return 'paper-coming'
  if (rows.length < missing.length || rows.some(({ sha256 }) => sha256 === null)) return 'paper-lost'
  if (rows.some(({ name }) => secretMark(name) !== null)) return 'paper-secret'
  const files = draft.data.files.map((file) => {
    const row = rows.find(({ id }) => id === file.id)
    return row ? { id: file.id, sha256: row.sha256, mime: row.mime, ending: endingOf(row.name) } : file
  })
  return { ...draft, data: { ...draft.data, files } }
}

/** What is secret may not go by WeCom: it is not passed on, and what came with it is let go of. */
export async function refuseSecret(turn: Turn, draft: PaperEntry | null, town: Town): Promise<Result> {
  const late = await turn.ctx.store.attachmentsBy(draft?.data.files.map(({ id }) => id) ?? [])
  const shas = [...turn.files, ...late].flatMap(({ sha256, thumb }) => [sha256 ?? [], thumb ?? []].flat())
  await turn.ctx.media.remove(shas)
  const attachments = turn.files.map((file) => ({ ...file, sha256: null, thumb: null, fault: 'secret' }))
  const dropped = draft ? dropPaper(draft, turn.speaker.userid, town, turn.world) : {}
  const filesGone = draft?.data.files.map(({ id }) => id) ?? []
  return { ...refusal('paper-secret', null), decision: { ...dropped, attachments, filesGone }, ask: null }
}

/** A mark of secrecy in his words, or in the name of a file he sent. */
export const isSecret = (turn: Turn, words: string): boolean =>
  [words, ...turn.files.map(({ name }) => name)].some((text) => secretMark(text) !== null)
