import type { PermitLine } from './read.ts'

export type Replaced = Readonly<{
  kept: readonly PermitLine[]
  /** were in an old list and are not in the new one: they would no longer be found */
  gone: readonly PermitLine[]
}>

/** What a unit grants of a kind is one list; a new list takes the place of the old one, and the other lists stay. */
export function replacing(present: readonly PermitLine[], fresh: readonly PermitLine[]): Replaced {
  const lists = new Set(fresh.map(listOf))
  const holders = new Set(fresh.map(holderOf))
  const old = present.filter((line) => lists.has(listOf(line)))
  return {
    kept: present.filter((line) => !lists.has(listOf(line))),
    gone: old.filter((line) => !holders.has(holderOf(line))),
  }
}

const listOf = ({ unit, kind }: PermitLine): string => `${unit}\n${kind}`
const holderOf = (line: PermitLine): string => `${listOf(line)}\n${line.holder}`
