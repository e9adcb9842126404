import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Outcome } from '../../domain/case/outcome.ts'
import type { Decision, NewEvent } from '../../domain/decision.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { openCase, type Intake } from '../../domain/case/open.ts'
import { fire } from '../../domain/escalation/fire.ts'
import { noOf, type Entry, type Kind } from '../../domain/book/entry.ts'
import { fireWork } from '../../domain/work/due.ts'
import { judge } from '../../domain/triage/judge.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { loadTowns } from '../../config/township/load.ts'

/** A desk without database: one case on it, decided upon by the pure rules, with what followed. */
export class Desk {
  readonly town: Town
  task: Task
  now: Date
  readonly timers = new Map<string, { dueAt: Date; step: number; subject: string }>()
  readonly entries = new Map<string, Entry>()
  readonly notices: Notice[] = []
  readonly events: NewEvent[] = []
  readonly #towns: readonly Town[]
  readonly #calendar: World['calendar']
  #ids = 0

  private constructor(towns: readonly Town[], town: Town, calendar: World['calendar'], now: Date, task: Task) {
    this.#towns = towns
    this.town = town
    this.#calendar = calendar
    this.now = now
    this.task = task
  }

  static async open(text: string, at: string, reporter = 'v-lihua'): Promise<Desk> {
    const loaded = await loadTowns('config/town')
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
    const town = loaded.towns[0]
    if (!town) throw new Error('no township')
    const now = new Date(at)
    const world: World = { towns: loaded.towns, calendar: loaded.calendar, now, id: () => 'case-1' }
    const intake: Intake = {
      town,
      text,
      place: { code: 'x', name: '王家村' },
      reporter: { userid: reporter, chat: { type: 'single', id: reporter } },
      ...judge(text, town, dayOf(now), null),
      emergency: false,
      seq: 1,
      reply: null,
      attachments: [],
    }
    const decision = openCase(intake, world)
    if (!decision.task) throw new Error('nothing was opened')
    const desk = new Desk(loaded.towns, town, loaded.calendar, now, decision.task)
    desk.#keep(decision)
    return desk
  }

  get world(): World {
    return { towns: this.#towns, calendar: this.#calendar, now: this.now, id: () => `id-${(this.#ids += 1)}` }
  }

  get hand(): CaseInHand {
    return { task: this.task, town: this.town, policy: this.town.policy, entries: [...this.entries.values()] }
  }

  /** The number of a new entry. */
  number(kind: Kind) {
    const seq = this.entries.size + 1
    return { year: 2026, seq, no: noOf(this.town.code, kind, 2026, seq) }
  }

  /** Carries out what the rules allow; returns the reason when they do not. */
  does(act: (hand: CaseInHand, world: World) => Outcome): string | null {
    const outcome = act(this.hand, this.world)
    if (!outcome.ok) return outcome.reason
    this.#keep(outcome.decision)
    return null
  }

  /** Puts the clock forward, firing every timer at its time. */
  forward(ms: number): void {
    const until = new Date(this.now.getTime() + ms)
    for (;;) {
      const next = [...this.timers]
        .filter(([, t]) => t.dueAt <= until)
        .sort(([, a], [, b]) => a.dueAt.getTime() - b.dueAt.getTime())[0]
      if (!next) break
      const [key, timer] = next
      const kind = key.split(' ')[0] ?? key
      if (timer.dueAt > this.now) this.now = timer.dueAt
      const entry = this.entries.get(timer.subject)
      this.#keep(
        entry ? fireWork(this.hand, entry, timer.step, this.world) : fire(this.hand, { kind, ...timer }, this.world),
      )
    }
    this.now = until
  }

  said(kind: string): Notice[] {
    return this.notices.filter((n) => n.body.kind === kind)
  }

  #keep(decision: Decision): void {
    if (decision.task) this.task = { ...decision.task, version: decision.task.version + 1 }
    for (const timer of decision.timers ?? []) {
      const { kind, subject, dueAt, step } = timer
      const key = subject === this.task.id ? kind : `${kind} ${subject}`
      if (dueAt) this.timers.set(key, { dueAt, step, subject })
      else this.timers.delete(key)
    }
    for (const entry of decision.entries ?? []) this.entries.set(entry.id, { ...entry, version: entry.version + 1 })
    this.notices.push(...(decision.notices ?? []))
    this.events.push(...(decision.events ?? []))
  }
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
