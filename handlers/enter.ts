import { DAY, dayOf } from '../domain/calendar/zone.ts'
import { villageOf } from '../domain/route/nearest.ts'
import { answer, type Result, type Turn } from './turn.ts'

/**
 * Somebody opens the chat. The AI bot hears of it once a day and may greet; customer service may only while a welcome
 * code lives; the app hears of every time and greets once a day.
 */
export async function onEnter(turn: Turn, scene: string | null): Promise<Result> {
  const { row, ctx, speaker } = turn
  if (row.channel === 'kf' && row.reply === null) return { note: 'looked in' }
  if (row.channel === 'app' && !(await firstToday(turn))) return { note: 'looked in' }
  const village = scene === null ? null : villageOf(scene, ctx.towns)
  const seen = village ? { village: village.place.name } : {}
  return answer('greeted', { kind: 'greeting', staff: speaker.person !== null, ...seen })
}

function firstToday({ ctx, row, world }: Turn): Promise<boolean> {
  const key = `greeted ${row.channel} ${row.from} ${dayOf(world.now)}`
  return ctx.store.claimNote({ key, value: '', until: new Date(world.now.getTime() + DAY) }, world.now)
}
