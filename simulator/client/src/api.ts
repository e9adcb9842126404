import type { SimState } from '../../api.ts'
import { words } from './wording.ts'

export type Say = Readonly<{
  userid: string
  chatid?: string
  text: string
  quote?: string
  files?: readonly Readonly<{ name: string; base64: string }>[]
  voice?: boolean
}>
export type Selected = Readonly<Record<string, readonly string[]>>
export type Click = Readonly<{ userid: string; bubbleId: string; key: string; selected?: Selected }>

/** The server refused or could not be reached; the message is a sentence for the person at the page. */
export class ApiError extends Error {}

function sentence(answer: unknown, status: number): string {
  const said = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
  return typeof said === 'string' && said !== '' ? said : words.failed(status)
}

async function call(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(`api/${path}`, init).catch(() => null)
  if (!response) throw new ApiError(words.noServer)
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new ApiError(sentence(answer, response.status))
  return answer
}

const post = (path: string, body: object) =>
  call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** The whole of the simulator, as the contract in simulator/api.ts gives it. */
export const getState = async () => (await call('state')) as SimState
export const say = (what: Say) => post('say', what)
export const click = (what: Click) => post('click', what)
/** A person opens the single chat with the bot; the platform tells the bot once a day. */
export const enter = (userid: string) => post('enter', { userid })
export const advance = async (ms: number) => (await post('clock', { advanceMs: ms })) as { now: string }
export const reset = () => post('reset', {})
export const setOutage = (outage: boolean) => post('fault', { outage })
