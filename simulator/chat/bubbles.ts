import type { Bubble } from '../api.ts'
import type { Bus } from '../bus.ts'
import type { Journal, Remembered } from '../journal.ts'

export type Card = Readonly<Record<string, unknown>>
/** What a new bubble must say; the rest is filled in. */
export type Draft = Pick<Bubble, 'chat' | 'chatType' | 'at' | 'from' | 'kind'> & Partial<Bubble>

export type Bubbles = Readonly<{
  all(): readonly Bubble[]
  in(chat: string): Bubble[]
  get(id: string): Bubble | null
  add(draft: Draft): Bubble
  change(id: string, changes: Partial<Bubble>): Bubble | null
  /** every version of a bubble's card that anybody saw, oldest first */
  versions(id: string): readonly Card[]
  /** whether a card with this task_id was ever sent */
  hasTask(taskId: string): boolean
  clear(): void
}>

/** All chats, in the order in which they were written. */
export function makeBubbles(bus: Bus, journal: Journal, remembered: Remembered): Bubbles {
  const bubbles = new Map(remembered.bubbles.map((bubble) => [bubble.id, bubble]))
  const versions = new Map<string, Card[]>()
  const tasks = new Set<string>()
  let last = Math.max(0, ...remembered.bubbles.map((bubble) => Number(bubble.id.slice(1)) || 0))
  for (const bubble of bubbles.values()) note(bubble)

  function note(bubble: Bubble): void {
    const cards = [bubble.card, ...Object.values(bubble.cardFor)].filter((card) => card !== null)
    const seen = versions.get(bubble.id) ?? []
    const fresh = cards.filter((card) => !seen.includes(card))
    if (fresh.length > 0) versions.set(bubble.id, [...seen, ...fresh])
    const taskId = bubble.card?.['task_id']
    if (typeof taskId === 'string') tasks.add(taskId)
  }

  function keep(bubble: Bubble): Bubble {
    bubbles.set(bubble.id, bubble)
    note(bubble)
    journal.bubble(bubble)
    bus.emit({ type: 'bubble', bubble })
    return bubble
  }

  return {
    all: () => [...bubbles.values()],
    in: (chat) => [...bubbles.values()].filter((bubble) => bubble.chat === chat),
    get: (id) => bubbles.get(id) ?? null,
    add: (draft) => keep({ ...empty, ...draft, id: `b${++last}` }),
    change(id, changes) {
      const before = bubbles.get(id)
      return before ? keep({ ...before, ...changes, id }) : null
    },
    versions: (id) => versions.get(id) ?? [],
    hasTask: (taskId) => tasks.has(taskId),
    clear() {
      bubbles.clear()
      versions.clear()
      tasks.clear()
      journal.clear()
    },
  }
}

const empty = {
  content: '',
  files: [],
  card: null,
  cardFor: {},
  quote: null,
  via: null,
  finished: true,
  updated: false,
} as const
