import { ofKind } from '../../domain/book/entry.ts'
import { unitsFirst } from '../../domain/flow/whom.ts'
import { pendingQuestion, type Result, type Turn } from '../turn.ts'
import { onPaperTo } from './paper.ts'

/** Only names of units, while a card asks him where a paper goes; null: it is about something else. */
export async function onNamedUnits(turn: Turn, text: string): Promise<Result | null> {
  const { person, town, userid } = turn.speaker
  if (!person || !town || pendingQuestion(turn)) return null
  const found = unitsFirst(text, town)
  if (!found.ok || found.to === null || found.rest !== '') return null
  const drafts = ofKind(
    await turn.ctx.store.entries({ town: town.code, kinds: ['paper'], states: ['draft'], limit: 50 }),
    'paper',
  )
  const [draft] = drafts.filter(({ data }) => data.by === userid && data.to === null)
  return draft ? onPaperTo(turn, { entryNo: draft.no }, text) : null
}
