import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../../config/township/load.ts'
import { sortOf } from '../../../domain/joint/whistle.ts'
import { childOrder, markIn, sortIn, whistleOrder } from '../../../domain/joint/order.ts'

const loaded = await loadTowns('config/town')
const [town] = loaded.ok ? loaded.towns : []
if (!loaded.ok || !town) throw new Error('no township')
const world = { towns: loaded.towns, calendar: loaded.calendar, now: new Date('2026-11-24T02:00:00Z'), id: () => 'x' }

/** sort | place | units | reason | commander, or the name that could not be told */
function read(words: string): string {
  if (!town) return ''
  const { sort, place, partners, reason, commander, unsure } = whistleOrder(words, town, world)
  if (unsure) return `? ${unsure.said}`
  const units = partners.map((each) => ('station' in each ? each.station : `(${each.name})`)).join('+')
  return [sort, place?.name, units, reason, commander].map((part) => part ?? '-').join(' | ')
}

describe('吹哨 without a case reads', () => {
  it.each([
    ['王家村 派出所 打架', '- | 王家村 | paichu | 打架 | -'],
    ['王家村，派出所、城管中队 聚众斗殴，有人持刀', '- | 王家村 | paichu+chengguan | 聚众斗殴，有人持刀 | -'],
    ['王家村小学对面 派出所和城管中队 占道', '- | 王家村小学对面 | paichu+chengguan | 占道 | -'],
    ['应急 北坡村 应急站、林业站 山火', '? 林业站'],
    ['应急 北坡村 应急站 派出所 山火', 'emergency | 北坡村 | yingji+paichu | 山火 | -'],
    ['应急 着火了', '- | - | yingji | 着火了 | -'],
    ['攻坚 石门采石场 国土所 派出所 拆违建', 'hard | 石门村采石场 | ziran+paichu | 拆违建 | -'],
    ['日常哨 王家村 城管 摆摊', 'daily | 王家村 | chengguan | 摆摊 | -'],
    ['王家村 派出所 县公安局 打架', '- | 王家村 | paichu+(县公安局) | 打架 | -'],
    ['老粮站 派出所 打架', '- | 老粮站 | paichu | 打架 | -'],
    ['王家村 派出所', '- | 王家村 | paichu |  | -'],
    ['派出所 王家村有人打架', '- | 王家村 | paichu | 王家村有人打架 | -'],
    ['王家村 派出所 打架，由张伟指挥', '- | 王家村 | paichu | 打架 | u-zhangwei'],
    ['王家村 派出所 打架 现场指挥：张伟', '- | 王家村 | paichu | 打架 | u-zhangwei'],
    ['王家村 派出所 由赵某指挥打架', '- | 王家村 | paichu | 由赵某指挥打架 | -'],
    ['王家村 司法所 打架', '? 司法所'],
    ['王家村 打架', '- | 王家村 |  |  | -'],
  ])('%s', (words, said) => expect(read(words)).toBe(said))
})

describe('the sort that is not said', () => {
  it.each([
    ['聚众斗殴', 'emergency'],
    ['有人打架', 'emergency'],
    ['两家械斗', 'emergency'],
    ['摊主持刀', 'emergency'],
    ['打架演练', 'daily'],
    ['上周打架的事来调解', 'daily'],
    ['打包垃圾', 'daily'],
    ['清理占道', 'daily'],
  ])('%s: %s', (words, sort) => expect(sortOf(words, null, town)).toBe(sort))
})

describe('with a case', () => {
  it.each([
    ['应急、国土所 一起来', null, '应急、国土所 一起来'],
    ['应急哨 派出所 来', 'emergency', '派出所 来'],
    ['攻坚 派出所 来', 'hard', '派出所 来'],
    ['派出所 攻坚', null, '派出所 攻坚'],
  ])('the sort is only what is no unit: %s', (words, sort, rest) =>
    expect(sortIn(words, town, true)).toEqual({ sort, rest }),
  )
})

describe('a score', () => {
  it.each([
    ['派出所 好', 'good', '派出所'],
    ['派出所 一般', 'fair', '派出所'],
    ['派出所 不好', 'poor', '派出所'],
    ['派出所 很差', 'poor', '派出所'],
    ['paichu good', 'good', 'paichu'],
    ['好', 'good', ''],
  ])('%s', (words, mark, rest) => expect(markIn(words)).toEqual({ mark, rest }))
  it.each(['派出所', '派出所还行', ''])('is none: %s', (words) => expect(markIn(words)).toBeNull())
})

describe('子任务 reads', () => {
  const day = (amount: number) => ({ amount, unit: 'd' })
  it.each([
    ['清运垃圾', '清运垃圾', true, null],
    ['清运垃圾 3天内', '清运垃圾', true, day(3)],
    ['清运垃圾，两天之内完成', '清运垃圾', true, day(2)],
    ['清运垃圾 12小时内', '清运垃圾', true, { amount: 12, unit: 'h' }],
    ['清运垃圾 3天内 可选', '清运垃圾', false, day(3)],
    ['清运垃圾（可选）5个工作日', '清运垃圾', false, day(5)],
    ['清运垃圾 必办', '清运垃圾', true, null],
    ['把堆了3天的垃圾清走', '把堆了3天的垃圾清走', true, null],
    ['清运垃圾 0天内', '清运垃圾', true, null],
  ])('%s', (words, text, must, term) => expect(childOrder(words)).toEqual({ text, must, term }))
})
