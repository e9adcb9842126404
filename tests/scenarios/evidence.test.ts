import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../domain/case/facts.ts'
import { nameOf } from '../../domain/people/directory.ts'
import { checkPackage } from '../../evidence/check.ts'
import { packEvidence } from '../../evidence/pack.ts'
import { openReadOnly } from '../../store/open.ts'
import type { House } from './house.ts'
import { PNG } from './pictures.ts'
import { CASE_NO, eachTestHasAHouse, STALL } from './story.ts'

const picture = (name: string) => ({ name: `${name}.png`, data: Buffer.concat([PNG, Buffer.from(name)]) })

/** Who sent which file of a case, by the log. */
async function logged(house: House, caseNo: string): Promise<readonly (readonly unknown[])[]> {
  await house.settled()
  const { store } = house.core.ctx
  const task = await store.taskByCaseNo(caseNo)
  const events = (await store.timeline(task?.id ?? '')).filter(({ type }) => type === 'evidence')
  const files = await store.attachments(task?.id ?? '')
  expect(events.map(({ data }) => data['sha256']).toSorted()).toEqual(files.flatMap((f) => f.sha256 ?? []).toSorted())
  return events.map(({ by, data }) => [by, data['by'], data['source'], data['mime']])
}

/** The package of a case, as the command makes it. */
async function packed(house: House, caseNo: string): Promise<Buffer> {
  const store = await openReadOnly(house.database)
  try {
    const task = await store.taskByCaseNo(caseNo)
    const town = house.core.ctx.towns.find(({ code }) => code === task?.town)
    if (!task || !town) throw new Error(`no case ${caseNo}`)
    const head = await store.head()
    const made = { at: house.clock.now(), by: 'zhou', mark: 'zhou', reason: '复议', program: '0.1.0' }
    return await packEvidence({
      facts: factsOf(task, town),
      openedAt: task.createdAt,
      made,
      head,
      events: await store.links(task.id, head.seq),
      files: await store.attachments(task.id),
      nameOf: (userid) => nameOf(town, userid),
      read: (sha256) => readFile(join(house.dataDir, 'files', sha256.slice(0, 2), sha256)),
    })
  } finally {
    await store.close()
  }
}

const REPORTER = ['reporter', 'reporter', 'image', 'image/png']
const OFFICER = ['u-zhangwei', 'u-zhangwei', 'image', 'image/png']

describe('every file of a case is in the log', () => {
  const house = eachTestHasAHouse()
  const reports = async (userid: string, ...pictures: readonly string[]): Promise<string> => {
    await house().person(userid).sends(pictures.map(picture), STALL)
    return CASE_NO.exec(house().expects(userid, CASE_NO).content)?.[0] ?? ''
  }

  it('from the villager, from the officer, and one that came late; the package holds them all and nobody who reported', async () => {
    const caseNo = await reports('v-lihua', 'before')
    await house().person('u-zhangwei').says(`签收 ${caseNo}`)
    await house()
      .person('u-zhangwei')
      .sends([picture('during'), picture('after')], `反馈 ${caseNo} 现场照片`)
    house().simulator.faults.media('late')
    await house()
      .person('v-lihua')
      .sends([picture('late')])
    house().readsAll()
    expect(await logged(house(), caseNo)).toEqual([REPORTER, OFFICER, OFFICER, REPORTER])

    await house().person('u-zhangwei').says(`详情 ${caseNo}`)
    expect(house().expects('u-zhangwei', caseNo).content).not.toMatch(/记录（/)
    const zip = await packed(house(), caseNo)
    const { manifest, faults } = checkPackage(zip)
    expect(faults).toEqual([])
    expect(manifest?.files.map(({ sender, state }) => [sender, state])).toEqual([
      ['群众', 'here'],
      ['张伟', 'here'],
      ['张伟', 'here'],
      ['群众', 'here'],
    ])
    const people = (await house().rowsOf('SELECT "userid" FROM "report"')) as readonly { userid: string }[]
    const inside = Object.values(unzipSync(zip)).map((bytes) => Buffer.from(bytes).toString('latin1'))
    for (const { userid } of [...people, { userid: 'v-lihua' }])
      for (const text of inside) expect(text).not.toContain(userid)
  })

  it('sent before it was known what it is about', async () => {
    await house()
      .person('v-lihua')
      .sends([picture('first')])
    house().readsAll()
    await house().person('v-lihua').says(STALL)
    const caseNo = CASE_NO.exec(house().expects('v-lihua', CASE_NO).content)?.[0] ?? ''
    house().readsAll()
    expect(await logged(house(), caseNo)).toEqual([REPORTER])
  })

  it('of both cases, where two are one', async () => {
    const one = await reports('v-lihua', 'one')
    await house()
      .person('v-zhaomin')
      .sends([picture('two')], '东关市场有人卖过期食品')
    const two = CASE_NO.exec(house().expects('v-zhaomin', CASE_NO).content)?.[0] ?? ''
    await house().person('u-zhouting').says(`合并 ${one} ${two} 确认`)
    house().readsAll()
    expect(await logged(house(), one)).toEqual([REPORTER, REPORTER])
    expect(await logged(house(), two)).toEqual([REPORTER])
    expect(checkPackage(await packed(house(), one)).faults).toEqual([])
  })

  it('of a case in whose book a whistle, a request and a child stand, too', async () => {
    const caseNo = await reports('v-lihua', 'one')
    for (const order of ['签收 0001', '吹哨 0001 市场监管所 请来看看食品', '请求协助 0001 环保所 请看油烟'])
      await house().person('u-zhangwei').says(order)
    await house().person('u-zhouting').says('子任务 0001 综治中心 请调解 2天')
    house().readsAll()
    const numbers = await house().rowsOf(`SELECT DISTINCT "caseNo" FROM "event" WHERE "caseNo" <> '${caseNo}'`)
    expect(numbers.length).toBeGreaterThan(1)
    expect(checkPackage(await packed(house(), caseNo)).faults).toEqual([])
  })

  it('of a member of the staff who reports, as anybody’s; what he sends of his own work bears his name', async () => {
    await house()
      .person('u-zhangwei')
      .sends([picture('seen')])
    house().readsAll()
    await house().person('u-zhangwei').says(STALL)
    const caseNo = CASE_NO.exec(house().expects('u-zhangwei', '已受理', CASE_NO).content)?.[0] ?? ''
    await house().person('u-zhangwei').says(`签收 ${caseNo}`)
    await house()
      .person('u-zhangwei')
      .sends([picture('done')], `反馈 ${caseNo} 已清走`)
    await house()
      .person('u-zhangwei')
      .sends([picture('more')], `补充 ${caseNo} 又来了`)
    house().readsAll()
    expect(await logged(house(), caseNo)).toEqual([REPORTER, OFFICER, REPORTER])
  })

  it('stays in the log after it was let go of, and the package says so', async () => {
    const caseNo = await reports('v-lihua', 'before')
    await house().person('v-lihua').says(`撤回 ${caseNo}`)
    await house().person('v-lihua').says('删除我的信息')
    await house().person('v-lihua').says('确认删除')
    await house().forward('2m')
    house().readsAll()
    const { manifest, faults } = checkPackage(await packed(house(), caseNo))
    expect(faults).toEqual([])
    expect(manifest?.files).toMatchObject([{ state: 'erased', name: null, sender: '群众', gps: null }])
  })
})
