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

/** A township, or all of a county. */
type Where = Town | readonly Town[]

/** Entries that sound like so many characters of a text. */
export type Sounding = Readonly<{ at: number; length: number; entries: readonly Entry[] }>

const LENGTHS = { least: 2, most: 6 } as const
const heard = new Map<string, string>()
const built = new WeakMap<Where, Sounds>()

/** Villages whose name only sounds like what is written: 「王加村」 for 王家村. Where two do, both; where none, nothing. */
export function soundingAt(said: string, where: Where): Sounding | null {
  const sounds = soundsOf(where)
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

function soundsOf(where: Where): Sounds {
  const known = built.get(where)
  if (known) return known
  const map = new Map<string, Entry[]>()
  for (const entry of 'code' in where ? entriesOf(where) : where.flatMap(entriesOf)) {
    const key = soundOf(entry.written)
    map.set(key, [...(map.get(key) ?? []), entry])
  }
  built.set(where, map)
  return map
}

const entriesOf = (town: Town): Entry[] =>
  town.villages.flatMap((village) => namesOf(village).map((written) => ({ written, short: false, town, village })))

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
