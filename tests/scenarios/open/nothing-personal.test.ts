import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { HOOK_EVENT_NAMES } from '../../../domain/open/events.ts'
import type { Hook } from '../../../domain/town.ts'
import { openHouse } from '../house.ts'
import { finished } from '../story.ts'
import { API_KEY, openEnv, outsideOf } from './outside.ts'
import { receiver } from './receiver.ts'

const PERSONAL = ['刘桂兰', '13800002222', '王二柱', '410105199001011234', '豫A12345', '三单元', 'v-lihua', 'v-zhaomin']
const SAID = ['摆摊', '老槐树', '劝离', '收走', '天天', '问一下', '还在', '理由']

it('nothing of anybody is in any byte that leaves the house by these doors, whatever happens to a case', async () => {
  const there = await receiver()
  const secret = join(await mkdtemp(join(tmpdir(), 'shaozi-hook-')), 'secret')
  await writeFile(secret, 'a-secret-of-the-two-of-us')
  const hook: Hook = { id: 'county', url: there.url, events: HOOK_EVENT_NAMES, secret: { file: secret } }
  const house = await openHouse({
    env: await openEnv(),
    towns: (towns) => towns.map((town) => ({ ...town, hooks: [hook] })),
  })
  const outside = await outsideOf(house)
  const officer = house.person('u-zhangwei')
  const villager = house.person('v-lihua')

  const { caseNo } = await finished(house)
  house.readsAll()
  await villager.says('没解决，老槐树下天天还在，我是刘桂兰，电话13800002222')
  house.readsAll()
  await officer.says(`签收 ${caseNo}`)
  await officer.says(`反馈 ${caseNo} 摊主王二柱住三单元，收走两张桌子`)
  await officer.says(`问群众 ${caseNo} 问一下几点出摊`)
  house.readsAll()
  await villager.says('早上六点，13800002222')
  await officer.says(`退回 ${caseNo} 理由是不归我们管，王二柱有证`)
  house.readsAll()
  await house.person('u-zhouting').says(`裁定 ${caseNo} 城管中队`)
  await officer.says(`签收 ${caseNo}`)
  await officer.says(`办结 ${caseNo} 又劝离一次王二柱（410105199001011234，豫A12345）`)
  await villager.says('满意')
  house.readsAll()
  await outside.post('/open311/v2/requests.json', {
    api_key: API_KEY,
    service_code: 'CG001',
    address_string: '王家村老槐树刘桂兰家',
    description: '刘桂兰 13800002222 说天天摆摊',
    last_name: '刘桂兰',
    phone: '13800002222',
  })
  await house.settled()
  await house.person('v-zhaomin').says('王家村老槐树下刘桂兰家门口又有人占道摆摊，打13800002222')
  house.readsAll()

  for (const path of ['services', 'requests', `requests/${caseNo}`, 'discovery'])
    for (const format of ['json', 'xml']) expect((await outside.get(`/open311/v2/${path}.${format}`)).status).toBe(200)
  for (const path of ['cases', 'counts'])
    for (const format of ['json', 'csv']) expect((await outside.get(`/open/${path}.${format}`)).status).toBe(200)

  const left = `${outside.seen()}\n${JSON.stringify(there.calls)}`
  expect(left).toContain(caseNo)
  expect(there.calls.length).toBeGreaterThan(8)
  const people = house.core.ctx.towns.flatMap((town) => town.people).flatMap(({ userid, name }) => [userid, name])
  const services = house.core.ctx.towns.flatMap((town) => town.duties).flatMap(({ keywords }) => keywords)
  const words = SAID.filter((word) => !services.includes(word))
  for (const trace of [...PERSONAL, ...people, ...words, API_KEY]) expect(left, trace).not.toContain(trace)
  await house.close()
})
