import type { Group } from '../../domain/town.ts'
import { makeApi } from '../wecom/api.ts'
import type { WecomApi } from '../wecom/answer.ts'
import { memoryTokens } from '../wecom/token.ts'

import { doctorWords as words } from '../wording/doctor.ts'
import { lookAtAibot } from './aibot.ts'
import { lookAtAgent } from './app.ts'
import { codeOf } from './ask.ts'
import { lookAtSeal } from './callback.ts'
import type { AppDoor, Doors } from './doors.ts'
import { bad, fine, notOk, warning, type Finding } from './finding.ts'
import { lookAtAppchats, lookAtRobots } from './groups.ts'
import { lookAtKf } from './kf.ts'
import { askOwn, type Own } from './own.ts'
import { lookAtPeople } from './people.ts'
import { lookFromOutside } from './public.ts'
import { QUIET } from './quiet.ts'
import type { Seal } from './sealed.ts'
import { enter } from './token.ts'

type Looked = readonly Finding[]

/** Goes through every configured channel, against the real WeCom. Sends nothing, reads no message, changes nothing. Never throws. */
export async function lookAtWecom(doors: Doors, now: () => Date): Promise<Looked> {
  const own = await askOwn(doors.host, doors.port)
  const { aibot, app } = doors
  const seal = app && sealOf(app)
  const looks = await Promise.all([
    aibot ? safely(words.names.aibot, async () => [await lookAtAibot(aibot, own)]) : [],
    app ? safely(words.names.app, () => lookThroughApp(doors, app, now), 3 * PATIENCE) : [],
    seal ? safely(words.names.callback, () => lookAtCallback(doors, seal, own, now)) : [],
    safely(words.names.robots, () => lookThroughKeys(doors, now)),
  ])
  return looks.flat()
}

/** A group that two townships share is one group. */
const groupsOf = ({ towns }: Doors): Group[] => [
  ...new Map(towns.flatMap(({ groups }) => groups).map((group) => [group.id, group])).values(),
]

function sealOf({ corpId, callbackToken: token, callbackAesKey: aesKey }: AppDoor): Seal | null {
  return token === null || aesKey === null ? null : { corpId, token, aesKey }
}

async function lookThroughApp(doors: Doors, app: AppDoor, now: () => Date): Promise<Looked> {
  const entered = await enter(doors.apiBase, app, now)
  if (!entered.ok) return [entered.finding]
  const { api } = entered
  const { kf } = doors
  const groups = groupsOf(doors)
  const wantsAll = groups.some(({ appchatId }) => appchatId !== null)
  const people = doors.towns.flatMap((town) => town.people)
  try {
    const looks = await Promise.all([
      agentOf(api, app.agentId, wantsAll),
      sealOf(app) ? callbackIps(api) : [],
      app.agentId === null ? [] : safely(words.names.people, () => lookAtPeople(api, people)),
      kf ? safely(words.names.kf, async () => [await lookAtKf(api, kf.openKfid, sealOf(app) !== null)]) : [],
      app.agentId === null ? [] : safely(words.names.appchats, () => lookAtAppchats(api, groups)),
    ])
    return looks.flat()
  } finally {
    await api.close()
  }
}

const agentOf = (api: WecomApi, agentId: number | null, wantsAll: boolean): Promise<Looked> =>
  safely(words.names.app, async () => [
    agentId === null
      ? warning(words.names.app, words.app.onlyKf, words.app.onlyKfMend)
      : await lookAtAgent(api, agentId, wantsAll),
  ])

/** What a strict firewall must let in. */
async function callbackIps(api: WecomApi): Promise<Looked> {
  const answer = await api.call('getcallbackip')
  if (answer.kind !== 'ok') return [notOk(words.names.callback, answer, words.callback.ips)]
  const list: unknown = answer.body['ip_list']
  return [fine(words.names.callback, words.callback.ipsFine(Array.isArray(list) ? list.length : 0))]
}

async function lookAtCallback(doors: Doors, seal: Seal, own: Own, now: () => Date): Promise<Looked> {
  return Promise.all([lookAtSeal(seal, now), lookFromOutside(doors.publicUrl, seal, own.running, now())])
}

/** Group robots have keys of their own and need no app. */
function lookThroughKeys(doors: Doors, now: () => Date): Promise<Looked> {
  const api = keyless(doors.apiBase, now)
  return lookAtRobots(api, groupsOf(doors)).finally(() => api.close())
}

function keyless(base: string, now: () => Date): WecomApi {
  return makeApi({
    base,
    corpId: '',
    secret: '',
    agentId: null,
    tokens: memoryTokens(),
    now,
    log: QUIET,
    timeout: 8_000,
  })
}

const PATIENCE = 10_000

/** One look that breaks or takes too long is said in one line; the others go on. */
async function safely(name: string, look: () => Promise<Looked>, patience = PATIENCE): Promise<Looked> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Looked>((resolve) => {
    timer = setTimeout(() => resolve([bad(name, words.late, words.lateMend)]), patience)
  })
  // its code alone: a message may quote an address with a secret in it
  const broken = (error: unknown): Looked => [bad(name, words.broken(codeOf(error)), words.brokenMend)]
  return Promise.race([look().catch(broken), late]).finally(() => clearTimeout(timer))
}
