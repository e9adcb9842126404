import type { Report } from './model/evaluate.ts'

/** A trained classifier as the rules see it: what it thinks a text is about, by the name of the duty item. */
export type Classifier = Readonly<{
  /** 0..1 for each item it knows; they add up to one */
  likely(text: string): ReadonlyMap<string, number>
  /** the pieces of the text that speak most for an item, at most five */
  because(text: string, item: string): readonly string[]
}>

/** A trained version: `id` is made of what it learnt from, `report` is how right it was on rows it had not seen. */
export type ClassifierVersion = Readonly<{ id: string; at: string; rows: number; lessons: number; report: Report }>
