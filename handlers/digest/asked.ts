import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Role, Town } from '../../domain/town.ts'
import type { Period } from '../../domain/digest/period.ts'
import { instant, dayOf } from '../../domain/calendar/zone.ts'
import { toMs } from '../../domain/calendar/duration.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import { briefFor } from '../../domain/digest/brief.ts'
import { lastPeriod } from '../../domain/digest/period.ts'
import { pageIn } from '../../domain/digest/wording-page.ts'
import { overdueOf } from '../../domain/digest/overdue.ts'
import { monthBefore } from '../../domain/assess/days.ts'
import { peersOf } from '../../domain/assess/alike.ts'
import { rank, townIn, unitsIn, type Ranking } from '../../domain/digest/ranking.ts'
import { hintsOf } from '../../domain/digest/spots.ts'
import { findStation } from '../../domain/people/directory.ts'
import { isLate } from '../../domain/work/late.ts'
import { ruleOf } from '../../domain/rules/ruleOf.ts'
import { refusal } from '../acts.ts'
import { heardHere } from '../here.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { isLeader } from '../../domain/digest/listening.ts'
import { materialOf, openIn } from './load.ts'
import { reportFor } from './posters.ts'

const WATCH: readonly Role[] = ['dispatcher', 'leader', 'supervisor']

/** For those who watch over the whole township, and whoever else is named. */
export const watching =
  (also: readonly Role[], act: (turn: Turn, town: Town, ref: CaseRef | null, rest: string) => Promise<Result>) =>
  async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    const { person, town } = turn.speaker
    if (!person || !town) return refusal('not-staff', null)
    if (!person.roles.some((role) => WATCH.includes(role) || also.includes(role))) return refusal('digest-who', null)
    return act(turn, town, ref, rest)
  }

/** 简报: the card as it would be now, with every hint. */
export const onDigest = watching([], async (turn, town) => {
  const { world, speaker, ctx, row } = turn
  const material = await materialOf(ctx, town, world, instant(dayOf(world.now), 0))
  const readers = isLeader(town, speaker.userid) ? 'leaders' : 'command'
  const heard = (tasks: typeof material.open) => heardHere(turn, town, tasks)
  const brief = briefFor({ readers, edition: 'asked', heard }, town, material, world, null)
  return answer('digest', { kind: 'digest', cardId: `${town.code}-digest-${row.id}`, brief })
})

/** 超期清单, unit by unit, or of one unit; page by page. */
export const onOverdues = watching([], async (turn, town, ref, rest) => {
  const asked = pageIn(ref, rest, town)
  if (!asked)
    return refusal(
      'overdues-how',
      null,
      town.stations.map(({ name }) => name),
    )
  const heard = heardHere(turn, town, await openIn(turn.ctx, town))
  const { now } = turn.world
  const alone = heard.hidden.filter((task) => isLate(task, now)).length
  const of = findStation(town, asked.unit)?.name ?? null
  return answer('overdue by unit', {
    kind: 'overdues',
    ...{ units: overdueOf(heard, town, now, asked), alone, of, page: asked.page },
  })
})

/** 苗头: what happens again and again. */
export const onHints = watching([], async (turn, town) => {
  const { now } = turn.world
  const { recent } = await materialOf(turn.ctx, town, turn.world, now)
  const days = Math.round(toMs(ruleOf(town.policy, 'repeat.within', dayOf(now))) / DAY)
  return answer('hints', { kind: 'hints', hints: hintsOf(heardHere(turn, town, recent).plain, town, now), days })
})

/** 红黑榜: units of the township, and townships that are like it, by the assessment of this month; early in it, of the last one. */
export const onRanking = watching(['head'], async (turn, town) => {
  const today = dayOf(turn.world.now)
  const least = ruleOf(town.policy, 'ranking.least', today)
  const now = await rankingOf(turn, town, today.slice(0, 7), least)
  const isEarly = isEmpty(now.units)
  const ranking = isEarly ? await rankingOf(turn, town, monthBefore(today), least) : now
  const said = isEarly && isEmpty(ranking.units) ? now : ranking
  return answer('ranking', { kind: 'ranking', town: town.name, class: town.class, least, ...said })
})

/** Nobody had enough cases. */
const isEmpty = ({ ranked, alone }: Ranking): boolean => ranked.length + alone.length === 0

async function rankingOf({ ctx, world }: Turn, town: Town, month: string, least: number) {
  const peers = peersOf(town, world.towns, month)
  const assessed = await Promise.all(
    peers.map(async (each) => ({ town: each, found: await ctx.assess({ town: each.code, month }) })),
  )
  const all = assessed.flatMap(({ town: of, found }) => (found ? [{ of, assessment: found.assessment }] : []))
  const towns = all.map(({ of, assessment }) => townIn(assessment, of))
  const units = all.flatMap(({ of, assessment }) => (of.code === town.code ? unitsIn(assessment, of) : []))
  return { month, towns: peers.length > 1 ? rank(towns, least) : null, units: rank(units, least) }
}

const reporting = (of: Period['of']) =>
  watching([], async (turn, town) => {
    const period = lastPeriod(of, dayOf(turn.world.now))
    const report = await reportFor(turn.ctx, town, period, turn.world)
    return answer(`report of a ${of}`, { kind: 'poster', report })
  })

export const onWeekReport = reporting('week')
export const onMonthReport = reporting('month')
