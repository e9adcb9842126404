import { arm, atDesk, decided, put, remind, say, type Desk } from '../book/desk.ts'
import type { Decision } from '../decision.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { findStation, unique, withRole } from '../people/directory.ts'
import { distinct } from '../people/recipients.ts'
import { dayOf } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { dropPaper } from './paper.ts'
import { paperFacts, stationOf, unreadBy, type PaperEntry } from './paperFacts.ts'
import { addressOf, armIn, cardOf, groupsOf, PAPER, remindAfter } from './paperOut.ts'

/** 已读 by somebody it went to. */
export function readPaper(before: PaperEntry, userid: string, town: Town, world: World) {
  const desk = atDesk(world, town)
  const read = { ...before.data.read, [userid]: world.now.toISOString() }
  const noted: PaperEntry = { ...before, data: { ...before.data, read } }
  const all = unreadBy(noted, town).length === 0
  const entry: PaperEntry = all ? { ...noted, state: 'read', dueAt: null } : noted
  put(desk, entry, 'paper-read', userid, { read: Object.keys(read).length, of: entry.data.readers.length })
  if (all) arm(desk, entry, PAPER, null)
  return { decision: decided(desk), entry }
}

/** 撤回文件: who got it is told not to use it; what was sent cannot be fetched back. */
export function withdrawPaper(before: PaperEntry, by: string, town: Town, world: World) {
  const desk = atDesk(world, town)
  const entry: PaperEntry = { ...before, state: 'withdrawn', dueAt: null }
  put(desk, entry, 'paper-withdrawn', by)
  arm(desk, entry, PAPER, null)
  const told = { kind: 'paper-news', paper: paperFacts(entry, town), news: 'taken-back' } as const
  const readers = entry.data.readers.filter((userid) => userid !== by).map((userid) => addressOf(userid, town))
  for (const address of distinct([...readers, ...groupsOf(entry, town, world)]))
    say(desk, 'dispatch', entry, address, told)
  return { decision: decided(desk), entry }
}

/** Reminds who has not read it; after the last time the sender and the heads are told who that is. */
export function remindPaper(before: PaperEntry, step: number, town: Town, world: World): Decision {
  if (before.state === 'draft') return dropPaper(before, 'system', town, world)
  const desk = atDesk(world, town)
  const left = before.state === 'out' ? unreadBy(before, town) : []
  if (left.length === 0) {
    arm(desk, before, PAPER, null)
    return decided(desk)
  }
  const most = ruleOf(town.policy, 'paper.remind.most', dayOf(world.now))
  return step < most ? again(desk, before, left, step) : told(desk, before, left)
}

function again(desk: Desk, before: PaperEntry, left: readonly string[], step: number): Decision {
  const { town } = desk
  const entry = armIn(desk, before, remindAfter(step + 1, town, desk.world), step + 1)
  put(desk, entry, 'paper-reminded', 'system', { times: step + 1, left: left.length })
  left.forEach((userid, i) =>
    remind(desk, entry, addressOf(userid, town), cardOf(entry, town, `${entry.no}_r${step}_${i}`, step + 1)),
  )
  return decided(desk)
}

function told(desk: Desk, before: PaperEntry, left: readonly string[]): Decision {
  const { town } = desk
  const entry: PaperEntry = { ...before, state: 'missed', dueAt: null }
  put(desk, entry, 'paper-missed', 'system', { left })
  arm(desk, entry, PAPER, null)
  const names = (of: readonly string[]) => of.map((id) => town.people.find((p) => p.userid === id)?.name ?? id)
  const say = (userid: string, of: readonly string[]) =>
    remind(desk, entry, addressOf(userid, town), {
      kind: 'paper-left',
      paper: paperFacts(entry, town),
      left: names(of),
    })
  say(entry.data.by, left)
  for (const userid of headsOf(left, town).filter((head) => head !== entry.data.by))
    say(
      userid,
      left.filter((each) => stationOf(each, town) === stationOf(userid, town)),
    )
  return decided(desk)
}

function headsOf(left: readonly string[], town: Town): readonly string[] {
  const units = unique(left.map((userid) => stationOf(userid, town)))
  const named = units.flatMap((id) => findStation(town, id)?.head ?? [])
  const heads = withRole(town, 'head').filter((userid) => units.includes(stationOf(userid, town)))
  return unique([...named, ...heads])
}
