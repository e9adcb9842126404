/** How a word is told from a sentence that begins with it; see SHAPES in grammar.ts. */
export type ShapeName =
  | 'act'
  | 'tell'
  | 'about'
  | 'order'
  | 'term'
  | 'query'
  | 'page'
  | 'monthly'
  | 'topics'
  | 'ask'
  | 'own'
  | 'bare'
  | 'add'
  | 'complain'
  | 'approve'
  | 'alone'

/**
 * The words of one part of the house. The first word of each is the one the bot teaches.
 * `who`: staff where nothing is said; `anybody` = villagers use it too.
 * `act`: it changes a case, so that whoever types it with a number is told why he may not.
 * `none`: 「没有」 behind it is what it says, and asks nothing.
 */
export type CommandTable = Readonly<
  Record<
    string,
    Readonly<{ words: readonly [string, ...string[]]; shape: ShapeName; who?: 'anybody'; act?: true; none?: true }>
  >
>
