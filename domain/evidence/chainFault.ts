/**
 * What happened to a log, and to which row of it. `until` = the last of those that are gone; `at` = when that row says it was, or the
 * one before those that are gone; `before` = what is older than the chain is not as it was.
 */
export type ChainFault = Readonly<{ seq: number; at: Date | null }> &
  (
    | Readonly<{ code: 'unreadable' | 'changed' | 'unlinked' | 'replaced' | 'added' | 'no-head' | 'before' }>
    | Readonly<{ code: 'missing' | 'cut-off'; until: number }>
    | Readonly<{ code: 'reordered'; follows: number }>
  )
