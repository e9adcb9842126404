import { WSClient } from '@wecom/aibot-node-sdk'
import { sdkLog } from '../aibot/sdk-log.ts'
import { doctorWords as words } from '../wording/doctor.ts'
import { codeOf } from './ask.ts'
import { bad, fine, refusal, type Finding } from './finding.ts'
import type { Own } from './own.ts'
import { QUIET } from './quiet.ts'

type Login = Readonly<{ id: string; secret: string; wsUrl: string }>
type Outcome = Readonly<{ kind: 'in' } | { kind: 'refused'; code: number } | { kind: 'nobody'; code: string }>

const PATIENCE = 8_000
const NAME = words.names.aibot

/** Logs the AI bot in and off again, unless the one that runs here already is. */
export async function lookAtAibot(login: Login, own: Own): Promise<Finding> {
  if (own.aibotUp) return fine(NAME, words.aibot.running)
  const outcome = await tryLogin(login)
  if (outcome.kind === 'in') return fine(NAME, words.aibot.fine)
  if (outcome.kind === 'nobody') return bad(NAME, words.aibot.nobody(outcome.code), words.aibot.nobodyMend)
  return REFUSED_LOGINS.includes(outcome.code)
    ? bad(NAME, words.aibot.refused(outcome.code), words.aibot.refusedMend)
    : refusal(NAME, outcome.code)
}

/** 853000 invalid bot_id or secret, 93019 invalid bot_id */
const REFUSED_LOGINS = [853000, 93019]

function tryLogin({ id, secret, wsUrl }: Login): Promise<Outcome> {
  const client = new WSClient({
    botId: id,
    secret,
    wsUrl,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    logger: sdkLog(QUIET),
  })
  return new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer)
      client.disconnect()
      resolve(outcome)
    }
    const timer = setTimeout(() => end({ kind: 'nobody', code: 'ETIMEDOUT' }), PATIENCE)
    client.on('authenticated', () => end({ kind: 'in' }))
    client.on('error', (error: Error) => end(outcomeOf(error)))
    client.on('disconnected', () => end({ kind: 'nobody', code: 'ECONNRESET' }))
    client.connect()
  })
}

function outcomeOf(error: Error): Outcome {
  const code = /^Authentication failed:.*\(code: (-?\d+)\)$/s.exec(error.message)?.[1]
  return code === undefined ? { kind: 'nobody', code: codeOf(error) } : { kind: 'refused', code: Number(code) }
}
