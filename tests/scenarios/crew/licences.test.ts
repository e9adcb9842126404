import { describe, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import { eachTestHasAHouse } from '../story.ts'

const ENDING = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    people: town.people.map((person) =>
      person.userid === 'u-zhangwei'
        ? { ...person, licenceUntil: '2026-11-20' }
        : person.userid === 'u-songming'
          ? { ...person, certificateUntil: '2026-12-30' }
          : person,
    ),
    assets: (town.assets ?? []).map((asset) =>
      asset.id === 'car-2' ? { ...asset, agreementUntil: '2026-12-07' } : asset,
    ),
  }))

describe('证件', () => {
  const house = eachTestHasAHouse({ at: '2026-11-30T09:00:00+08:00', towns: ENDING })

  it('shows the command room everybody, a head his unit, and nobody else anything', async () => {
    await house().person('u-zhouting').says('证件')
    house().expects('u-zhouting', '张伟', '2026-11-20 已经到期', '宋明', '还有 30 天', '蔡丽', '没有登记')
    await house().person('u-liqiang').says('证件')
    const own = house().expects('u-liqiang', '张伟', '已经到期')
    if (own.content.includes('宋明')) throw new Error('another unit is shown')
    await house().person('u-zhangwei').says('证件')
    house().expects('u-zhangwei', '给站所负责人')
  })

  it('of officers are named to their head on the first working day of a month; what ends is told in time', async () => {
    await house().nights()
    await house().until('2026-12-01T08:31:00+08:00')
    house().expects('u-liqiang', '没有有效执法证的（1 人）', '张伟')
    house().expects('u-fengjun', '蔡丽')
    house().expects('u-songming', '行政执法监督证', '2026-12-30')
    house().expects('u-liqiang', '使用协议', '2026-12-07', '续签')
    house().readsAll()
    await house().until('2026-12-02T08:31:00+08:00')
    house().hearsNothing('u-fengjun', 'u-liqiang', 'u-songming')
    house().readsAll()
  })
})
