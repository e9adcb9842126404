import type { Choosing, Chooser } from '../domain/triage/chooser.ts'
import { mask } from '../domain/privacy/mask.ts'
import { ASKED } from '../domain/triage/wording-chooser.ts'

export type ChooserOptions = Readonly<{
  /** base address of an OpenAI-compatible service, such as http://127.0.0.1:8000/v1 */
  url: string
  model: string
  key: string | null
  /** ms */
  timeout: number
  log: Readonly<{ warn(fields: object, message: string): void }>
  now(): Date
}>

const MOST = { characters: 500, answer: 64, bytes: 20_000 } as const
/** After so many failures in a row it is left alone for a while. */
const BREAK = { after: 3, ms: 60_000 } as const

/** A language model that may say which of our candidates fits best; whatever else it says is no answer. */
export function openChooser({ url, model, key, timeout, log, now }: ChooserOptions): Chooser {
  let failures = 0
  let shutUntil = 0

  async function ask(text: string, candidates: readonly Choosing[]): Promise<number> {
    const response = await fetch(`${url.replace(/\/+$/u, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, temperature: 0, max_tokens: MOST.answer, messages: messages(text, candidates) }),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`the language model answered ${response.status}`)
    return choiceIn((await response.text()).slice(0, MOST.bytes))
  }

  return async (text, candidates) => {
    if (candidates.length === 0 || now().getTime() < shutUntil) return null
    try {
      const choice = await ask(mask(text).text, candidates)
      failures = 0
      return candidates[choice - 1]?.id ?? null
    } catch (error) {
      failures += 1
      if (failures >= BREAK.after) shutUntil = now().getTime() + BREAK.ms
      log.warn({ error: error instanceof Error ? error.name : 'unknown', failures }, 'no help from the language model')
      return null
    }
  }
}

function messages(text: string, candidates: readonly Choosing[]): readonly object[] {
  const listed = candidates.map(({ name, about }, i) => `${i + 1}. ${name}: ${about.join(' ')}`).join('\n')
  // what a villager wrote is data: it cannot end the string it stands in
  const said = JSON.stringify([...text].slice(0, MOST.characters).join(''))
  return [
    { role: 'system', content: ASKED },
    { role: 'user', content: `${listed}\n${said}` },
  ]
}

/** {"choice": n}, and nothing else. Throws on anything that is no answer of the service. */
function choiceIn(body: string): number {
  const found: unknown = JSON.parse(body)
  const content = at(at(at(at(found, 'choices'), 0), 'message'), 'content')
  if (typeof content !== 'string') throw new Error('no answer')
  const json = /^\s*(?:```(?:json)?\s*)?(\{\s*"choice"\s*:\s*\d{1,2}\s*\})\s*(?:```)?\s*$/u.exec(content)?.[1]
  const choice = json === undefined ? 0 : at(JSON.parse(json), 'choice')
  return typeof choice === 'number' ? choice : 0
}

const at = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
