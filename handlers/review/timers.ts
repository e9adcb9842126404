import type { OnTimer } from '../slice.ts'
import { fireReview } from '../../domain/review/fire.ts'
import { fireSignoff } from '../../domain/review/fireSignoff.ts'
import { allReviews, asReview, inBook, REVIEW, SIGNOFF } from './find.ts'

const cleared = (row: Readonly<{ subject: string; kind: string }>) => ({
  timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }],
})

export const onReviewTimer: OnTimer = async (ctx, row, world) => {
  const entry = await ctx.store.entry(row.subject)
  const found = entry?.kind === 'review' ? await inBook(ctx, entry, REVIEW) : null
  return found ? fireReview(asReview(found), row.step, await allReviews(ctx), world) : cleared(row)
}

export const onSignoffTimer: OnTimer = async (ctx, row, world) => {
  const entry = await ctx.store.entry(row.subject)
  const found = entry?.kind === 'signoff' ? await inBook(ctx, entry, SIGNOFF) : null
  if (!found) return cleared(row)
  return fireSignoff({ hand: found.hand, file: found.file, signoff: found.entry }, row.step, world)
}
