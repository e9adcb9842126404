import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import type { World } from '../../domain/world.ts'
import { itemFor } from '../../domain/triage/lesson.ts'
import { task } from '../store/samples.ts'

const loaded = await loadTowns('config/town')
const town = loaded.ok ? loaded.towns[0] : undefined
if (!loaded.ok || !town) throw new Error('no township')
const world: World = { towns: [town], calendar: loaded.calendar, now: new Date('2026-11-24T02:00:00Z'), id: () => 'x' }
const codeOf = (name: string | null) => town.duties.find((duty) => duty.name === name)?.code ?? null

describe('what a case is about once a person says who leads', () => {
  it.each([
    ['another unit takes it over', '王家村有人占道摆摊', '占道经营', 'dadui', null, '占道经营'],
    ['nobody knows what it is', '赵家洼的砖厂灰大，渠里漂一层东西', null, 'ziran', null, null],
    ['the clerk names it', '赵家洼的砖厂灰大', null, 'ziran', '违法占地 请去看看', '违法占地'],
    ['the clerk names another', '王家村有人占道摆摊', '占道经营', 'chengguan', '乱倒垃圾', '乱倒垃圾'],
    ['it was a guess, and the words are of the unit', '王家村有人占道摆摊', '违法占地', 'chengguan', null, '占道经营'],
    ['it was a guess, and no words say better', '渠里漂一层东西', '乱倒垃圾', 'huanbao', null, '乱倒垃圾'],
    ['the reason speaks of something else', '王家村有人占道摆摊', '占道经营', 'dadui', '请牵头处理', '占道经营'],
  ] as const)('%s', (_what, text, item, station, note, expected) => {
    const found = itemFor(task(1, { text, item: codeOf(item) }), town, station, note, world)
    expect(found?.name ?? null).toBe(expected)
  })
})
