import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import { picture } from './pictures.ts'
import { eachTestHasAHouse, keyOf } from './story.ts'

const BEFORE = { name: 'a.png', data: picture(10) }
const AFTER = { name: 'b.png', data: picture(200) }
const OTHER = { name: 'c.png', data: picture(90) }
const OFFICER = 'u-dujuan'

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const marks = async (house: House) => {
  const [entry] = await house.core.ctx.store.entries({ kinds: ['pictures'], limit: 1 })
  if (entry?.kind !== 'pictures') return null
  return Object.values(entry.data.marks).map(({ mark }) => mark)
}

/** Somebody burns straw, and 杜娟 has signed. */
async function burning(house: House): Promise<void> {
  await house.person('v-lihua').says('北坡村有人烧秸秆')
  await house.person(OFFICER).says('签收 0001')
  house.readsAll()
}

describe('an item that wants pictures before and after', () => {
  const house = eachTestHasAHouse()
  const officer = () => house().person(OFFICER)

  it('is finished with both, and not before', async () => {
    await burning(house())
    await officer().sends([BEFORE])
    officer().expects('0001', '记作办前')
    await officer().says('到场 0001')
    await house().forward('1h')
    house().readsAll()
    await officer().says('办结 0001 已扑灭')
    officer().expects('缺办后照片', '办后 0001', '办结 0001 结果')
    house().hearsNothing('v-lihua')
    expect((await only(house()))?.stage).toBe('arrived')
    await officer().sends([AFTER], '办结 0001 已扑灭')
    officer().expects('办结已记下', '记作办后')
    expect(await marks(house())).toEqual(['before', 'after'])
    expect((await only(house()))?.stage).toBe('finished')
    house().readsAll()
  })

  it('is refused typed, tapped and answered', async () => {
    await burning(house())
    await officer().says('到场 0001')
    house().readsAll()
    await officer().says('办结 0001 已扑灭')
    officer().expects('办前和办后照片都没有')
    await officer().says('办结 0001')
    officer().expects('办前和办后照片都没有')
    await officer().sends([BEFORE], '办前 0001')
    officer().expects('1 张记作办前', '办前 1 张，办后 0 张')
    await officer().says('办结 0001')
    officer().expects('请写办理结果', '办后照片')
    await officer().says('已经处理好了')
    officer().expects('缺办后照片')
    expect((await only(house()))?.stage).toBe('arrived')
    house().readsAll()
  })

  it('the picture may come while the bot asks for the result', async () => {
    await burning(house())
    await officer().sends([BEFORE], '到场 0001')
    await officer().says('办结 0001')
    house().readsAll()
    await officer().sends([AFTER])
    house().readsAll()
    await officer().says('已经处理好了')
    officer().expects('办结已记下')
    house().readsAll()
  })

  it('a card is no way round it, neither the present one nor an old one', async () => {
    await house().person('v-lihua').says('北坡村有人烧秸秆')
    const fresh = officer().expects('0001', '签收')
    await officer().taps(fresh, keyOf(fresh, 'sign'))
    const signed = officer().expects('已签收')
    await officer().taps(signed, keyOf(signed, 'arrive'))
    const card = officer().expects('已到场')
    const finish = keyOf(card, 'finish')
    house().readsAll()
    await officer().taps(card, finish)
    officer().expects('办前和办后照片都没有')
    await officer().sends([BEFORE], '办前 0001')
    await officer().taps(card, finish)
    officer().expects('请写办理结果', '办后照片')
    await officer().says('已经处理好了')
    officer().expects('缺办后照片')
    expect((await only(house()))?.stage).toBe('arrived')
    house().readsAll()
  })

  it('an old card is no way round it', async () => {
    await house().person('v-lihua').says('北坡村有人烧秸秆')
    const fresh = officer().expects('0001', '签收')
    const { caseNo = '' } = (await only(house())) ?? {}
    const finish = `finish:${caseNo}`
    await officer().taps(fresh, `sign:${caseNo}`)
    await officer().taps(fresh, `arrive:${caseNo}`)
    house().readsAll()
    await officer().taps(fresh, finish, { stale: true })
    officer().expects('办前和办后照片都没有')
    await officer().sends([BEFORE], '办前 0001')
    house().readsAll()
    await officer().taps(fresh, finish, { stale: true })
    house().readsAll()
    await officer().says('已经处理好了')
    officer().expects('缺办后照片')
    expect((await only(house()))?.stage).toBe('arrived')
    house().readsAll()
  })

  it('the same picture twice is no pair', async () => {
    await burning(house())
    await officer().sends([BEFORE], '办前 0001')
    house().readsAll()
    await officer().sends([BEFORE], '办结 0001 已扑灭')
    officer().expects('办前、办后是同一张照片')
    expect((await only(house()))?.stage).toBe('signed')
    await officer().sends([AFTER], '办结 0001 已扑灭')
    officer().expects('办结已记下')
    house().readsAll()
  })

  it('a picture that tells neither is asked about once, and the card says which', async () => {
    await burning(house())
    await officer().says('到场 0001')
    await officer().says('反馈 0001 在现场')
    house().readsAll()
    await officer().sends([BEFORE])
    const card = officer().expects('办前还是办后')
    await officer().sends([OTHER])
    expect(
      house()
        .unread(OFFICER)
        .some((b) => JSON.stringify(b).includes('办前还是办后')),
    ).toBe(false)
    await officer().taps(card, keyOf(card, 'mark-before'))
    officer().expects('照片已经分好', '2 张')
    expect(await marks(house())).toEqual(['before', 'before'])
    await officer().taps(card, keyOf(card, 'mark-after') || `mark-after:${(await only(house()))?.caseNo ?? ''}`, {
      stale: true,
    })
    expect(await marks(house())).toEqual(['before', 'before'])
    await officer().says('办后 0001 改')
    officer().expects('记作办后')
    house().readsAll()
  })

  it('two who finish at once, one of them with the picture: it is finished once, with the picture there', async () => {
    await burning(house())
    await officer().sends([BEFORE], '办前 0001')
    house().readsAll()
    await Promise.all([officer().sends([AFTER], '办结 0001 已扑灭'), house().person('u-yuhai').says('办结 0001 好了')])
    expect((await only(house()))?.stage).toBe('finished')
    const finished = await house().rowsOf(`SELECT "by" FROM "event" WHERE "type" = 'finished'`)
    expect(finished).toHaveLength(1)
    house().readsAll()
  })

  it('reopened, it must be shown anew that it is done', async () => {
    await burning(house())
    await officer().sends([BEFORE], '办前 0001')
    await officer().sends([AFTER], '办结 0001 已扑灭')
    await house().person('v-lihua').says('没解决')
    await officer().says('签收 0001')
    house().readsAll()
    await officer().says('办结 0001 又扑灭了')
    officer().expects('缺办后照片')
    await officer().sends([OTHER], '办结 0001 又扑灭了')
    officer().expects('办结已记下')
    house().readsAll()
  })

  it('waits for a picture that is slow, and is not finished on one that never comes', async () => {
    await burning(house())
    await officer().sends([BEFORE], '办前 0001')
    house().readsAll()
    house().simulator.faults.media('missing')
    await officer().sends([AFTER], '办结 0001 已扑灭')
    officer().expects('缺办后照片')
    expect((await only(house()))?.stage).toBe('signed')
    house().simulator.faults.media('late')
    await officer().sends([AFTER], '办结 0001 已扑灭')
    officer().expects('办结已记下')
    house().readsAll()
  })

  it('pictures of a reporter and of another unit are none of its pair', async () => {
    await burning(house())
    await house().person('v-lihua').sends([BEFORE])
    house().readsAll()
    await house().person('u-sunmei').sends([AFTER], '办前 0001')
    house().expects('u-sunmei', '您不能操作')
    await officer().says('办结 0001 已扑灭')
    officer().expects('办前和办后照片都没有')
    house().readsAll()
  })
})

describe('any other item', () => {
  const house = eachTestHasAHouse()

  it('is finished without, and nobody is asked', async () => {
    await house().person('v-lihua').says('王家村村口有人占道摆摊')
    await house().person('u-zhangwei').says('到场 0001')
    await house().person('u-zhangwei').says('反馈 0001 在劝')
    house().readsAll()
    await house().person('u-zhangwei').sends([BEFORE])
    house().expects('u-zhangwei', '进展已记下')
    house().hearsNothing('u-zhangwei')
    await house().person('u-zhangwei').says('办结 0001 已劝离')
    house().expects('u-zhangwei', '办结已记下')
    house().readsAll()
  })
})
