import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import { picture } from './pictures.ts'
import { COMMAND, eachTestHasAHouse, reported, signed, UNIT_GROUP } from './story.ts'

const PHOTO = { name: 'a.png', data: picture(30) }

const exports = (house: House) => house.rowsOf(`SELECT "kind", "by", "reason" FROM "access_log"`)

describe('证据', () => {
  const house = eachTestHasAHouse()

  it('lists every file with who sent it, the reporter as 群众, and the records', async () => {
    await reported(house())
    await house().person('v-lihua').sends([PHOTO])
    await house().person('u-zhangwei').says('签收 0001')
    await house()
      .person('u-zhangwei')
      .sends([{ ...PHOTO, data: picture(60) }])
    await house().person('u-zhangwei').says('笔录 0001 情况：占道')
    house().readsAll()
    await house().person('u-zhangwei').says('证据 0001')
    const list = house().expects(
      'u-zhangwei',
      '1. 照片',
      '群众',
      '2. 照片',
      '张伟',
      '办前',
      '无定位',
      'QS-BL2026-0001',
      '不算数',
    )
    expect(list.content).toMatch(/[0-9a-f]{8}/)
    expect(list.content).not.toMatch(/lihua|占道摆摊.*群众/)
    await house().person('u-zhouting').says('证据 0001')
    house().expects('u-zhouting', '1. 照片')
  })

  it('is nothing for a villager or a unit that has nothing to do with it', async () => {
    await signed(house())
    await house().person('u-sunmei').says('证据 0001')
    house().expects('u-sunmei', '没有找到这个编号')
    await house().person('v-lihua').says('证据 0001')
    house().readsAll()
    expect(house().unread('v-lihua')).toEqual([])
  })

  it('a sentence that begins with the word is a report', async () => {
    await house().person('v-lihua').says('证据我都留着，王家村村口有人占道摆摊')
    house().expects('v-lihua', /QS\d{6}-\d{4}/)
    house().readsAll()
  })
})
