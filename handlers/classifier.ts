import type { Context, TimerRow } from '../context.ts'
import type { ClassifierVersion } from '../domain/triage/classifier.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision } from '../domain/decision.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { World } from '../domain/world.ts'
import { isCommand } from '../domain/people/directory.ts'
import { refusal } from './acts.ts'
import { answer, type Result, type Turn } from './turn.ts'
import { AUTO, BACK, REPORT, TRAIN, USE } from '../domain/command/wording-classifier.ts'

/** The name of the timer that learns now instead of by night; its subject is who asked for it. */
export const LEARN_NOW = 'learn-now'
const WEAKEST = 5
/** More items than a message can say are left out, the best known first. */
const MOST_ITEMS = 80

/** 分类器: the version in use and how right it is; 用, 回退, 自动 and 训练 are the admin's. */
export async function onClassifier(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const { person } = turn.speaker
  const { classifiers } = turn.ctx
  if (!person) return refusal('not-staff', null)
  if (!isCommand(person) && !person.roles.includes('admin')) return refusal('no-permission', null)
  const words = rest.trim()
  if (words === '' || !classifiers) return answer('classifier', await standing(turn.ctx))
  if (REPORT.test(words)) return answer('classifier report', await standing(turn.ctx, MOST_ITEMS))
  if (!person.roles.includes('admin')) return refusal('no-permission', null)
  if (TRAIN.test(words)) return trainNow(turn)
  const all = await classifiers.versions()
  const used = await classifiers.inUse()
  const wanted = chosen(words, all, used?.id)
  if (!wanted) return refusal('unknown-version', null, all.map(({ id }) => id).slice(0, WEAKEST))
  await classifiers.use(wanted.id, !AUTO.test(words))
  return answer(`classifier ${wanted.id}`, await standing(turn.ctx))
}

/** 自动: the newest; 回退: the one before; 用 n: that one. Newest first. */
function chosen(words: string, all: readonly ClassifierVersion[], used: string | undefined): ClassifierVersion | null {
  if (AUTO.test(words)) return all[0] ?? null
  if (BACK.test(words)) return all[all.findIndex(({ id }) => id === used) + 1] ?? null
  const [, start] = USE.exec(words) ?? []
  return start === undefined ? null : (all.find(({ id }) => id.startsWith(start)) ?? null)
}

function trainNow({ speaker, world }: Turn): Result {
  const timers = [{ subject: speaker.userid, kind: LEARN_NOW, dueAt: world.now, step: 0 }]
  return { note: 'will learn', decision: { timers }, answers: [{ kind: 'classifier', state: 'learning', weakest: [] }] }
}

async function standing({ classifiers }: Context, most = WEAKEST): Promise<NoticeBody> {
  const used = await classifiers?.inUse()
  const version = (await classifiers?.versions())?.find(({ id }) => id === used?.id)
  if (!used || !version) return { kind: 'classifier', state: 'none', weakest: [] }
  const { id, at, rows, lessons, report } = version
  const weakest = report.labels
    .filter((each) => each.rows > 0)
    .toSorted((a, b) => a.f1 - b.f1)
    .slice(0, most)
    .map(({ label, f1 }) => ({ item: label, right: f1 }))
  const about = { id, at, rows, lessons, accuracy: report.accuracy, pinned: used.pinned }
  return { kind: 'classifier', state: 'used', version: about, weakest }
}

/** Learns, and tells who asked. */
export async function learnNow(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  await ctx.learn?.()
  const to = { kind: 'person', userid: row.subject } as const
  return {
    timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }],
    notices: [
      {
        key: `${LEARN_NOW}|${row.subject}|${row.dueAt.toISOString()}`,
        taskId: null,
        queue: 'alerts',
        urgent: false,
        to,
        body: await standing(ctx),
        reply: null,
        notBefore: world.now,
        dueAt: world.now,
        fallback: null,
      },
    ],
  }
}
