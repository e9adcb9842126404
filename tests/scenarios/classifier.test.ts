import { describe, expect, it } from 'vitest'
import { COMMAND, eachTestHasAHouse } from './story.ts'

describe('the classifier', () => {
  const house = eachTestHasAHouse()

  it('is taught by the command room, learns when told to, and goes back when told to', async () => {
    const admin = house().person('u-hepeng')
    await admin.says('分类器')
    admin.expects('还没有学成')
    await admin.says('分类器 训练')
    admin.expects('开始学习')
    const first = /[0-9a-f]{12}/.exec(admin.expects('学成', '判对', '最拿不准').content)?.[0] ?? ''
    await house().person('v-lihua').says('王家村渠里漂一层东西')
    house().expects('v-lihua', 'QS261124-0001')
    house().expects(COMMAND, 'QS261124-0001')
    house().readsAll()
    await house().person('u-zhouting').says('指派 0001 生态环境所')
    await house().forward('1m')
    house().readsAll()
    await admin.says('分类器 训练')
    house().readsAll()
    await admin.says('分类器')
    admin.expects('纠正的 1 句')
    await admin.says('分类器 回退')
    admin.expects(first, '人工指定', '分类器 自动')
    await admin.says('分类器')
    admin.expects(first, '人工指定')
    await admin.says('分类器 自动')
    expect(admin.expects('学成').content).not.toMatch(first)
    await house().person('u-zhangwei').says('分类器 回退')
    house().expects('u-zhangwei', '权限')
    await admin.says('分类器 用 ffffff')
    admin.expects('没有这个版本', first)
    expect((await house().core.ctx.classifiers?.inUse())?.id).not.toBe(first)
  })
})
