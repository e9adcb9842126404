import { joint } from './joint.ts'
import { work } from './work.ts'
import { crew } from './crew.ts'
import { evidence } from './evidence.ts'
import { legal } from './legal.ts'
import { review } from './review.ts'
import { flow } from './flow.ts'
import { training } from './training.ts'
import { assess } from './assess.ts'
import { feedback } from './feedback.ts'
import { digest } from './digest.ts'

/** Every part of the house, under the topic its help is asked for by. */
export const PARTS = {
  吹哨: joint,
  办理: work,
  值守: crew,
  取证: evidence,
  立案: legal,
  法审: review,
  信息: flow,
  学习: training,
  监督: feedback,
  考核: assess,
  简报: digest,
} as const

export const partWords = {
  ...joint.words,
  ...work.words,
  ...crew.words,
  ...evidence.words,
  ...legal.words,
  ...review.words,
  ...flow.words,
  ...training.words,
  ...feedback.words,
  ...assess.words,
  ...digest.words,
}
export const partCards = {
  ...joint.cards,
  ...work.cards,
  ...crew.cards,
  ...evidence.cards,
  ...legal.cards,
  ...review.cards,
  ...flow.cards,
  ...training.cards,
  ...feedback.cards,
  ...assess.cards,
  ...digest.cards,
}
export const partRefusals = {
  ...joint.refusals,
  ...work.refusals,
  ...crew.refusals,
  ...evidence.refusals,
  ...legal.refusals,
  ...review.refusals,
  ...flow.refusals,
  ...training.refusals,
  ...feedback.refusals,
  ...assess.refusals,
  ...digest.refusals,
}
