import { resolve, dirname } from 'node:path'
import { HOOK_EVENT_NAMES, type HookEvent } from '../../domain/open/events.ts'
import type { Hook } from '../../domain/town.ts'
import { wordingOpen as words } from '../wording-open.ts'
import { type Cell } from './cell.ts'
import { idOf, oneOf, required } from './cellValue.ts'
import { type Notes, refuse } from './notes.ts'
import { cellOf, cellsOf, fieldsOf, itemsOf, readYaml, type Spot } from './yaml.ts'

const FIELDS = ['id', 'url', 'events', 'secret_env', 'secret_file']

/** Reads webhooks.yaml, the systems that are called when something happens; no such file is none. */
export async function readHooks(notes: Notes, file: string): Promise<Hook[]> {
  const spot = await readYaml(notes, file, true)
  if (!spot) return []
  const seen = new Map<string, number | null>()
  return itemsOf(fieldsOf(spot, ['webhooks'])('webhooks')).map((item) => {
    const hook = readHook(notes, item)
    const first = seen.get(hook.id)
    if (first !== undefined && hook.id !== '') refuse(notes, item.where, words.hookTwice(hook.id, first))
    else seen.set(hook.id, item.where.line)
    return hook
  })
}

function readHook(notes: Notes, spot: Spot): Hook {
  const at = fieldsOf(spot, FIELDS)
  return {
    id: idOf(notes, cellOf(at('id'))),
    url: readUrl(notes, cellOf(at('url'))),
    events: readEvents(notes, at('events')),
    secret: readSecret(notes, cellOf(at('secret_env')), cellOf(at('secret_file'))),
  }
}

/** Whether plain http may be used is said when it is called: only where all runs on one machine. */
function readUrl(notes: Notes, cell: Cell): string {
  const text = required(notes, cell)
  const url = URL.canParse(text) ? new URL(text) : null
  const fits = url && /^https?:$/u.test(url.protocol) && !url.username && !url.password
  if (text !== '' && !fits) refuse(notes, cell.where, words.badHookUrl(url ? url.origin : text.slice(0, 40)))
  return text
}

function readEvents(notes: Notes, spot: Spot): readonly HookEvent[] {
  const cells = cellsOf(spot)
  if (cells.length === 0) refuse(notes, spot.where, words.noEvents(HOOK_EVENT_NAMES))
  const named = cells.map((cell) => oneOf(notes, cell, ['all', ...HOOK_EVENT_NAMES] as const, 'all'))
  return named.includes('all') ? HOOK_EVENT_NAMES : [...new Set(named.flatMap((name) => (name === 'all' ? [] : name)))]
}

function readSecret(notes: Notes, env: Cell, file: Cell): Hook['secret'] {
  if (env.text !== null && file.text !== null) refuse(notes, file.where, words.twoSecrets())
  if (env.text !== null) {
    if (!/^[A-Za-z]\w*$/u.test(env.text)) refuse(notes, env.where, words.badVariable(env.text))
    return { env: env.text }
  }
  if (file.text === null) refuse(notes, env.where, words.noSecret())
  return { file: resolve(dirname(file.where.file), file.text ?? '') }
}
