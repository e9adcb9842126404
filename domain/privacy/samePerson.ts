import { matchDuties } from '../route/match.ts'
import type { Place, Task } from '../task.ts'
import type { Town } from '../town.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { mask, maskSelf, tellsOfSelf } from './mask.ts'
import { ADDS } from './wording-shield.ts'

type Told = Readonly<{ text: string; place: Place | null }>

/** Another problem at another place, and not a word about himself: nothing in it leads back to what he told in confidence. */
export function isApart({ text, place }: Told, task: Task, { duties }: Town, day: string): boolean {
  if (tellsOfSelf(text) || !place?.code || !task.place?.code || place.code === task.place.code) return false
  const items = matchDuties(text, duties, day).map(({ duty }) => duty.code)
  const known = matchDuties(task.text, duties, day).map(({ duty }) => duty.code)
  return items.length > 0 && !items.some((code) => code === task.item || known.includes(code))
}

const STAND_IN = /\[[^\]]*\]/gu

/** 「我是养鸡场隔壁的刘桂兰」: he says who he is and nothing of any problem. */
export function onlySaysWho(text: string): boolean {
  if (!tellsOfSelf(text) && mask(text).found.length === 0) return false
  return wordsOf(maskSelf(text).replace(STAND_IN, '').replace(ADDS, '')) === ''
}
