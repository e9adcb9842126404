import type { Store } from '../../context.ts'

type Note = Readonly<{ key: string; value: string; until: Date | null }>
type Notes = Pick<Store, 'note' | 'notes' | 'putNote' | 'renewNote' | 'takeNote'>

/** Notes as the store keeps them, in memory; `kept` is what somebody would find who looks into the table. */
export function notesInMemory(): Notes & Readonly<{ kept: Map<string, Note> }> {
  const kept = new Map<string, Note>()
  return {
    kept,
    note: async (key) => kept.get(key) ?? null,
    notes: async (prefix, now) =>
      [...kept.values()].filter(({ key, until }) => key.startsWith(prefix) && (until === null || until > now)),
    putNote: async (note) => void kept.set(note.key, note),
    async renewNote(note) {
      if (kept.has(note.key)) kept.set(note.key, note)
    },
    async takeNote(key) {
      const found = kept.get(key) ?? null
      kept.delete(key)
      return found
    },
  }
}
