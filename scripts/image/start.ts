import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rehearsed } from './rehearse.ts'

type Start = Readonly<{
  file: string
  args: readonly string[]
  options: Readonly<{ cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }>
}>

/** How the image starts its program: as its user, in its folder, with its environment and what is added to it. */
export function startOf(
  { root, env, cwd, uid, command }: Rehearsed,
  more: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Start {
  // a temporary folder is closed to others, and the user of the image is another
  for (const folder of [dirname(root), root]) chmodSync(folder, 0o755)
  const [file = '', ...args] = words.length > 0 ? [...command.slice(0, -1), ...words] : command
  const who = process.getuid?.() === 0 ? { uid, gid: uid } : {}
  return { file, args, options: { cwd, env: { ...env, HOME: root, ...more }, ...who } }
}
