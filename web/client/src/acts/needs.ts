import type { ActName } from '../../../api/cases/acts.ts'

/** What a form asks for with an act: a unit, several, another case, words (`must` = not without). */
type Need = 'unit' | 'units' | 'other'
type Needs = Readonly<{ with: readonly Need[]; words: 'must' | 'may' | 'none' }>

export const NEEDS: Readonly<Record<ActName, Needs>> = {
  sign: { with: [], words: 'none' },
  arrive: { with: [], words: 'none' },
  feedback: { with: [], words: 'must' },
  finish: { with: [], words: 'must' },
  return: { with: [], words: 'must' },
  assign: { with: ['unit'], words: 'may' },
  rule: { with: ['unit'], words: 'may' },
  urge: { with: [], words: 'may' },
  merge: { with: ['other'], words: 'may' },
  split: { with: ['other'], words: 'may' },
  apart: { with: ['other'], words: 'none' },
  'told-otherwise': { with: [], words: 'none' },
  unlearn: { with: [], words: 'none' },
  place: { with: [], words: 'must' },
  whistle: { with: ['units'], words: 'must' },
  transfer: { with: ['unit'], words: 'must' },
  'ask-reporter': { with: [], words: 'must' },
  reveal: { with: [], words: 'must' },
  'reveal-agree': { with: [], words: 'none' },
}
