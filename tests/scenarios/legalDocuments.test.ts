import { rm } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import type { Bubble } from '../../simulator/api.ts'
import type { House } from './house.ts'
import { docxText } from '../documents/said.ts'
import { spoiltTown } from '../documents/spoilt.ts'
import { eachTestHasAHouse, UNIT_GROUP } from './story.ts'
import { filed, fileOf, investigated, OFFICER, orders, PICTURE, punishing } from './legalStory.ts'

const NOTICE = '青执罚告字〔2026〕第0001号'
const DECISION = '青执罚决字〔2026〕第0001号'

/** The files somebody has not looked at yet, by their names. */
function files(house: House, chat: string): Readonly<Record<string, Bubble>> {
  const found = house.unread(chat).filter(({ kind }) => kind === 'file')
  house.reads(chat)
  return Object.fromEntries(found.map((bubble) => [bubble.content, bubble]))
}

async function bytesOf(house: House, bubble: Bubble | undefined): Promise<Buffer> {
  const [file] = bubble?.files ?? []
  if (!file) throw new Error('there is no file')
  return Buffer.from(await (await fetch(house.simulator.url + file.url)).arrayBuffer())
}

describe('the documents of a penalty case', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('come as Word and PDF to the officer alone: a draft, then with its number, and once served always the same', async () => {
    await investigated(house(), '王大山 青石镇王家村')
    const officer = house().person(OFFICER)
    await officer.says('文书 0001 告知书')
    officer.expects('告知书（草稿）', '不能送达')
    expect(Object.keys(files(house(), OFFICER))).toEqual([
      '草稿-行政处罚事先告知书-青执立字〔2026〕第0001号.docx',
      '草稿-行政处罚事先告知书-青执立字〔2026〕第0001号.pdf',
    ])
    await officer.says('文书 0001 决定书')
    officer.expects('还没有作出处罚决定')
    await orders(house(), '裁量 0001 一般 已劝阻两次', '拟处罚 0001 罚款 500')
    house().readsAll()
    await officer.says('文书 0001 告知书', { group: UNIT_GROUP })
    house().expects(UNIT_GROUP, NOTICE, '已单独发给您')
    const first = files(house(), OFFICER)
    const word = first[`行政处罚事先告知书-${NOTICE}.docx`]
    const text = docxText(await bytesOf(house(), word))
    for (const said of [
      NOTICE,
      '王大山',
      '在村口占道摆摊',
      '500元（大写：伍佰元整）',
      '3日内',
      '执法-0012',
      '青石镇人民政府',
      '2026年11月24日',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('v-lihua')
    const pdf = await bytesOf(house(), first[`行政处罚事先告知书-${NOTICE}.pdf`])
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

    await orders(house(), '告知 0001', '申辩 0001 放弃')
    house().readsAll()
    await house().forward('1h')
    await officer.says('文书 0001 告知书')
    officer.expects(NOTICE, '已经送达')
    const again = files(house(), OFFICER)
    expect(
      (await bytesOf(house(), again[`行政处罚事先告知书-${NOTICE}.docx`])).equals(await bytesOf(house(), word)),
    ).toBe(true)
    expect((await bytesOf(house(), again[`行政处罚事先告知书-${NOTICE}.pdf`])).equals(pdf)).toBe(true)

    await orders(house(), '决定 0001')
    house().readsAll()
    await officer.says('文书 0001 决定书')
    officer.expects(DECISION, '送达 0001')
    const decision = files(house(), OFFICER)[`行政处罚决定书-${DECISION}.docx`]
    const decided = docxText(await bytesOf(house(), decision))
    for (const said of [DECISION, '王大山', '伍佰元整', '15日内', '给予罚款的行政处罚', '的3%加处'])
      expect(decided).toContain(said)
    await officer.says('文书 0001')
    officer.expects(`告知书：${NOTICE}，已送达`, `决定书：可以出，${DECISION}`, '结案审批表：还不能出')
    const { data } = await fileOf(house())
    expect(data.documents.map(({ kind, docNo }) => [kind, docNo])).toEqual([
      ['penalty-notice', NOTICE],
      ['penalty-decision', DECISION],
    ])
    expect(house().lines.join('\n')).not.toContain('王大山')
  })

  it('have one number, whoever asks, and for two who ask at once', async () => {
    await investigated(house())
    await orders(house(), '裁量 0001 一般 已劝阻两次', '拟处罚 0001 罚款 500')
    house().readsAll()
    const [one, other] = [house().person(OFFICER), house().person('u-wangfang')]
    await Promise.all([one.says('文书 0001 告知书'), other.says('文书 0001 告知书')])
    house().expects(OFFICER, NOTICE)
    house().expects('u-wangfang', NOTICE)
    expect(Object.keys(files(house(), OFFICER))).toEqual(Object.keys(files(house(), 'u-wangfang')))
    await one.says('文书 0001 告知书')
    one.expects(NOTICE)
    house().readsAll()
    const numbers = await house().rowsOf(`SELECT "no" FROM "entry" WHERE "kind" = 'doc-notice'`)
    expect(numbers).toHaveLength(1)
  })

  it('are for the unit, and for who reads its files', async () => {
    await filed(house())
    await house().person('u-sunmei').says('文书 0001 立案审批表')
    house().expects('u-sunmei', '没有找到')
    await house().person('v-lihua').says('文书 0001')
    house().expects('v-lihua', '工作人员')
    await house().person('u-baixue').says('文书 0001 立案审批表')
    house().expects('u-baixue', '立案审批表')
    expect(Object.keys(files(house(), 'u-baixue'))).toHaveLength(2)
    await house().person(OFFICER).says('文书 0001 罚单')
    house().expects(OFFICER, '没有这种文书', '现场检查笔录')
  })

  it('take no number when somebody only reads them', async () => {
    await investigated(house())
    await orders(house(), '裁量 0001 一般 已劝阻两次', '拟处罚 0001 罚款 500')
    house().readsAll()
    const reviewer = house().person('u-baixue')
    await reviewer.says('文书 0001 告知书')
    reviewer.expects('告知书（草稿）')
    house().readsAll()
    expect(await house().rowsOf(`SELECT "no" FROM "entry" WHERE "kind" = 'doc-notice'`)).toEqual([])
    await orders(house(), '文书 0001 告知书')
    house().readsAll()
    await reviewer.says('文书 0001 告知书')
    reviewer.expects(NOTICE)
    const mine = files(house(), 'u-baixue')
    expect(Object.keys(mine)).toContain(`行政处罚事先告知书-${NOTICE}.docx`)
  })

  it('of a decision on the spot have a counter of their own', async () => {
    await filed(house(), '简易 王芳')
    const officer = house().person(OFFICER)
    await officer.says('文书 0001 决定书')
    officer.expects('还没有作出处罚决定')
    await officer.sends([PICTURE], '反馈 0001 现场照片')
    await orders(
      house(),
      '当事人 0001 王大山',
      '事实 0001 在村口占道摆摊',
      '裁量 0001 一般 已劝阻',
      '拟处罚 0001 罚款 100',
    )
    await orders(house(), '告知 0001', '申辩 0001 放弃', '当场处罚 0001')
    house().readsAll()
    await officer.says('文书 0001 决定书')
    officer.expects('当场决定书', '青执当罚字〔2026〕第0001号', '送达 0001 当面')
    expect(Object.keys(files(house(), OFFICER))).toEqual([
      '当场行政处罚决定书-青执当罚字〔2026〕第0001号.docx',
      '当场行政处罚决定书-青执当罚字〔2026〕第0001号.pdf',
    ])
  })

  it('that are only looked at go off the disk again', async () => {
    await filed(house())
    await house().person(OFFICER).says('文书 0001 立案审批表')
    house().readsAll()
    const rows = await house().rowsOf(`SELECT "subject" FROM "timer" WHERE "kind" = 'document-gone'`)
    const files = rows.map((row) => (row as { subject: string }).subject.split(' ')[1] ?? '')
    expect(files).toHaveLength(2)
    await house().forward('8d')
    house().readsAll()
    for (const sha256 of files) expect(await house().core.ctx.media.read(sha256)).toBeNull()
  })
})

describe('a template a township spoilt', async () => {
  const folder = await spoiltTown()
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const house = eachTestHasAHouse({ towns: punishing(), folder })

  it('is named to who asks, and in the log without the case', async () => {
    await investigated(house())
    const officer = house().person(OFFICER)
    await officer.says('文书 0001 立案审批表')
    officer.expects('filing-approval.docx', '案由来', '不认识', '请转告管理员')
    expect(house().lines.filter((line) => line.includes('a template cannot be filled'))).toHaveLength(1)
    expect(house().lines.join('\n')).not.toContain('王大山')
    await officer.says('文书 0001 现场检查笔录')
    officer.expects('现场检查笔录')
    expect(Object.keys(files(house(), OFFICER))).toHaveLength(2)
  })
})
