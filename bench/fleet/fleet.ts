import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Asked, Told } from './member.ts'

/** What runs side by side: one process leads and delivers, web processes take in and decide. */
const SIDE_BY_SIDE: Readonly<Record<number, readonly string[]>> = {
  1: ['all'],
  2: ['worker', 'web'],
  3: ['worker', 'web', 'web'],
  4: ['worker', 'web', 'web', 'web'],
}
const A_REPORT = 2

type Where = Readonly<{ dir: string; redisUrl: string; databaseUrl: string }>
type Member = Readonly<{ role: string; child: ChildProcess }>

/** Reports a second through several processes over one PostgreSQL and one Redis: received, decided, committed, both messages delivered. */
export async function overProcesses(many: number, where: Where, reports: number, warmUp: number): Promise<number> {
  const members: Member[] = []
  for (const role of SIDE_BY_SIDE[many] ?? []) members.push(await begun(role, where))
  const [lead] = members
  const inputs = members.length > 1 ? members.slice(1) : members
  if (!lead) throw new Error(`nothing is planned for ${many} processes`)
  await through(lead, inputs, 0, warmUp)
  const from = performance.now()
  await through(lead, inputs, warmUp, reports)
  const seconds = (performance.now() - from) / 1000
  for (const { child } of members) child.kill('SIGKILL')
  return reports / seconds
}

/** Resolves when all messages of what was asked for, and of what was before, have gone out. */
function through(lead: Member, inputs: readonly Member[], before: number, count: number): Promise<void> {
  const share = Math.ceil(count / inputs.length)
  const done = new Promise<void>((resolve) => {
    const hear = (told: Told): void => {
      if (!('sent' in told) || told.sent < A_REPORT * (before + share * inputs.length)) return
      lead.child.off('message', hear)
      resolve()
    }
    lead.child.on('message', hear)
  })
  inputs.forEach(({ child }, i) => child.send({ from: before + i * share, count: share } satisfies Asked))
  return done
}

async function begun(role: string, { dir, redisUrl, databaseUrl }: Where): Promise<Member> {
  const child = fork(join(import.meta.dirname, 'member.js'), [dir, redisUrl, databaseUrl, role], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`a ${role} process ended with ${code}`)))
  })
  return { role, child }
}
