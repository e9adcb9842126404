import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse } from './story.ts'
import { fileOf, OFFICER, orders } from './legalStory.ts'
import { county, drafted, NEIGHBOUR, REVIEWER, reviewsOf, submitted, waiting } from './reviewStory.ts'

const PASS = 'review-pass:QS-FS2026-0001'

describe('no decision passes a review by', () => {
  const house = eachTestHasAHouse({ towns: county() })
  const decided = async () => (await fileOf(house())).state === 'decided'

  it('another word, another person, another card', async () => {
    await submitted(house())
    await orders(house(), '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃')
    house().readsAll()
    const officer = house().person(OFFICER)
    for (const order of ['决定 0001', '处罚决定 0001', '决定 0001 罚款 500', '当场处罚 0001']) {
      await officer.says(order)
      officer.expects('法制审核')
    }
    await officer.says('通过 0001')
    officer.expects('只有法制审核人员')
    await house().person('u-liqiang').says('通过 0001')
    house().expects('u-liqiang', '只有法制审核人员')
    await house().person('u-chenzhen').says('通过 QS-FS2026-0001')
    house().expects('u-chenzhen', '只有法制审核人员')
    await house().person('v-zhaomin').says('通过 0001')
    house().expects('v-zhaomin', '工作人员')
    // a reviewer whose certificate is over
    await house().person('u-oldcert').says('通过 0001')
    house().expects('u-oldcert', '有效的法律职业资格证', '第五十八条')
    await house().person('u-oldcert').says('接审 0001')
    house().expects('u-oldcert', '有效的法律职业资格证')
    // a reviewer who does not have it
    await house().person(NEIGHBOUR).says('通过 0001')
    house().expects(NEIGHBOUR, '在白雪手上')
    house().readsAll()
    expect(await decided()).toBe(false)
    expect((await reviewsOf(house()))[0]?.state).toBe('open')
    await officer.says('送审 0001')
    officer.expects('已经送审，在白雪手上')
  })

  it('what is not what was seen', async () => {
    const card = await submitted(house())
    const officer = house().person(OFFICER)
    await officer.says('拟处罚 0001 依据第三十六条 罚款 900')
    officer.expects('拟处罚意见已记下')
    officer.expects('送审已撤回', '送审 0001')
    house().expects(REVIEWER, '案卷在送审以后改过')
    await house().person(REVIEWER).taps(card, PASS)
    house().expects(REVIEWER, '送审已经撤回')
    house().expects(REVIEWER, '送审已撤回')
    expect(await waiting(house())).toEqual([])
    await officer.says('送审 0001')
    officer.expects('第 2 次')
    await house().person(REVIEWER).says('通过 0001')
    house().readsAll()
    await house().forward('2m')
    await orders(house(), '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃', '事实 0001 又占了盲道')
    house().readsAll()
    await orders(house(), '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃')
    house().readsAll()
    await officer.says('决定 0001')
    officer.expects('重新审核')
    await officer.says('送审 0001')
    house().readsAll()
    await house().person(REVIEWER).says('驳回 0001 裁量 偏重')
    house().readsAll()
    await officer.says('决定 0001')
    officer.expects('法制审核没有通过')
    await house().forward('2m')
    expect(await decided()).toBe(false)
    await officer.says('送审 0001')
    house().readsAll()
    await house().person(REVIEWER).says('通过 0001')
    house().readsAll()
    await officer.says('送审 0001')
    officer.expects('已经审核通过', '决定 0001')
    await officer.says('决定 0001')
    officer.expects('处罚决定已作出')
    expect(await decided()).toBe(true)
  })

  it('a card that is over, and two at once', async () => {
    const card = await submitted(house())
    await house().person(REVIEWER).says('驳回 0001')
    house().expects(REVIEWER, '哪一点不行')
    await house().person(REVIEWER).says('缺签字')
    house().expects(REVIEWER, '请写明哪一点不行')
    await house().person(NEIGHBOUR).says('接审 0001')
    house().readsAll()
    await house().person(REVIEWER).says('接审 0001')
    house().readsAll()
    const [one, other] = [house().person(REVIEWER), house().person(NEIGHBOUR)]
    await Promise.all([one.taps(card, PASS), other.says('接审 0001')])
    const [review] = await reviewsOf(house())
    const steps = (await fileOf(house())).data.steps.filter(({ step }) => step === 'reviewed')
    // one of them was first: it was passed, or it has another reviewer who decides
    if (review?.state === 'passed') expect([steps.length, review.data.decidedBy]).toEqual([1, REVIEWER])
    else expect([steps.length, review?.owner]).toEqual([0, NEIGHBOUR])
    house().readsAll()
    if (review?.state === 'open') await other.says('通过 0001')
    house().readsAll()
    await house().person(REVIEWER).taps(card, PASS, { stale: true })
    house().readsAll()
    expect((await fileOf(house())).data.steps.filter(({ step }) => step === 'reviewed')).toHaveLength(1)
  })

  it('a file that was given up', async () => {
    const card = await submitted(house())
    await orders(house(), '撤案 0001 当事人已改正')
    house().expects(REVIEWER, '案卷已经结束，不用再审核')
    house().readsAll()
    await house().person(REVIEWER).taps(card, PASS)
    house().expects(REVIEWER, '送审已经撤回')
    house().expects(REVIEWER, '送审已撤回')
    await house().person(REVIEWER).says('审核清单')
    house().expects(REVIEWER, '没有等着您审核')
    const file = await fileOf(house())
    expect([file.state, file.data.steps.some(({ step }) => step === 'reviewed')]).toEqual(['dismissed', false])
    expect(await waiting(house())).toEqual([])
  })
})

describe('without a certificate', () => {
  const house = eachTestHasAHouse({ towns: county({ onlyNeighbour: true, alone: true }) })

  it('nobody is given a file, and the officer hears why', async () => {
    await drafted(house())
    await house().person(OFFICER).says('送审 0001')
    house().expects(OFFICER, '没有持证的审核人员', '第五十八条')
    house().hearsNothing(REVIEWER, 'u-oldcert')
    await house().person(REVIEWER).says('审核清单')
    house().expects(REVIEWER, '有效的法律职业资格证')
  })
})

describe('a reviewer of another township', () => {
  const house = eachTestHasAHouse({ towns: county() })

  it('reads the file that is under review, and nothing else', async () => {
    await drafted(house())
    await house().person(NEIGHBOUR).says('案卷 QS-LA2026-0001')
    house().expects(NEIGHBOUR, '没有找到')
    await house().person(NEIGHBOUR).says('详情 QS261124-0001')
    house().expects(NEIGHBOUR, '没有找到')
    await orders(house(), '送审 0001')
    house().readsAll()
    await house().person(NEIGHBOUR).says('案卷 QS-LA2026-0001')
    house().expects(NEIGHBOUR, '王大山')
    await house().person(NEIGHBOUR).says('详情 QS261124-0001')
    house().expects(NEIGHBOUR, '没有找到')
    await house().person(REVIEWER).says('通过 0001')
    house().readsAll()
    await house().person(NEIGHBOUR).says('案卷 QS-LA2026-0001')
    house().expects(NEIGHBOUR, '没有找到')
  })

  it('says nothing of it in a group', async () => {
    await submitted(house())
    await house().person(REVIEWER).says('审核 0001')
    house().readsAll()
    await house().person(OFFICER).says('送审 0001', { group: 'wrCHENGGUAN' })
    const said = house().expects('wrCHENGGUAN', '已经送审')
    expect(said.content).not.toContain('王大山')
  })
})
