/** A trained classifier as the rules see it: what it thinks a text is about, by the name of the duty item. */
export type Classifier = Readonly<{
  /** 0..1 for each item it knows; they add up to one */
  likely(text: string): ReadonlyMap<string, number>
  /** the pieces of the text that speak most for an item, at most five */
  because(text: string, item: string): readonly string[]
}>
