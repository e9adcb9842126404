import { dayOf, instant } from '../../domain/calendar/zone.ts'
import { overdueOf } from '../../domain/digest/overdue.ts'
import { hintsOf } from '../../domain/digest/spots.ts'
import { isLate } from '../../domain/work/late.ts'
import { elsewhereNote, insistedNote } from '../notes.ts'
import { heardHere } from '../here.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { watching } from './asked.ts'
import { materialOf } from './load.ts'

/** 今日: what came in today and was finished, what is overdue unit by unit, and what happens again and again. */
export const onToday = watching([], async (turn: Turn, town): Promise<Result> => {
  const { ctx, world } = turn
  const { now } = world
  const since = instant(dayOf(now), 0)
  const [material, told, insisted] = await Promise.all([
    materialOf(ctx, town, world, since),
    ctx.store.countNoted(elsewhereNote(town.code), since),
    ctx.store.countNoted(insistedNote(town.code), since),
  ])
  const heard = heardHere(turn, town, material.open)
  const alone = heard.hidden.filter((task) => isLate(task, now)).length
  const counts = {
    ...material.counts,
    triage: material.open.filter(({ stage }) => stage === 'triage' || stage === 'disputed').length,
    overdue: heard.tasks.filter((task) => isLate(task, now)).length + alone,
    elsewhere: Math.max(0, told - insisted),
  }
  const hints = hintsOf(heardHere(turn, town, material.recent).plain, town, now)
  return answer('today', { kind: 'today', counts, overdue: overdueOf(heard, town, now), hints, alone })
})
