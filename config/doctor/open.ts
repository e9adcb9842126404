import type { Hook } from '../../domain/town.ts'
import type { Env } from '../env.ts'
import { readOpenKeys } from '../open/keys.ts'
import { LEAST, secretOf } from '../open/secret.ts'
import { loadTowns } from '../township/load.ts'
import type { Words } from '../fault.ts'
import { wordingDoctor } from '../wording-doctor.ts'
import { wordingOpen as words } from '../wording-open.ts'
import { bad, type Check, checkOf, fine } from './check.ts'

const name = wordingDoctor.names.open

/** Where it is wanted: can every system that may hand in be told by its key? */
export async function checkOpen({ open }: Env): Promise<Check[]> {
  if (!open) return []
  const { keys, faults } = await readOpenKeys(open.keysFile)
  return [
    ...faults.map((fault) => checkOf(name, 'bad', fault)),
    ...(faults.length > 0 ? [] : [fine(name, words.on(keys.length))]),
  ]
}

/** Can every system of webhooks.yaml be called? Faults of the file itself are told with the township. */
export async function checkHooks({ townConfig, demo }: Env): Promise<Check[]> {
  const read = await loadTowns(townConfig)
  const towns = (read.ok ? read.towns : []).filter(({ hooks = [] }) => hooks.length > 0)
  const checks = towns.map(async ({ name: town, hooks = [] }) => {
    const found = (await Promise.all(hooks.map((hook) => wrongWith(hook, demo)))).flat()
    const wrong = found.map(({ problem, mend }) => bad(name, `${town} webhooks.yaml ${problem}`, mend))
    return wrong.length > 0 ? wrong : [fine(name, words.hooks(town, hooks.length))]
  })
  return (await Promise.all(checks)).flat()
}

async function wrongWith(hook: Hook, demo: boolean): Promise<Words[]> {
  const { id, url, secret } = hook
  const plain = !demo && url.startsWith('http:') ? [words.badHookUrl(url)] : []
  const where = 'env' in secret ? secret.env : secret.file
  return (await secretOf(hook)) === null ? [...plain, words.secretMissing(id, where, LEAST)] : plain
}
