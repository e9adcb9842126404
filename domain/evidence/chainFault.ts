/** What happened to the log of events, and to which event. `until` = the last of those that are gone; `at` = when that event says it was, or the one before those that are gone. */
export type ChainFault = Readonly<{ seq: number; at: Date | null }> &
  (
    | Readonly<{ code: 'unreadable' | 'changed' | 'unlinked' | 'replaced' | 'added' | 'no-head' }>
    | Readonly<{ code: 'missing' | 'cut-off'; until: number }>
    | Readonly<{ code: 'reordered'; follows: number }>
  )
