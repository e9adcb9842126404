import type { Context } from '../context.ts'
import { parts, withNotices, type Decision } from '../domain/decision.ts'
import type { Chat } from '../domain/inbound.ts'
import type { Notice, NoticeBody } from '../domain/notice.ts'
import { findPerson } from '../domain/people/directory.ts'

/** Where words follow for certain, it is said with them. */
const ON_CARDS: readonly NoticeBody['kind'][] = [
  'ask-place',
  'ask-problem',
  'ask-same',
  'ask-which',
  'progress-card',
  'ask-solved',
  'ask-satisfied',
  'card-update',
  'media-failed',
]

/** What a member of the staff hears as a reporter; everything else he hears at his work. */
const RECEIPTS: readonly NoticeBody['kind'][] = ['accepted', 'accepted-several', 'joined']

/** Who wrote, by the name his words are kept under, and where. */
type Writer = Readonly<{ name: string; chat: Chat }>

/** 首次告知: whatever brought it about, the first words somebody hears from us say what is kept of him, for what and how long. */
export async function withFooter(
  ctx: Pick<Context, 'people' | 'towns'>,
  decision: Decision,
  writer: Writer,
): Promise<Decision> {
  const { people } = ctx
  if (!people) return decision
  const isStaff = (name: string): boolean => findPerson(ctx, name) !== null
  const firsts = new Map<string, Notice>()
  for (const notice of parts(decision).flatMap(({ notices = [] }) => notices)) {
    const name = ON_CARDS.includes(notice.body.kind) ? null : hearerOf(notice, writer)
    if (name === null || firsts.has(name) || (isStaff(name) && !RECEIPTS.includes(notice.body.kind))) continue
    firsts.set(name, notice)
  }
  const told = await Promise.all([...firsts].map(async ([name]) => ((await people.wasTold(name)) ? [] : [name])))
  const names = told.flat()
  if (names.length === 0) return decision
  const footers = new Map(names.map((name) => [firsts.get(name), isStaff(name) ? 'privacy-staff' : 'privacy'] as const))
  return { ...withNotices(decision, (notice) => footed(notice, footers.get(notice) ?? null)), toldPrivacy: names }
}

/** In a group only who wrote there just now can be meant. */
function hearerOf({ to }: Notice, { name, chat }: Writer): string | null {
  if (to.kind === 'person') return to.userid
  if (to.kind === 'group' || to.kind === 'hook') return null
  // what is handed in by another system: whoever told it hears nothing from us
  if (to.chat.via === 'open') return null
  if (to.chat.type === 'single') return to.chat.id
  return to.chat.id === chat.id ? name : null
}

const footed = (notice: Notice, footer: 'privacy' | 'privacy-staff' | null): Notice =>
  footer ? { ...notice, body: { ...notice.body, footer } } : notice
