import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Never in a context, and slow to look through. */
const NEVER = ['node_modules', '.git', 'dist', 'generated', 'data']

/** The files of a folder that a build may see, as paths below it; `sees` is what .dockerignore leaves. */
export function sourcesUnder(folder: string, sees: (path: string) => boolean, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return NEVER.includes(entry.name) ? [] : sourcesUnder(folder, sees, path)
    return entry.isFile() && sees(path) ? [path] : []
  })
}
