import { unzipSync } from 'fflate'
import type { Fault } from './fault.ts'
import { MOST_ENTRIES, MOST_UNPACKED } from './limits.ts'

export type Opened = Readonly<{ entries: ReadonlyMap<string, Uint8Array>; faults: readonly Fault[] }>

const nothing = (...faults: Fault[]): Opened => ({ entries: new Map(), faults })

/** A name that leads out of the folder somebody unpacks it into. */
const LEADS_OUT = /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:|\0/iu

/** Opens a zip nobody vouches for: nothing is unpacked where it declares too much, twice the same, or a name that leads out. */
export function openPackage(bytes: Uint8Array): Opened {
  try {
    const declared = look(bytes)
    if (declared.size > MOST_UNPACKED || declared.names.length > MOST_ENTRIES) return nothing({ code: 'too-large' })
    const faults = nameFaults(declared.names)
    if (faults.length > 0) return nothing(...faults)
    // what unpacks to more than it declares is cut off there, and has another hash
    return { entries: new Map(Object.entries(unzipSync(bytes))), faults: [] }
  } catch {
    return nothing({ code: 'not-a-zip' })
  }
}

/** As the archive itself declares it; nothing is unpacked for it. */
function look(bytes: Uint8Array): Readonly<{ names: readonly string[]; size: number }> {
  const names: string[] = []
  let size = 0
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      names.push(name)
      size += originalSize
      return false
    },
  })
  return { names, size }
}

function nameFaults(names: readonly string[]): Fault[] {
  const twice = names.filter((name, i) => names.indexOf(name) < i)
  return [
    ...names.filter((name) => LEADS_OUT.test(name)).map((name) => ({ code: 'leads-out', name }) as const),
    ...[...new Set(twice)].map((name) => ({ code: 'twice', name }) as const),
  ]
}
