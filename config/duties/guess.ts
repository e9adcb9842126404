import { MODE_WORDS } from './wording-columns.ts'

/** What a mode is taken for where a table does not say: who punishes, and what its sheet is called. */
export type Asked = Readonly<{
  sheet: string
  punish: string
  isOurs(unit: string): boolean
}>
export type Guess = Readonly<{ mode: string; why: 'sheet' | 'punish' }>

/** A sheet 「配合履职」 says it of all its items; else what an authority outside punishes is not the township's own. */
export function guessedMode({ sheet, punish, isOurs }: Asked): Guess | null {
  const named = modeIn(sheet)
  if (named) return { mode: named[1], why: 'sheet' }
  return punish !== '' && !isOurs(punish) ? { mode: 'joint', why: 'punish' } : null
}

/** The word for a mode in the name of a sheet, and the mode. */
export const modeIn = (sheet: string): readonly [word: string, mode: string] | null =>
  MODE_WORDS.find(([word]) => sheet.includes(word)) ?? null
