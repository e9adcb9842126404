import { pinyin } from 'pinyin-pro'
import type { Town } from '../town.ts'
import type { Entry } from './gazetteer.ts'
import { squeeze } from '../text/fold.ts'
import { VILLAGE_END } from './wording.ts'
import {
  COMMON_PLACE,
  HEARD_ALIKE,
  PLACE_NEAR_AFTER,
  PLACE_NEAR_BEFORE,
  SOUNDS_IN_NAMES,
  TELLS_APART,
} from './wording-sound.ts'

/** Entries of a township by how they sound, for names of two to six characters. */
type Sounds = ReadonlyMap<string, readonly Entry[]>

const LENGTHS = { least: 2, most: 6 } as const
const heard = new Map<string, string>()
const built = new WeakMap<Town, Sounds>()

/** Villages of one township whose name only sounds like what is written: 「王加村」 for 王家村. Where two do, both; where none, nothing. */
export function soundingAt(
  said: string,
  town: Town,
): Readonly<{ at: number; length: number; entries: readonly Entry[] }> | null {
  const sounds = soundsOf(town)
  for (let length = LENGTHS.most; length >= LENGTHS.least; length -= 1)
    for (let at = 0; at + length <= said.length; at += 1) {
      const written = said.slice(at, at + length)
      const found = (sounds.get(soundOf(written)) ?? []).filter((entry) => mayBe(entry, written, said, at))
      if (found.length > 0) return { at, length, entries: found }
    }
  return null
}

function mayBe({ written: name }: Entry, written: string, said: string, at: number): boolean {
  const wrong = [...name].filter((char, i) => char !== written[i]).length
  if (wrong === 0 || wrong > name.length - 1 || differInWhatTells(name, written)) return false
  if (COMMON_PLACE.test(name)) return name.length >= 3 && wrong === 1
  if (VILLAGE_END.test(written) && (name.length >= 3 || at === 0)) return true
  return name.length >= 3 || near(said, at, written.length)
}

/** 东王庄 is not 南王庄, however they are pronounced; but 十门村 may well be 石门村. */
function differInWhatTells(name: string, written: string): boolean {
  return [...name].some(
    (char, i) => char !== written[i] && TELLS_APART.test(char) && TELLS_APART.test(written[i] ?? ''),
  )
}

function near(said: string, at: number, length: number): boolean {
  return PLACE_NEAR_BEFORE.test(said.slice(0, at)) && PLACE_NEAR_AFTER.test(said.slice(at + length))
}

function soundsOf(town: Town): Sounds {
  const known = built.get(town)
  if (known) return known
  const map = new Map<string, Entry[]>()
  for (const village of town.villages)
    for (const name of namesOf(village)) {
      const key = soundOf(name)
      map.set(key, [...(map.get(key) ?? []), { written: name, short: false, town, village }])
    }
  built.set(town, map)
  return map
}

function namesOf({ name, aliases }: Town['villages'][number]): string[] {
  const full = [name, ...aliases].map(squeeze)
  const short = full.map((each) => each.replace(VILLAGE_END, ''))
  const all = [...full, ...short.filter((each) => each.length >= LENGTHS.least + 1)]
  const isName = (each: string) => /^\p{Script=Han}+$/u.test(each)
  return [...new Set(all)].filter((each) => isName(each) && each.length <= LENGTHS.most)
}

/** How a text sounds, without tones and as many hear it. */
function soundOf(text: string): string {
  return [...text].map(soundOfOne).join(' ')
}

function soundOfOne(char: string): string {
  const known = heard.get(char)
  if (known !== undefined) return known
  const plain = SOUNDS_IN_NAMES[char] ?? pinyin(char, { toneType: 'none' })
  const alike = HEARD_ALIKE.reduce((sound, [pattern, same]) => sound.replace(pattern, same), plain)
  heard.set(char, alike)
  return alike
}
