import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { ofKind } from '../../../domain/book/entry.ts'
import { eachTestHasAHouse, keyOf } from '../story.ts'

const NO = 'QS-KC2026-0001'
const GROUP = 'wrCHENGGUAN'
const GROUPS = ['wrSHICHANG', 'wrZIRAN', 'wrYINGJI', 'wrHUANBAO', 'wrPAICHU', 'wrDADUI']
const present = async (house: House) => {
  const [entry] = ofKind(await house.core.ctx.store.entries({ kinds: ['class'], limit: 5 }), 'class')
  return Object.keys(entry?.data.present ?? {})
}

describe('培训签到', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T14:00:00+08:00' })

  it('calls every unit in its group; taps are counted once, names go to who holds it', async () => {
    await house().person('u-zhouting').says('培训签到 露天焚烧怎么查')
    house().expects('u-zhouting', NO, '7 个单位', '城管中队')
    const card = house().expects(GROUP, '露天焚烧怎么查', '周婷')
    for (const group of GROUPS) house().expects(group, '培训签到')
    await house().person('u-zhangwei').taps(card, keyOf(card, 'class-join'))
    const counted = house().expects(GROUP, '已签到 1 人')
    expect(JSON.stringify(counted)).not.toContain('张伟')
    await house().person('u-wangfang').says(`参加培训 ${NO}`)
    house().expects('u-wangfang', '已签到 2 人')
    await house().person('u-wangfang').says(`参加培训 ${NO}`)
    house().expects('u-wangfang', '已签到 2 人')
    await house().person('u-zhouting').says(`培训名单 ${NO}`)
    house().expects('u-zhouting', '签到 2 人', '城管中队 张伟', '城管中队 王芳')
    await house().person('u-zhangwei').says(`培训名单 ${NO}`)
    expect(house().expects('u-zhangwei', '签到 2 人').content).not.toContain('王芳')
    await house().person('u-zhouting').says(`培训名单 ${NO}`, { group: 'wrCOMMAND' })
    expect(house().expects('wrCOMMAND', '签到 2 人').content).not.toContain('张伟')
    await house().person('u-zhangwei').says('我的学习')
    house().expects('u-zhangwei', '培训签到 1 次')
    await house().person('u-chenzhen').says('学习情况')
    house().expects('u-chenzhen', /城管中队：.*培训签到 2 次/, '没有开每天早上的题')
  })

  it('ends with the day; the list comes in the morning, and who is late is told', async () => {
    await house().person('u-zhouting').says('培训签到 露天焚烧怎么查')
    const card = house().expects(GROUP, '露天焚烧怎么查')
    house().readsAll()
    await house().person('u-zhangwei').says('参加培训')
    house().expects('u-zhangwei', '已签到 1 人')
    await house().until('2026-11-25T07:59:00+08:00')
    house().hearsNothing('u-zhouting')
    await house().person('u-wangfang').says(`参加培训 ${NO}`)
    house().expects('u-wangfang', '已经结束')
    await house().person('u-wangfang').taps(card, keyOf(card, 'class-join'), { stale: true })
    house().expects(GROUP, '已经结束')
    house().reads(GROUP)
    await house().until('2026-11-25T08:01:00+08:00')
    house().expects('u-zhouting', '培训结束', '签到 1 人', '张伟')
    expect(await house().rowsOf("SELECT id FROM timer WHERE kind = 'class'")).toEqual([])
    expect(await present(house())).toEqual(['u-zhangwei'])
  })

  it('of a head is for his own unit; others, and officers, are refused', async () => {
    await house().person('u-liqiang').says('培训签到')
    house().expects('u-liqiang', '主题')
    await house().person('u-liqiang').says('队列训练')
    house().expects('u-liqiang', NO, '1 个单位')
    const card = house().expects(GROUP, '队列训练')
    house().hearsNothing(...GROUPS)
    await house().person('u-sunmei').says(`参加培训 ${NO}`)
    house().expects('u-sunmei', '没有通知您的单位')
    await house().person('u-zhangwei').says('培训签到 我来讲')
    house().expects('u-zhangwei', '站所负责人发起')
    await Promise.all([
      house().person('u-zhangwei').taps(card, keyOf(card, 'class-join')),
      house().person('u-wangfang').says(`参加培训 ${NO}`),
    ])
    await house().settled()
    expect((await present(house())).toSorted()).toEqual(['u-wangfang', 'u-zhangwei'])
    house().readsAll()
  })
})
