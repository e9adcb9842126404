import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { ROLES, type Town } from '../../domain/town.ts'
import { makeLog } from '../../log.ts'
import { allRoutes } from '../../web/api/routes.ts'
import { makeLimiters } from '../../web/limiter.ts'
import { makeHub } from '../../web/live/hub.ts'
import { openHouse, textOf, type House } from './house.ts'
import { investigated, orders, punishing } from './legalStory.ts'
import { openEnv, outsideOf } from './open/outside.ts'
import { openPages, Visitor } from './web/door.ts'

/** All that tells who he is; the last one is what his camera wrote. */
const TRACES = ['v-lihua', '李大明', '13812345678', '410105199003071234', 'A12345', 'lidaming88', 'LIDAMING-PHONE']
const WISH = '请保密，我叫李大明，电话13812345678，身份证410105199003071234，微信lidaming88，我的车豫A12345都过不去'

/** One person for each role, of the unit that has the case where a role is of a unit. */
const each = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    ...ROLES.map((role) => ({
      ...{ userid: `t-${role}`, name: `试${role}`, roles: [role] },
      station: role === 'officer' || role === 'head' ? 'chengguan' : null,
      ...{ licence: null, licenceUntil: null },
    })),
  ],
})

/** Bytes as a reader could have them: what is packed is unpacked. */
function readable(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return Buffer.from(bytes).toString('latin1') + Buffer.from(bytes).toString('utf8')
  return Object.entries(unzipSync(bytes))
    .map(([name, inside]) => name + (inside[0] === 0x50 && inside[1] === 0x4b ? readable(inside) : strFromU8(inside)))
    .join('\n')
}

function clean(text: string, where: string): void {
  for (const trace of TRACES) expect(text.includes(trace), `${trace} in ${where}`).toBe(false)
}

it('who reported a confidential case is in no reply to any role, in no export, document, package or report', async () => {
  const house = await openHouse({
    towns: (towns) => punishing()(towns).map(each),
    env: await openEnv(),
  })
  const web = await openPages(house)
  await investigated(house)
  const villager = house.person('v-lihua')
  await villager.says(`补充 ${WISH}`)
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#4a7f3c' } })
    .withExif({ IFD0: { Model: 'LIDAMING-PHONE' } })
    .jpeg()
    .toBuffer()
  await villager.sends([{ name: '李大明.jpg', data: photo }], '补充 这是照片')
  await orders(house, '裁量 0001 一般 已劝阻两次', '拟处罚 0001 罚款 500', '文书 0001 告知书')
  await house.person('t-leader').says('导出证据 0001 复议')
  await house.person('t-dispatcher').says('查看反映人 0001 核实')
  house.readsAll()

  const [task] = await house.core.ctx.store.tasks({ limit: 1 })
  const no = task?.caseNo ?? ''
  const files = await house.core.ctx.store.attachments(task?.id ?? '')
  expect(files.length).toBeGreaterThan(1)
  const seen = house.simulator.bubbles.filter(({ chat, from }) => chat !== 'v-lihua' && from === 'bot')
  for (const bubble of seen) {
    clean(textOf(bubble), bubble.chat)
    for (const { url } of bubble.files ?? []) clean(readable(await bytesOf(house, url)), `a file in ${bubble.chat}`)
  }
  expect(
    seen.some(({ kind }) => kind === 'file'),
    'documents were among it',
  ).toBe(true)

  let read = 0
  for (const role of ROLES) {
    const visitor = await new Visitor(web).signIn(house, `t-${role}`)
    for (const path of addresses(
      house,
      no,
      files.map(({ id }) => id),
    )) {
      const answer = await fetch(`${web.url}${path}`, { headers: { Cookie: visitor.cookie, 'X-Shaozi': '1' } })
      if (answer.status === 200) read += 1
      clean(decodeURIComponent(JSON.stringify([...answer.headers])), `the head of ${role} at ${path}`)
      clean(readable(new Uint8Array(await answer.arrayBuffer())), `${role} at ${path}`)
    }
  }
  expect(read, 'and there was something to be read').toBeGreaterThan(100)

  const assessed = await house.core.ctx.assess({ town: 'QS', month: '2026-11' })
  if (!assessed) throw new Error('no assessment')
  for (const format of ['xlsx', 'docx', 'json', 'png'] as const)
    clean(readable((await house.core.ctx.reportFile(assessed, format)).bytes), format)
  const outside = await outsideOf(house)
  for (const path of [`/open311/v2/requests/${no}.json`, '/open311/v2/requests.xml', '/open/cases.csv', '/readyz'])
    await outside.get(path)
  clean(outside.seen(), 'open data')
  clean(house.lines.join('\n'), 'the log')
  house.readsAll()
  await web.close()
  await house.close()
}, 120_000)

const bytesOf = async (house: House, url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(house.simulator.url + url)).arrayBuffer())

/** Every address that can be read, of this case. */
function addresses(house: House, no: string, files: readonly string[]): string[] {
  const hub = makeHub(house.core.web.desk, makeLog('error'))
  hub.close()
  const known: Readonly<Record<string, readonly string[]>> = { no: [no], unit: ['chengguan'], id: files }
  return allRoutes(hub, makeLimiters())
    .filter(({ method, path }) => method === 'GET' && path !== '/api/live')
    .flatMap(({ path }) => filled(path, known))
    .flatMap((path) => [path, ...(MORE[path] ?? [])])
}

function filled(path: string, known: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /:(\w+)/.exec(path)?.[1]
  if (name === undefined) return [path]
  return (known[name] ?? ['none']).flatMap((value) => filled(path.replace(`:${name}`, value), known))
}

/** What a page asks with a question. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  '/api/cases': ['/api/cases?q=摆摊'],
  '/api/board/column': ['/api/board/column?stage=signed'],
  '/api/assessment': ['/api/assessment?town=QS&month=2026-11'],
  '/api/assessment/file': ['/api/assessment/file?town=QS&month=2026-11&format=xlsx'],
}
