import { describe, expect, it } from 'vitest'
import { textOf, type House } from './house.ts'
import { fileOf, investigated, OFFICER, orders, punishing } from './legalStory.ts'
import { soundFiles } from './legalSound.ts'
import { COMMAND, eachTestHasAHouse, reported, signed, UNIT_GROUP } from './story.ts'

const OTHER = 'u-wangfang'

describe('an old card of a case whose file is open', () => {
  const house = eachTestHasAHouse({ towns: punishing() })
  const taskOf = async () => (await house().core.ctx.store.tasksBySeq(1, 1))[0]

  it('neither finishes it nor gives it back', async () => {
    const { caseNo, card } = await reported(house())
    await house().person(OFFICER).taps(card, `sign:${caseNo}`)
    await house().person(OFFICER).taps(card, `arrive:${caseNo}`)
    house().readsAll()
    await orders(house(), '立案 0001 王芳')
    house().readsAll()
    for (const verb of ['finish', 'return']) {
      await house().person(OFFICER).taps(card, `${verb}:${caseNo}`, { stale: true })
      house().expects(OFFICER, '案卷没有结束')
      // nor does what is written next, as if it had been asked for
      await house().person(OFFICER).says('摊位已清走')
      house().readsAll()
      expect(await taskOf()).toMatchObject({ stage: 'arrived', lead: 'chengguan' })
    }
    await soundFiles(house())
  })

  it('whose result was asked for before the file was opened', async () => {
    await signed(house())
    await house().person(OFFICER).says('办结 0001')
    house().expects(OFFICER, '请写办理结果')
    await house().person(OTHER).says('立案 0001 张伟')
    house().readsAll()
    await house().person(OFFICER).says('摊位已清走')
    house().expects(OFFICER, '案卷没有结束', '结案 0001')
    await soundFiles(house())
  })

  it('whose reason was asked for before the file was opened', async () => {
    await signed(house())
    await house().person(OFFICER).says('退回 0001')
    house().expects(OFFICER, '理由')
    await house().person(OTHER).says('立案 0001 张伟')
    house().readsAll()
    await house().person(OFFICER).says('不归我们管')
    house().expects(OFFICER, '案卷没有结束')
    await soundFiles(house())
  })

  it('that the command room gave to a unit gives it to no other one', async () => {
    const { caseNo } = await signed(house())
    await house().person(OFFICER).says('退回 0001 不归我管')
    const ask = house().expects(COMMAND, '请裁定')
    await house().person('u-zhouting').taps(ask, `assign:${caseNo}:chengguan`)
    await house().person(OFFICER).says('签收 0001')
    await orders(house(), '立案 0001 王芳')
    house().readsAll()
    const other = `assign:${caseNo}:huanbao`
    await house().person('u-zhouting').taps(ask, other, { stale: true })
    expect(await taskOf()).toMatchObject({ stage: 'signed', lead: 'chengguan' })
    expect(house().unread(COMMAND).map(textOf).join('\n')).toContain('案卷没有结束')
    house().readsAll()
    await soundFiles(house())
  })
})

describe('the card that asks for 裁量', () => {
  const house = eachTestHasAHouse({ towns: punishing() })
  const waive = 'file-discretion:QS-LA2026-0001:首违不罚'

  /** 拟处罚 before 裁量: the card comes, and stays where it is. */
  async function cardIn(story: (house: House) => Promise<unknown>, chat = OFFICER) {
    await story(house())
    const where = chat === OFFICER ? {} : { group: chat }
    await house().person(OFFICER).says('拟处罚 0001 罚款 500', where)
    const card = house().expects(chat, '请先考虑裁量')
    house().readsAll()
    return card
  }

  it('tapped after the party was told: he is not punished while it stands', async () => {
    const card = await cardIn(investigated)
    await orders(house(), '裁量 0001 一般 已劝阻两次', '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃')
    house().readsAll()
    await house().person(OFFICER).taps(card, waive, { stale: true })
    house().expects(OFFICER, '请直接回复')
    await house().person(OFFICER).says('第一次，已经改正')
    house().expects(OFFICER, '裁量意见已记下', '不予处罚 0001')
    await house().person(OFFICER).says('决定 0001')
    house().expects(OFFICER, '首违不罚，不能处罚')
    await soundFiles(house())
  })

  it.each([
    [
      'decided',
      ['裁量 0001 一般 已劝阻', '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃', '决定 0001'],
      '已经作出处罚决定',
    ],
    ['given up', ['撤案 0001 证据不足'], '案卷已经结束'],
    ['handed to the police', ['移送司法 0001 涉嫌犯罪'], '案卷已经结束'],
  ] as const)('tapped after it was %s: nothing is asked, and nothing changes', async (_what, done, answer) => {
    const card = await cardIn(investigated)
    await orders(house(), ...done)
    house().readsAll()
    const before = await fileOf(house())
    await house().person(OFFICER).taps(card, waive, { stale: true })
    house().expects(OFFICER, answer)
    await house().person(OFFICER).says('第一次，已经改正')
    house().readsAll()
    expect((await fileOf(house())).data).toEqual(before.data)
    await soundFiles(house())
  })

  it('asked before the decision, is answered after it', async () => {
    const card = await cardIn(investigated)
    await orders(house(), '裁量 0001 一般 已劝阻', '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃')
    await house().person(OFFICER).taps(card, waive)
    await house().person(OTHER).says('决定 0001')
    house().readsAll()
    await house().person(OFFICER).says('第一次，已经改正')
    house().expects(OFFICER, '已经作出处罚决定')
    expect((await fileOf(house())).data.discretion?.choice).toBe('ordinary')
    await soundFiles(house())
  })

  it('tapped by two at once: the last word counts, and the party is told accordingly', async () => {
    const card = await cardIn(investigated, UNIT_GROUP)
    const people = [house().person(OFFICER), house().person(OTHER)] as const
    await Promise.all([people[0].taps(card, 'file-discretion:QS-LA2026-0001:一般'), people[1].taps(card, waive)])
    await Promise.all([
      people[0].says('劝阻了两次', { group: UNIT_GROUP }),
      people[1].says('第一次，已经改正', { group: UNIT_GROUP }),
    ])
    house().readsAll()
    const { steps, discretion } = (await fileOf(house())).data
    expect(
      steps
        .filter(({ step }) => step === 'discretion')
        .map(({ by }) => by)
        .toSorted(),
    ).toEqual([OTHER, OFFICER])
    expect(steps.at(-1)).toMatchObject({ note: discretion?.why })
    await orders(house(), '告知 0001 罚告〔2026〕1号')
    house().expects(OFFICER, discretion?.choice === 'waive' ? '首违不罚，不能处罚' : '告知已送达')
    await soundFiles(house())
  })
})
