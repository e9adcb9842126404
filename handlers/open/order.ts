import { dayOf } from '../../domain/calendar/zone.ts'
import { judgeOrder } from '../../domain/open/judged.ts'
import { orderId, tied } from '../../domain/open/order.ts'
import type { HandedIn } from '../../domain/open/kinds.ts'
import { orderWords } from '../../domain/open/wording-order.ts'
import { findPlace } from '../../domain/route/place.ts'
import { nearestVillage } from '../../domain/route/nearest.ts'
import type { Place } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { dangerOf } from '../../domain/understand/danger.ts'
import { newNumber } from '../entries.ts'
import { withHints } from '../hint.ts'
import { open } from '../open.ts'
import { answer, type Result, type Turn } from '../turn.ts'

/** 外来工单: one case of its own, without a question, for nobody is there to answer it; an order that was taken before is none. */
export async function onOrder(turn: Turn, order: HandedIn): Promise<Result> {
  const { ctx, world } = turn
  const town = world.towns.find(({ code }) => code === order.town)
  if (!town) throw new Error(`an order for the township ${order.town}, which is not configured`)
  if (await ctx.store.entry(orderId(order))) return answer('taken before')
  const made = await open(turn, saidIn(turn, order, town))
  if (!made.decision) return made
  const decision = tied(made.decision, order, await newNumber(turn, town.code, 'order'), { world, town })
  return { note: made.note, decision: await withHints(ctx, decision, town, world) }
}

function saidIn({ world }: Turn, order: HandedIn, town: Town) {
  const { text, answerBy } = order
  return {
    town,
    place: placeOf(order, town),
    text,
    media: [],
    emergency: dangerOf(text, town) !== null,
    before: orderWords(order),
    answerBy,
    problems: [{ text, judgement: judgeOrder(order, town, dayOf(world.now), world.classifier ?? null) }],
  }
}

/** As its address says, else as its words say, else the village nearest to its point, else its address as it is. */
function placeOf({ place, text, spot }: HandedIn, town: Town): Place | null {
  for (const said of [place, text]) {
    const found = said === '' ? null : findPlace(said, [town])
    if (found && found.ambiguous.length === 0 && !found.heard) return found.place
  }
  const near = spot && nearestVillage(spot, [town])
  return near?.place ?? (place === '' ? null : { code: null, name: place })
}
