import { squeeze } from '../text/fold.ts'
import type { Village } from '../town.ts'
import { VILLAGE_END } from './wording.ts'

/**
 * How a place is written in a case: the village's own name, then what the alias adds to it.
 * 王家庄 and 王家 are 王家村; 王家老槐树 is 王家村老槐树; 渡口 is 下渡村渡口.
 */
export function fullName(village: Village, written: string): string {
  const more = added(written, squeeze(village.name))
  return village.name + (more.length === 1 ? written : more)
}

/** What is left of an alias after the longest beginning that is only another way to write the name. */
function added(written: string, name: string): string {
  for (let length = written.length; length >= 2; length--) {
    if (isSame(written.slice(0, length), name)) return written.slice(length)
  }
  return written
}

function isSame(head: string, name: string): boolean {
  const stem = stemOf(name)
  return isWithin(head, name) || isWithin(stemOf(head), stem) || (isWithin(stem, head) && head.at(-1) === stem.at(-1))
}

/** 柳营 is written within 柳树营: all its characters are there, in that order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const c of whole) if (c === part[at]) at++
  return part.length >= 2 && at === part.length
}

function stemOf(name: string): string {
  const stem = name.replace(VILLAGE_END, '')
  return stem.length >= 2 ? stem : name
}
