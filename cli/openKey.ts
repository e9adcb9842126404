import { isKeyName, newOpenKey } from '../config/open/keys.ts'
import { wordingOpen as words } from '../config/wording-open.ts'
import { failed, print } from './place.ts'
import { refuse } from './refuse.ts'

/** `shaozi open-key <name>`: a key for a system that hands in by Open311. It is shown once and kept nowhere; its hash is what lets it in. */
export function openKey(name: string, { json }: Readonly<{ json?: boolean }>): number {
  try {
    if (!isKeyName(name)) refuse(words.badKeyName(name))
    const { key, line } = newOpenKey(name)
    return print(json, { ok: true, name, key, line }, words.newKey(key, line))
  } catch (error) {
    return failed(error, '', json)
  }
}
