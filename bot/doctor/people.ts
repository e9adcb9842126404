import type { Person } from '../../domain/town.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'
import { doctorWords as words } from '../wording/doctor.ts'
import { bad, fine, notOk, warning, type Finding } from './finding.ts'

const NAME = words.names.people
/** A county has some hundreds of officers; who is not asked today is no less there. */
const MOST = 500
const AT_ONCE = 6
/** Less than the doctor gives one look, so that what was found by then is said. */
const PATIENCE = 8_000

type Asked = Readonly<{ userid: string; answer: Answer }>

/** Does WeCom know everybody whom the township files name? One finding for all that are well, one for each that is not. */
export async function lookAtPeople(api: WecomApi, people: readonly Person[]): Promise<Finding[]> {
  const userids = [...new Set(people.map(({ userid }) => userid))]
  const asked = await askAll(api, userids.slice(0, MOST))
  const faults = asked.flatMap(faultOf)
  const well =
    asked.filter(({ answer }) => answer.kind === 'ok').length - faults.filter(({ ok }) => ok === 'warn').length
  const stopped = asked.flatMap(({ answer }) => (answer.kind !== 'ok' && stops(answer) ? [answer] : []))[0]
  return [
    ...(well > 0 ? [fine(NAME, words.people.fine(well, userids.length))] : []),
    ...faults,
    ...(stopped ? [notOk(NAME, stopped, words.people.asking)] : unasked(userids.length - asked.length)),
  ]
}

const unasked = (count: number): Finding[] =>
  count > 0 ? [warning(NAME, words.people.unasked(count), words.people.unaskedMend)] : []

async function askAll(api: WecomApi, userids: readonly string[]): Promise<Asked[]> {
  const rest = userids.toReversed()
  const until = performance.now() + PATIENCE
  const asked: Asked[] = []
  async function work(): Promise<void> {
    for (let userid = rest.pop(); userid !== undefined && performance.now() < until; userid = rest.pop()) {
      const answer = await api.call('user/get', { query: { userid } })
      asked.push({ userid, answer })
      if (answer.kind !== 'ok' && stops(answer)) rest.length = 0
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return asked
}

/** 60111 nobody of that name, 60011 out of the app's sight, 40003 no such form of a name */
const PERSONAL = [60111, 60011, 40003]
type Not = Exclude<Answer, { kind: 'ok' }>

/** What holds for one holds for all: no connection, no permission. */
const stops = (answer: Not): boolean => answer.kind !== 'answered' || !PERSONAL.includes(answer.code)

/** 1 active, 2 disabled, 4 not activated, 5 left */
const DEAF: Readonly<Record<number, 'disabled' | 'inactive' | 'left'>> = { 2: 'disabled', 4: 'inactive', 5: 'left' }

function faultOf({ userid, answer }: Asked): Finding[] {
  if (answer.kind === 'ok') {
    const how = DEAF[Number(answer.body['status'])]
    return how === undefined ? [] : [warning(NAME, words.people[how](userid), words.people.deafMend)]
  }
  if (answer.kind !== 'answered' || stops(answer)) return []
  return answer.code === 60011
    ? [bad(NAME, words.people.unseen(userid), words.people.unseenMend)]
    : [bad(NAME, words.people.unknown(userid), words.people.unknownMend)]
}
