import type { OnTimer } from '../slice.ts'
import { goneIn, isDocumentOf } from '../../domain/legal/documentMade.ts'

/** A draft, or a version that was made anew, is with who asked for it; here it goes. */
export const onDocumentGone: OnTimer = async (ctx, { subject, kind }) => {
  const { entry: id, sha256 } = goneIn(subject)
  const entry = await ctx.store.entry(id)
  if (entry?.kind !== 'file' || !isDocumentOf(entry.data, sha256)) await ctx.media.remove([sha256])
  return { timers: [{ subject, kind, dueAt: null, step: 0 }] }
}
