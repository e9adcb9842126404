import { stillCounts, tooMuch, type Sent, type TooMuch } from '../../domain/calm/pace.ts'
import type { InboxRow } from '../../domain/decision.ts'
import type { Ear } from '../../domain/inbound.ts'
import { findPerson } from '../../domain/people/directory.ts'
import type { Town } from '../../domain/town.ts'
import { dangerOf } from '../../domain/understand/danger.ts'

/** Counts what each villager sends, in this process; after a restart everybody begins afresh. */
export type Pacer = Readonly<{ look(row: InboxRow, towns: readonly Town[]): TooMuch | null }>

const COUNTED: readonly Ear[] = ['aibot', 'app', 'kf']
const MOST_PEOPLE = 5_000

export function makePacer(): Pacer {
  const sent = new Map<string, readonly Sent[]>()

  function remember(who: string, all: readonly Sent[]): void {
    sent.delete(who)
    sent.set(who, all)
    const [oldest] = sent.keys()
    if (sent.size > MOST_PEOPLE && oldest !== undefined) sent.delete(oldest)
  }

  return {
    look(row, towns) {
      if (!COUNTED.includes(row.channel) || findPerson({ towns }, row.from)) return null
      const one = sentIn(row)
      if (!one) return null
      // what is tried again was counted
      const before = (sent.get(row.from) ?? []).filter(({ id }) => id !== row.id)
      remember(row.from, [...stillCounts(before, one.at), one])
      if (towns.some((town) => dangerOf(one.text, town) !== null)) return null
      return tooMuch(before, one)
    },
  }
}

/** A tap on a card is asked for, and costs nothing. */
function sentIn({ id, receivedAt, content, ...row }: InboxRow): Sent | null {
  const files = content.kind === 'media' ? content.media.length : 0
  const text = wordsIn({ content, ...row })
  return text === '' && files === 0 ? null : { id, at: receivedAt.getTime(), text, files }
}

export const wordsIn = ({ content }: Pick<InboxRow, 'content'>): string =>
  content.kind === 'text' || content.kind === 'voice' || content.kind === 'media' ? content.text.trim() : ''
