import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../store/migrations.ts'

/** The version of this program. */
export function programVersion(): string {
  const said: unknown = JSON.parse(readFileSync(join(packageRoot(import.meta.dirname), 'package.json'), 'utf8'))
  return String(Reflect.get(Object(said), 'version'))
}
