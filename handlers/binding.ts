import { randomInt } from 'node:crypto'
import type { Result, Turn } from './turn.ts'
import { answer } from './turn.ts'
import { findPerson } from '../domain/people/directory.ts'

const CODE_MS = 10 * 60_000
/** Guesses of one customer in an hour. */
const GUESSES = { most: 5, within: 60 * 60_000 } as const
const CODES = 1_000_000

/** 绑定: a member gets a code at the AI bot or the app, and says it to customer service; from then on both accounts are one person. */
export function onBind(turn: Turn, code: string | null): Promise<Result> {
  if (turn.row.channel === 'kf') return useCode(turn, code)
  if (code !== null) return Promise.resolve(answer('a code in the wrong place', { kind: 'not-bound', why: 'here' }))
  return giveCode(turn)
}

async function giveCode(turn: Turn): Promise<Result> {
  const { store } = turn.ctx
  const { now } = turn.world
  if (!turn.speaker.person) return answer('no code for a villager', { kind: 'not-bound', why: 'no-code' })
  const until = new Date(now.getTime() + CODE_MS)
  for (;;) {
    const code = String(randomInt(CODES)).padStart(6, '0')
    const mine = await store.claimNote({ key: `bind ${code}`, value: turn.speaker.userid, until }, now)
    if (mine) return answer('gave a code', { kind: 'bind-code', code, minutes: CODE_MS / 60_000 })
  }
}

async function useCode(turn: Turn, code: string | null): Promise<Result> {
  if (code === null) return answer('asked for a code', { kind: 'not-bound', why: 'no-code' })
  if (!(await mayGuess(turn))) return answer('too many guesses', { kind: 'not-bound', why: 'too-often' })
  const note = await turn.ctx.store.takeNote(`bind ${code}`)
  const found = note && note.until !== null && note.until > turn.world.now ? findPerson(turn.world, note.value) : null
  if (!found) return answer('a wrong code', { kind: 'not-bound', why: 'wrong' })
  return {
    note: 'two accounts are one person',
    decision: { bind: { external: turn.row.from, person: found.person.userid } },
    answers: [{ kind: 'bound', name: found.person.name }],
  }
}

async function mayGuess({ ctx, row, world }: Turn): Promise<boolean> {
  const until = new Date(world.now.getTime() + GUESSES.within)
  for (let n = 1; n <= GUESSES.most; n += 1)
    if (await ctx.store.claimNote({ key: `guess ${row.from} ${n}`, value: '', until }, world.now)) return true
  return false
}
