import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rulesWith } from '../../domain/rules/ruleOf.ts'
import type { Town } from '../../domain/town.ts'
import { PNG } from './pictures.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, finished, keyOf, reported, signed, UNIT_GROUP } from './story.ts'

describe('handling a case', () => {
  const house = eachTestHasAHouse()

  it('runs 签收 → 到场 → 反馈 → 办结, and the reporter hears each step in his chat', async () => {
    const { caseNo } = await reported(house())
    const officer = house().person('u-zhangwei')
    await officer.says('签收')
    house().expects('v-lihua', caseNo, '签收')
    await officer.says('到场 0001')
    house().expects('v-lihua', caseNo, '到场')
    await officer.says('反馈 0001 正在劝离摊主')
    house().expects('v-lihua', caseNo, '正在劝离摊主')
    await officer.says('办结 0001 已清走3车垃圾')
    house().expects('v-lihua', caseNo, '已清走3车垃圾', /解决/)
    house().readsAll()
  })

  it('asks for the result when 办结 comes without one', async () => {
    const { caseNo } = await signed(house())
    await house().person('u-zhangwei').says(`办结 ${caseNo}`)
    house().expects('u-zhangwei', caseNo, /结果/)
    await house().person('u-zhangwei').says('垃圾清走了，摊主已劝离')
    house().expects('v-lihua', caseNo, '垃圾清走了，摊主已劝离')
    house().readsAll()
  })

  it('keeps pictures under their SHA-256, decrypted', async () => {
    const { caseNo } = await signed(house())
    await house()
      .person('u-zhangwei')
      .sends([{ name: 'after.png', data: PNG }], `反馈 ${caseNo} 现场照片`)
    const task = await house().core.ctx.store.taskByCaseNo(caseNo)
    const [file] = await house().core.ctx.store.attachments(task?.id ?? '')
    const sha256 = createHash('sha256').update(PNG).digest('hex')
    expect(file).toMatchObject({ sha256, mime: 'image/png', bytes: PNG.length, fault: null })
    expect(await readFile(join(house().dataDir, 'files', sha256.slice(0, 2), sha256))).toEqual(PNG)
    house().expects('v-lihua', caseNo, '现场照片')
    house().readsAll()
  })

  it('takes a picture without words as feedback of the officer, and as 补充 of the reporter', async () => {
    const { caseNo } = await signed(house())
    await house()
      .person('u-zhangwei')
      .sends([{ name: 'a.png', data: PNG }])
    house().expects('u-zhangwei', caseNo)
    house().expects('v-lihua', caseNo)
    await house()
      .person('v-lihua')
      .sends([{ name: 'b.png', data: PNG }])
    house().expects('v-lihua', caseNo)
    house().expects('u-zhangwei', caseNo)
    house().readsAll()
    const task = await house().core.ctx.store.taskByCaseNo(caseNo)
    expect(await house().core.ctx.store.attachments(task?.id ?? '')).toHaveLength(2)
  })

  it('says so when a picture cannot be fetched, and loses nothing else', async () => {
    const { caseNo } = await signed(house())
    house().simulator.faults.media('missing')
    await house()
      .person('u-zhangwei')
      .sends([{ name: 'a.png', data: PNG }], `反馈 ${caseNo} 照片`)
    house().expects('u-zhangwei', /图片|文件/, /再发|重新发/)
    house().expects('v-lihua', caseNo, '照片')
    house().readsAll()
  })

  it('lets the reporter ask 进度, add 补充 and 催一催 within limits', async () => {
    const { caseNo } = await signed(house())
    const villager = house().person('v-lihua')
    await villager.says('进度')
    const progress = villager.expects(caseNo, '张伟')
    await villager.says('补充 还有人在烧烤')
    villager.expects(caseNo)
    house().expects('u-zhangwei', caseNo, '还有人在烧烤')
    await villager.taps(progress, keyOf(progress, 'nudge'))
    villager.expects(caseNo, '催')
    await house().forward('2m')
    house().expects('u-zhangwei', caseNo, /催/)
    await villager.says('催一催')
    villager.expects(/刚|稍后|小时/)
    house().readsAll()
  })

  it('lets the reporter withdraw, and tells the unit', async () => {
    const { caseNo } = await reported(house())
    await house().person('v-lihua').says('撤回')
    house().expects('v-lihua', caseNo, '撤回')
    house().expects('u-zhangwei', caseNo, '撤回')
    house().readsAll()
    await house().forward('30d')
    house().hearsNothing('u-zhangwei', 'u-liqiang', COMMAND, 'wrLEADERS')
  })

  it('asks 解决了吗 and 满意吗 apart, then closes', async () => {
    const { caseNo, ask } = await finished(house())
    const villager = house().person('v-lihua')
    await villager.taps(ask, keyOf(ask, 'solved'))
    const second = villager.expects(caseNo, /满意/)
    await villager.taps(second, keyOf(second, 'satisfied'))
    villager.expects(caseNo, /谢/)
    house().readsAll()
    expect(await house().core.ctx.store.taskByCaseNo(caseNo)).toMatchObject({
      stage: 'closed',
      solved: true,
      satisfied: true,
    })
  })

  it('reopens once to the same unit when it is not solved, the second time the command room rules', async () => {
    const { caseNo, ask } = await finished(house())
    await house().person('v-lihua').taps(ask, keyOf(ask, 'unsolved'))
    house().expects('u-zhangwei', caseNo)
    house().expects('v-lihua', caseNo)
    house().readsAll()
    const officer = house().person('u-zhangwei')
    await officer.says(`签收 ${caseNo}`)
    await officer.says(`办结 ${caseNo} 又清了一遍`)
    house().readsAll()
    await house().person('v-lihua').says('没解决')
    house().expects(COMMAND, caseNo)
    house().readsAll()
    expect(await house().core.ctx.store.taskByCaseNo(caseNo)).toMatchObject({ stage: 'triage', reopens: 2 })
  })

  it('asks for a reason, and does not take 「反馈 0001 没有」 for one', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('退回 0001')
    officer.expects('理由')
    await officer.says('反馈 0001 没有')
    officer.expects('您是不是想说', '反馈')
    await officer.says('不归我们管')
    house().expects(COMMAND, '不归我们管')
    house().readsAll()
  })

  it.each(['反馈', '办结'])('writes down no penalty the unit may not decide: %s', async (verb) => {
    const { caseNo } = await signed(house())
    await house().person('u-zhangwei').says(`${verb} ${caseNo} 已罚款200元`)
    house().expects('u-zhangwei', '没有处罚权', '综合行政执法大队')
    house().hearsNothing('v-lihua')
    expect(await house().rowsOf("SELECT 1 FROM event WHERE type IN ('feedback', 'finished')")).toEqual([])
  })

  it('closes by itself when nobody answers for fourteen days', async () => {
    const { caseNo } = await finished(house())
    await house().forward('15d')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe('closed')
    house().readsAll()
  })

  it('shows 我的任务 and 值班 to staff only', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('我的任务')
    house().expects('u-zhangwei', CASE_NO)
    await house().person('u-zhangwei').says('值班')
    house().expects('u-zhangwei', '城管中队', '张伟')
    await house().person('u-zhangwei').says('谁管 露天烧烤')
    house().expects('u-zhangwei', '城管中队')
    house().hearsNothing(UNIT_GROUP)
  })
})

