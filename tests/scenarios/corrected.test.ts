import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, reported } from './story.ts'

describe('a place said wrongly', () => {
  const house = eachTestHasAHouse()
  const newest = async () => (await house().core.ctx.store.tasks({ limit: 9 }))[0]

  it.each(['地点错了，是东关', '不对，是东关', '说错了，在东关'])(
    '%s: is put right, and those who go hear it',
    async (said) => {
      await reported(house(), '王家村有人占道摆摊')
      house().readsAll()
      await house().person('v-lihua').says(said)
      house().expects('v-lihua', '地点已更正', '0001', '东关')
      house().expects('u-zhangwei', '0001', '东关')
      house().expects('u-wangfang', '工单', '0001', '东关')
      expect(await newest()).toMatchObject({ seq: 1, place: { name: '东关社区' }, person: 'u-wangfang' })
      house().readsAll()
    },
  )

  it.each(['张庄也有人占道摆摊', '不对，张庄有人乱倒垃圾'])(
    '%s: another matter is a report of its own',
    async (said) => {
      await reported(house(), '王家村有人占道摆摊')
      house().readsAll()
      await house().person('v-lihua').says(said)
      expect((await house().core.ctx.store.tasks({ limit: 9 })).map(({ place }) => place?.name)).toContain('王家村')
      house().readsAll()
    },
  )
})
