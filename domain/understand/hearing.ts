import type { DangerKind } from './wording-danger.ts'

/**
 * What was learnt about how people speak, from the sentences that come with the program: it hears what no list of words
 * foresees. Likelihoods are 0..1.
 */
export type Hearing = Readonly<{
  /** how likely somebody is in danger now */
  danger(text: string): number
  /** what kind of danger it is, if it is one */
  kind(text: string): DangerKind | null
  /** what it is most likely if it is no report */
  intent(text: string): Readonly<{ label: string; p: number }>
  /** whose business it is if it is not the township's, and how likely it is not */
  business(text: string): Readonly<{ label: string; p: number }>
}>
