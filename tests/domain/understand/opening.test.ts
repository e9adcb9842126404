import { describe, expect, it } from 'vitest'
import { announces, namesOnlyPlace } from '../../../domain/understand/opening.ts'
import { loadTowns } from '../../../config/township/load.ts'

describe('whoever only says that he has something to report', () => {
  it.each([
    '我要举报',
    '我想反映个问题',
    '举报',
    '你好，我要投诉',
    '我有个事要反映',
    '反映一个情况',
    '我来举报',
    '我要举报一个人',
    '想说个事',
    '俺要反映点事',
  ])('%s', (text) => expect(announces(text)).toBe(true))
  it.each([
    '我要举报王家村支书',
    '举报有人卖假药',
    '我要离婚',
    '投诉城管',
    '有人占道',
    '反映路灯不亮',
    '我说了三遍了',
    '有人',
    '举报砖厂',
  ])('not %s', (text) => expect(announces(text)).toBe(false))
})

describe('a place, and nothing that is wrong there', async () => {
  const loaded = await loadTowns('config/town')
  const towns = loaded.ok ? loaded.towns : []
  it.each([
    '西关那个KTV',
    '张庄桥头',
    '王家村',
    '王家村村口',
    '在石门那边',
    '王家村的饭店',
    '就在李家沟水库边上',
    '东关那家药店',
  ])('%s', (text) => expect(namesOnlyPlace(text, towns)).toBe(true))
  it.each([
    '王家村路灯坏了',
    '王家村修路',
    '张庄有人摆摊',
    '西关KTV太吵',
    '王家村桥塌了',
    '石门偷砍树',
    '饭店油烟大',
    '李家沟没水',
    '王家村支书',
  ])('not %s', (text) => expect(namesOnlyPlace(text, towns)).toBe(false))
})