describe('a township whose rules say redo.most 2', () => {
  const most = { key: 'redo.most', value: 2, basis: '', validFrom: null, validUntil: null } as const
  const house = eachTestHasAHouse({
    towns: (towns: readonly Town[]) =>
      towns.map((town) => ({ ...town, policy: { ...town.policy, rules: rulesWith([most]) } })),
  })

  it('has the unit do it twice more before the command room rules', async () => {
    const { caseNo } = await finished(house())
    for (const again of [1, 2]) {
      await house().person('v-lihua').says('没解决')
      house().hearsNothing(COMMAND)
      await house().person('u-zhangwei').says(`签收 ${caseNo}`)
      await house().person('u-zhangwei').says(`办结 ${caseNo} 清了第${again}遍`)
      house().readsAll()
    }
    await house().person('v-lihua').says('没解决')
    house().expects(COMMAND, caseNo)
    house().readsAll()
    expect(await house().core.ctx.store.taskByCaseNo(caseNo)).toMatchObject({ stage: 'triage', reopens: 3 })
  })
})

describe('the number that is to be typed', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('is short while it means one case, and whole from the day another one ends so', async () => {
    const { caseNo } = await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('反馈 0001 已罚款200元')
    officer.expects('没有处罚权', '“吹哨 0001 ')
    await house().until('2026-11-25T09:00:00+08:00')
    await house().person('v-zhaomin').says('东关市场有人卖过期食品')
    house().readsAll()
    await officer.says(`反馈 ${caseNo} 已罚款200元`)
    officer.expects('没有处罚权', `“吹哨 ${caseNo} `)
    await officer.says('反馈 0001 摊主答应搬走')
    officer.expects('请用完整编号', caseNo)
    await house().person('v-lihua').says('进度')
    house().readsAll()
  })
})
