import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import type { Bubble } from '../../simulator/api.ts'
import { picture } from './pictures.ts'
import { checkPackage } from '../../evidence/check.ts'
import { eachTestHasAHouse, keyOf, reported, signed, UNIT_GROUP } from './story.ts'

const PHOTO = { name: 'a.png', data: picture(30) }

const exported = (house: House) => house.rowsOf(`SELECT "by", "reason" FROM "access_log" WHERE "kind" = 'export'`)

const packageIn = (house: House, chat: string): Bubble | undefined =>
  house.simulator.chat(chat).find((bubble) => bubble.from === 'bot' && bubble.kind === 'file')

/** The bytes of a file somebody was sent. */
async function bytesOf(house: House): Promise<Buffer> {
  const [row] = await house.rowsOf(`SELECT "subject" FROM "timer" WHERE "kind" = 'package'`)
  const { subject } = row as { subject: string }
  return (await house.core.ctx.media.read(subject)) ?? Buffer.alloc(0)
}

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
    house().expects('v-lihua', '工作人员')
    house().readsAll()
  })

  it('has a help of its own', async () => {
    await house().person('u-zhangwei').says('帮助 取证')
    house().expects('u-zhangwei', '办前 0007', '笔录 0007', '取证 0007 理由')
    await house().person('u-baixue').says('帮助')
    house().expects('u-baixue', '帮助 取证')
  })

  it('a sentence that begins with the word is a report', async () => {
    await house().person('v-lihua').says('证据我都留着，王家村村口有人占道摆摊')
    house().expects('v-lihua', /QS\d{6}-\d{4}/)
    house().readsAll()
  })
})

describe('取证', () => {
  const house = eachTestHasAHouse()
  const officer = () => house().person('u-zhangwei')

  /** A picture, and a record that was confirmed. */
  async function proved(): Promise<void> {
    await signed(house())
    await officer().sends([PHOTO])
    await officer().says('笔录 0001 时间：现在 地点：村口 当事人：王二 情况：占道 签字：当事人签字 同行：王芳')
    const card = house().expects('u-wangfang', '请确认笔录')
    await house().person('u-wangfang').taps(card, keyOf(card, 'record-confirm'))
    house().readsAll()
  }

  it('asks why, packs what can be checked by itself, and sends it to him alone', async () => {
    await proved()
    await officer().says('取证 0001')
    officer().expects('理由')
    await officer().says('看看')
    officer().expects('太短', '至少 4 个字')
    await officer().says('移送市局立案使用')
    officer().expects('证据已打包', '马上发给您')
    expect(packageIn(house(), 'u-zhangwei')?.content).toMatch(/^QS\d{6}-0001\.zip$/)
    const { faults, manifest } = checkPackage(await bytesOf(house()))
    expect(faults).toEqual([])
    expect(manifest?.files.map(({ mime }) => mime)).toEqual(['image/png', 'text/plain'])
    expect(manifest?.chain.events.map(({ type }) => type)).toContain('record-confirmed')
    expect(await exported(house())).toEqual([{ by: 'u-zhangwei', reason: '移送市局立案使用' }])
    house().readsAll()
  })

  it('asked for in a group it goes to his own chat, and is gone from the server the next day', async () => {
    await proved()
    await officer().says('导出证据 0001 移送市局立案使用', { group: UNIT_GROUP })
    house().expects(UNIT_GROUP, '已单独发给您')
    expect(packageIn(house(), UNIT_GROUP)).toBeUndefined()
    expect(packageIn(house(), 'u-zhangwei')).toBeDefined()
    await bytesOf(house())
    await house().forward('25h')
    expect(
      await house().rowsOf(`SELECT "subject" FROM "timer" WHERE "kind" = 'package' AND "dueAt" IS NOT NULL`),
    ).toEqual([])
    house().readsAll()
  })

  it.each([
    ['u-zhouting', true],
    ['u-liqiang', true],
    ['u-songming', true],
    ['u-baixue', true],
    ['u-dujuan', false],
    ['u-sunmei', false],
  ])('%s may have it: %s', async (userid, may) => {
    await proved()
    await house().person(userid).says('取证 0001 移送市局立案使用')
    house().expects(userid, may ? '证据已打包' : '可以导出证据')
    expect(await exported(house())).toHaveLength(may ? 1 : 0)
    house().readsAll()
  })
})
