import { makeApi } from '../wecom/api.ts'
import type { WecomApi } from '../wecom/answer.ts'
import { memoryTokens } from '../wecom/token.ts'

import { doctorWords as words } from '../wording/doctor.ts'
import { ask, objectOf } from './ask.ts'
import type { AppDoor } from './doors.ts'
import { bad, refusal, type Finding } from './finding.ts'
import { QUIET } from './quiet.ts'

/** A client with the app's token in hand, or why there is none. */
export type Entered = Readonly<{ ok: true; api: WecomApi }> | Readonly<{ ok: false; finding: Finding }>

const NAME = words.names.app
/** One call, retries of the client included. */
const TIMEOUT = 8_000

export async function enter(apiBase: string, app: AppDoor, now: () => Date): Promise<Entered> {
  const query = new URLSearchParams({ corpid: app.corpId, corpsecret: app.secret })
  const heard = await ask(`${apiBase}/cgi-bin/gettoken?${query}`)
  if (heard.kind === 'nobody') return refused(bad(NAME, words.nobody(hostOf(apiBase), heard.code), words.nobodyMend))
  const said = objectOf(heard.text)
  const [code, token] = [said?.['errcode'], said?.['access_token']]
  if (code === 60020) return refused(foreignIp(heard.text))
  if (typeof code === 'number' && code !== 0) return refused(refusal(NAME, code, words.app.token))
  if (typeof token !== 'string')
    return refused(bad(NAME, words.strange(hostOf(apiBase), heard.status), words.strangeMend))
  const stopped = await stoppedAtTheGate(apiBase, app, token)
  return stopped ? refused(stopped) : { ok: true, api: await clientOf(apiBase, app, token, now) }
}

const refused = (finding: Finding): Entered => ({ ok: false, finding })

async function clientOf(base: string, { corpId, secret, agentId }: AppDoor, token: string, now: () => Date) {
  const tokens = memoryTokens()
  await tokens.write(token, new Date(now().getTime() + 3_600_000))
  return makeApi({ base, corpId, secret, agentId, tokens, now, log: QUIET, timeout: TIMEOUT })
}

/** A token is given to anybody with the secret; only what is done with it must come from a trusted address. */
async function stoppedAtTheGate(apiBase: string, { agentId }: AppDoor, token: string): Promise<Finding | null> {
  const query = new URLSearchParams({ access_token: token, agentid: String(agentId ?? 0) })
  const heard = await ask(`${apiBase}/cgi-bin/agent/get?${query}`)
  return heard.kind === 'heard' && objectOf(heard.text)?.['errcode'] === 60020 ? foreignIp(heard.text) : null
}

/** Names the address WeCom sees us come from, the one to be entered as 可信 IP. Its message is read for nothing else. */
function foreignIp(text: string): Finding {
  const ip = /from ip: ([\da-f.:]+)/iu.exec(text)?.[1] ?? null
  return bad(NAME, words.app.ip(ip), words.app.ipMend(ip))
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')
