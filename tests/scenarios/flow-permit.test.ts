import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, keyOf, reported, signed } from './story.ts'

const ASKED = ['u-sunmei', 'u-qianyong', 'u-zhaolei']

describe('查许可', () => {
  const house = eachTestHasAHouse()
  const officer = () => house().person('u-zhangwei')

  it('finds what the imported list has, says what is in force, and marks what is over', async () => {
    await officer().says('查许可 老王')
    officer().expects('老王饭店', '2029-02-28', '市场监管所发', '❌已过期 **青石镇老王小吃店')
    await officer().says('查许可 青石镇老王饭店')
    expect(officer().expects('老王饭店').content).not.toContain('小吃店')
    await officer().says('查许可 李桂花')
    officer().expects('**李桂花**')
    await officer().says('查许可')
    officer().expects('要查哪一家')
    await officer().says('查许可 888烧烤店 市场监管所')
    officer().expects('已去查询', '888烧烤店')
    house().reads(...ASKED)
    await officer().says('帮助 信息')
    officer().expects('查许可', '转发 全体', '撤回文件')
  })

  it('does not name a natural person in a group', async () => {
    await officer().says('查许可 李桂花', { group: 'wrCHENGGUAN' })
    const { content } = house().expects('wrCHENGGUAN', '李某', '食品摊贩登记卡')
    expect(content).not.toContain('李桂花')
    await officer().says('查许可 福满楼', { group: 'wrCHENGGUAN' })
    house().expects('wrCHENGGUAN', '福满楼餐饮有限公司')
    await officer().says('查许可 刘家豆腐坊 市场监管所', { group: 'wrCHENGGUAN' })
    house().expects('wrCHENGGUAN', '单独发给我问')
  })

  it('asks the unit that grants it; the answer comes to who asked, and stands in the case', async () => {
    const { caseNo } = await signed(house())
    await officer().says('查许可 0001 刘家豆腐坊')
    officer().expects('已去查询', '刘家豆腐坊', '综合行政执法大队')
    const card = house().expects('u-tangwei', '刘家豆腐坊', '事项 乱倒垃圾', '王家村')
    expect(JSON.stringify(card)).not.toContain('占道摆摊')
    house().reads('u-xuejing', 'u-guodong')
    await house()
      .person('u-tangwei')
      .taps(card, keyOf(card, 'permit-answer').replace(/:[a-z]+$/, ':expired'))
    house().expects('u-tangwei', '许可已答复', '已过期·唐薇')
    officer().expects('许可答复', '已过期', '唐薇', caseNo)
    await house().person('u-tangwei').says('答复许可 QS-XK2026-0001 去年底到期，没有续')
    house().expects('u-tangwei', '已答复')
    officer().expects('已过期', '去年底到期')
    await officer().says('详情 0001')
    officer().expects('查许可', '许可答复', '许可已过期：去年底到期')
    await house().forward('5d')
    house().hearsNothing('u-tangwei')
    const log = JSON.stringify(await house().rowsOf("SELECT data FROM event WHERE type LIKE 'permit%'"))
    expect(log).not.toContain('刘家豆腐坊')
    house().readsAll()
  })

  it('asks whom to ask where nobody can tell', async () => {
    await officer().says('查许可 刘家豆腐坊')
    officer().expects('没有“刘家豆腐坊”', '要问哪个单位', '市场监管所')
    await officer().says('市场监管所')
    officer().expects('已去查询', '市场监管所')
    for (const asked of ASKED) house().expects(asked, '刘家豆腐坊')
    await house().person('u-sunmei').says('答复许可 0001 没有，也没来申请过')
    house().expects('u-sunmei', '已答复', '没有')
    officer().expects('许可答复', '没有', '也没来申请过')
  })

  it('answered, is not answered otherwise by an old card', async () => {
    await officer().says('查许可 刘家豆腐坊 市场监管所')
    const old = house().expects('u-qianyong', '刘家豆腐坊')
    await house().person('u-sunmei').says('答复许可 0001 有效')
    house().readsAll()
    await house().person('u-qianyong').taps(old, 'permit-answer:QS-XK2026-0001:none', { stale: true })
    house().expects('u-qianyong', '已经有人答复')
    house().hearsNothing('u-zhangwei')
    const [entry] = await house().core.ctx.store.entries({ kinds: ['permit'], limit: 1 })
    expect(entry).toMatchObject({ state: 'answered', data: { found: 'valid', answeredBy: 'u-sunmei' } })
    house().readsAll()
  })

  it.each([
    ['「没有」', ['没有']],
    ['a later word that there is none', ['有效', '没有许可证']],
  ])('is answered by %s', async (_what, words) => {
    await officer().says('查许可 刘家豆腐坊 市场监管所')
    house().readsAll()
    for (const each of words) {
      await house().person('u-sunmei').says(`答复许可 0001 ${each}`)
      officer().expects('许可答复', each)
    }
    house().readsAll()
    const [entry] = await house().core.ctx.store.entries({ kinds: ['permit'], limit: 1 })
    expect(entry).toMatchObject({ state: 'answered', data: { found: 'none' } })
  })

  it('is for the asked unit to answer; of two at once the first counts', async () => {
    await officer().says('查许可 刘家豆腐坊 市场监管所')
    house().reads('u-zhangwei', 'u-zhaolei')
    const cards = ['u-sunmei', 'u-qianyong'].map((userid) => house().expects(userid, '刘家豆腐坊'))
    await house().person('u-hanbing').says('答复许可 0001 有效')
    house().expects('u-hanbing', '没有找到要您答复')
    const [first, second] = cards
    if (!first || !second) throw new Error('no cards')
    await Promise.all([
      house().person('u-sunmei').taps(first, keyOf(first, 'permit-answer')),
      house().person('u-qianyong').taps(second, keyOf(second, 'permit-answer').replace(':valid', ':none')),
    ])
    await house().settled()
    const answers = house().unread('u-zhangwei')
    expect(answers).toHaveLength(1)
    const late = [house().unread('u-sunmei'), house().unread('u-qianyong')]
      .flat()
      .filter((b) => b.content.includes('已经有人答复'))
    expect(late).toHaveLength(1)
    const [entry] = await house().core.ctx.store.entries({ kinds: ['permit'], limit: 1 })
    expect(entry).toMatchObject({ state: 'answered', dueAt: null })
    house().readsAll()
  })

  it('is reminded of, then the head and the command room hear of it, and a late answer still comes', async () => {
    await officer().says('查许可 张大山 采砂 自然资源所')
    house().reads('u-zhangwei', 'u-hanbing', 'u-caili', 'u-fengjun')
    await house().until('2026-11-25T09:30:00+08:00')
    house().expects('u-hanbing', '请答复许可', '张大山')
    house().reads('u-caili', 'u-fengjun')
    house().hearsNothing('wrCOMMAND', 'u-zhangwei')
    await house().until('2026-11-25T19:00:00+08:00')
    house().expects('u-fengjun', '本单位的人还没有答复')
    officer().expects('到时间没有答复')
    house().reads('u-caili', 'u-fengjun', 'u-hanbing')
    await house().until('2026-11-27T19:00:00+08:00')
    expect(house().expects('wrCOMMAND', '许可没有答复', '自然资源所').content).not.toContain('张大山')
    house().readsAll()
    await house().until('2026-12-04T19:00:00+08:00')
    officer().expects('一直没有答复')
    house().readsAll()
    await house().until('2026-12-20T10:00:00+08:00')
    house().hearsNothing('u-hanbing', 'wrCOMMAND')
    expect(await house().rowsOf(`SELECT "dueAt" FROM timer WHERE kind = 'permit'`)).toEqual([])
    await house().person('u-hanbing').says('答复许可 0001 有效')
    officer().expects('许可答复', '有效')
    house().readsAll()
  })

  it('tells nothing of a confidential case but whom it is about, and nothing in a group', async () => {
    await reported(house())
    await house().person('v-lihua').says('保密')
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await officer().says('查许可 0001 刘家豆腐坊', { group: 'wrCHENGGUAN' })
    house().expects('wrCHENGGUAN', '不方便在群里说')
    await officer().says('查许可 0001 刘家豆腐坊')
    const card = JSON.stringify(house().expects('u-tangwei', '刘家豆腐坊').card)
    expect(card).not.toMatch(/王家村|摆摊|QS261124/)
    house().readsAll()
  })

  it('does not ask a unit the case complains about', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊，举报市场监管所赵磊收了摊贩的钱')
    house().readsAll()
    await house().person('u-songming').says('指派 0001 综合行政执法大队')
    await house().person('u-tangwei').says('签收 0001')
    house().readsAll()
    await house().person('u-tangwei').says('查许可 0001 刘家豆腐坊 市场监管所')
    house().expects('u-tangwei', /回避|被反映/)
    house().hearsNothing(...ASKED)
    await house().person('u-zhaolei').says('查许可 0001 刘家豆腐坊')
    house().expects('u-zhaolei', '没有找到这个编号')
    house().readsAll()
  })

  it('notes in the case that the list was looked at', async () => {
    await signed(house())
    await officer().says('查许可 0001 老王')
    officer().expects('老王饭店', 'QS261124-0001')
    await officer().says('详情 0001')
    officer().expects('查许可名单', '有效 1 条，过期 1 条')
  })

  it('is refused for a case of other units, and to strangers', async () => {
    await signed(house())
    house().readsAll()
    await house().person('u-sunmei').says('查许可 0001 刘家豆腐坊')
    house().expects('u-sunmei', '您不能操作')
    await house().person('v-zhaomin').says('处罚通报')
    house().readsAll()
  })
})

describe('处罚通报', () => {
  const house = eachTestHasAHouse()

  it('is for the command room, month by month', async () => {
    await house().person('u-zhouting').says('处罚通报')
    house().expects('u-zhouting', '2026年11月没有作出处罚决定')
    await house().person('u-zhouting').says('处罚通报 13月')
    house().expects('u-zhouting', '没看懂是哪个月')
    await house().person('u-zhangwei').says('处罚通报')
    house().expects('u-zhangwei', /指挥室/)
  })
})
