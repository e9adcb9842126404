import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second for everybody (sysconf(_SC_CLK_TCK)). */
const TICKS = 100

type Stat = Readonly<{ parent: number; ticks: number }>

/** CPU seconds of a process and all below it, those that have ended and were waited for included, from /proc. */
export function cpuSeconds(pids: readonly number[]): number {
  const all = stats()
  const wanted = new Set(pids)
  let grew = true
  while (grew) {
    grew = false
    for (const [pid, { parent }] of all)
      if (wanted.has(parent) && !wanted.has(pid)) {
        wanted.add(pid)
        grew = true
      }
  }
  return [...wanted].reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0) / TICKS
}

function stats(): Map<number, Stat> {
  const found = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    if (stat) found.set(Number(name), stat)
  }
  return found
}

/** The name of a program may hold spaces and brackets: what counts stands behind the last one. */
function read(file: string): Stat | null {
  try {
    const text = readFileSync(file, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, usersBelow = 0, systemsBelow = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, ticks: user + system + usersBelow + systemsBelow }
  } catch {
    return null // it has just ended
  }
}
