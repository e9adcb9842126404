import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry } from '../../domain/book/entry.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import { leftFor, mayOpen, mayWithdraw, paperFacts, type PaperEntry } from '../../domain/flow/paperFacts.ts'
import { filesSaid } from '../../domain/flow/paperOut.ts'
import { readPaper, withdrawPaper } from '../../domain/flow/paperRead.ts'
import { FILE_RETENTION } from '../../domain/privacy/retention.ts'
import { squeeze } from '../../domain/text/fold.ts'
import type { PartRefusal } from '../../domain/book/said.ts'
import { refusal } from '../acts.ts'
import { findEntry } from '../entries.ts'
import { stored } from '../stored.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { clerkOf, type Clerk } from './draft.ts'
import { onPaper } from './paper.ts'

const SENT = ['out', 'read', 'missed', 'withdrawn'] as const
const LISTED = 10
const LOOKED_THROUGH = 200

const knows =
  ({ person, town }: Clerk) =>
  (entry: Entry<'paper'>): boolean =>
    entry.town === town.code && mayOpen(entry, person)

/** 文件: the latest of his unit; 文件 n: one of them, with who has read it; with files it is 转发. */
export async function onPapers(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (stored(turn.files).length > 0) return onPaper(turn, ref, rest)
  if (turn.row.chat.type === 'group') return refusal('ask-alone', null)
  if (ref) return opened(turn, clerk, ref, rest)
  const town = clerk.town.code
  const all = await turn.ctx.store.entries({ town, kinds: ['paper'], states: SENT, limit: LOOKED_THROUGH })
  const known = all.filter((entry): entry is PaperEntry => entry.kind === 'paper' && knows(clerk)(entry))
  const found = known.filter(({ data }) => squeeze(data.title ?? '').includes(squeeze(rest)))
  const [only] = found
  if (rest && only && found.length === 1) return shown(turn, clerk, only)
  return answer('papers', { kind: 'papers', items: found.slice(0, LISTED).map((each) => paperFacts(each, clerk.town)) })
}

async function opened(turn: Turn, clerk: Clerk, ref: CaseRef, rest: string): Promise<Result> {
  const found = await findEntry(turn, { kinds: ['paper'], states: SENT, may: knows(clerk) }, ref, rest)
  if (!found.ok) return notFound(found.choices)
  return shown(turn, clerk, found.entry)
}

const notFound = (choices: readonly string[]): Result =>
  choices.length > 0 ? refusal('paper-which', null, choices) : refusal('paper-unknown', null)

function shown({ world }: Turn, { person, town }: Clerk, entry: PaperEntry): Result {
  if (entry.state === 'withdrawn' && entry.data.by !== person.userid) return refusal('paper-gone', null, [entry.no])
  const gone = world.now.getTime() - entry.at.getTime() > FILE_RETENTION.loose * DAY
  const status = {
    kind: 'paper-status',
    paper: paperFacts(entry, town),
    left: leftFor(entry, person, town),
    gone,
  } as const
  return answer('a paper', status, ...(gone || entry.state === 'withdrawn' ? [] : filesSaid(entry)))
}

/** 已读 n, or the button. */
export async function onPaperRead(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const { userid } = clerk.person
  const unread = ({ data }: PaperEntry) => data.readers.includes(userid) && !(userid in data.read)
  const may = (entry: PaperEntry) => knows(clerk)(entry) && (ref !== null || unread(entry))
  const found = await findEntry(turn, { kinds: ['paper'], states: ['out', 'missed'], may }, ref, rest)
  if (!found.ok) return notFound(found.choices)
  const { entry } = found
  const why = whyNotRead(entry, userid)
  if (why) return { ...refusedTap(turn, why, entry), card: cardOf(turn, clerk, entry) }
  const done = readPaper(entry, userid, clerk.town, turn.world)
  const paper = paperFacts(done.entry, clerk.town)
  const words = turn.row.content.kind === 'click' ? [] : [{ kind: 'paper-news', paper, news: 'read' } as const]
  return { note: 'read', decision: done.decision, answers: words, card: cardOf(turn, clerk, done.entry) }
}

function whyNotRead({ state, data }: PaperEntry, userid: string): PartRefusal | null {
  if (state === 'withdrawn') return 'paper-gone'
  if (userid in data.read) return 'paper-read-already'
  return data.readers.includes(userid) ? null : 'paper-not-reader'
}

/** In a group the card says it; words would only tell the others. */
const refusedTap = ({ row }: Turn, why: PartRefusal, { no }: PaperEntry): Result =>
  row.chat.type === 'group' && why === 'paper-read-already' ? { note: `refused: ${why}` } : refusal(why, null, [no])

const cardOf = ({ row }: Turn, { person, town }: Clerk, entry: PaperEntry) =>
  ({
    kind: 'paper',
    paper: paperFacts(entry, town),
    cardId: '',
    view: row.chat.type === 'group' ? 'group' : 'reader',
    seen: person.userid in entry.data.read,
    again: 0,
  }) as const

/** 撤回文件 n. */
export async function onPaperWithdraw(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const may = (entry: PaperEntry) => knows(clerk)(entry) && (ref !== null || mayWithdraw(entry, clerk.person))
  const found = await findEntry(turn, { kinds: ['paper'], states: ['out', 'read', 'missed'], may }, ref, rest)
  if (!found.ok) return notFound(found.choices)
  const { entry } = found
  if (!mayWithdraw(entry, clerk.person)) return refusal('paper-not-yours', null, [entry.no])
  if (entry.state === 'withdrawn') return refusal('paper-gone', null, [entry.no])
  const done = withdrawPaper(entry, clerk.person.userid, clerk.town, turn.world)
  const paper = paperFacts(done.entry, clerk.town)
  return { ...answer('a paper withdrawn', { kind: 'paper-news', paper, news: 'withdrawn' }), decision: done.decision }
}
