import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLink, takeLink } from '../../../app/terminalLinks.ts'
import type { Town } from '../../../domain/town.ts'
import { firstKey } from '../../../web/api/sign-in/first.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, textOf, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

/** Two people are called 张伟. */
const twice = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    {
      ...{ userid: 'u-zhangwei2', name: '张伟', station: 'shichang', roles: ['officer'] },
      ...{ licence: null, licenceUntil: null },
    },
  ],
})
const sentence = ({ body }: Readonly<{ body: unknown }>): string => JSON.stringify(body)

describe('getting in', () => {
  let house: House
  let web: Web

  beforeAll(async () => {
    house = await openHouse({ towns: (towns) => towns.map(twice) })
    web = await openPages(house)
  })

  afterAll(async () => {
    house.readsAll()
    await web.close()
    await house.close()
  })

  const me = async (visitor: Visitor): Promise<string | null> =>
    ((await visitor.get('/api/me')).body as { me: { userid: string } | null }).me?.userid ?? null
  const asks = (who: string) => new Visitor(web).post('/api/sign-in/code', { who })
  const codeOf = (userid: string): string => /\d{6}/.exec(textOf(house.expects(userid, '验证码')))?.[0] ?? ''
  const lastLine = async () => (await house.core.ctx.store.accesses(1))[0]

  it.each([
    ['林 岳', 'u-linyue'],
    ['U-LinYue', 'u-linyue'],
    [' Ｕ-zhangwei2 ', 'u-zhangwei2'],
  ])('%s is understood', async (who, userid) => {
    expect((await asks(who)).status).toBe(200)
    await house.settled()
    const visitor = new Visitor(web)
    expect((await visitor.post('/api/sign-in', { who, code: codeOf(userid) })).status).toBe(200)
    expect(await me(visitor)).toBe(userid)
  })

  it('by a name that two have sends nothing, and everybody is told to write the account', async () => {
    const [two, one, none] = [await asks('张伟'), await asks('周婷'), await asks('没有这个人')]
    await house.settled()
    house.hearsNothing('u-zhangwei', 'u-zhangwei2')
    expect(sentence(two)).toContain('同名的请填账号')
    expect([sentence(one), sentence(none)]).toEqual([sentence(two), sentence(two)])
    house.reads('u-zhouting')
  })

  it('goes on for a whole town hall behind one address', async () => {
    const staff = house.core.ctx.towns[0]?.people.slice(0, 24).map(({ userid }) => userid) ?? []
    for (const userid of staff) expect(await me(await new Visitor(web).signIn(house, userid))).toBe(userid)
    for (const userid of staff) expect(await me(await new Visitor(web).signIn(house, userid))).toBe(userid)
  })

  it('is written down where it failed: whose account, and no name of somebody nobody knows', async () => {
    await new Visitor(web).post('/api/sign-in', { who: '何 鹏', code: '000000' })
    expect(await lastLine()).toMatchObject({ by: 'u-hepeng', reason: 'code from 127.0.0.1' })
    await new Visitor(web).post('/api/sign-in', { who: '李大明', code: '000000' })
    expect(await lastLine()).toMatchObject({ by: 'unknown', reason: 'code from 127.0.0.1 as 李**' })
    const auditor = await new Visitor(web).signIn(house, 'u-shaomin')
    const said = sentence(await auditor.get('/api/logs?group=sign-in'))
    expect(said).toContain('填的是“李**”，名册里没有')
    expect(said).not.toContain('李大明')
  })

  it('is over for an address that asks for people nobody knows', async () => {
    const met = await Promise.all(Array.from({ length: 205 }, async (_, n) => (await asks(`nobody-${n}`)).status))
    expect(new Set(met)).toEqual(new Set([200, 429]))
    await house.forward('31m')
    house.readsAll()
  })
})

describe('getting in where no code arrives', () => {
  let house: House
  let web: Web

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
  })

  afterAll(async () => {
    house.simulator.faults.outage(false)
    await web.close()
    await house.close()
  })

  const uses = (key: string) => new Visitor(web).post('/api/sign-in/link', { key })
  const started = () => firstKey(house.core.web.desk, house.clock.now())

  it('is said as it is, with what to do', async () => {
    house.simulator.faults.outage(true)
    await house.disconnected()
    const answer = await new Visitor(web).post('/api/sign-in/code', { who: 'u-dingning' })
    expect(answer.status).toBe(503)
    expect(sentence(answer)).toMatch(/机器人还没有连上，验证码发不出去.*sign-in-link/u)
  })

  it('every start prints another link, though one was used', async () => {
    for (let n = 0; n < 3; n += 1) expect((await uses((await started()) ?? '')).status).toBe(200)
    const again = await uses('a-key-that-nobody-ever-made')
    expect(sentence(again)).toContain('sign-in-link')
  })

  it('a link made at the terminal lets in once, for a day, and the log says so', async () => {
    const key = await makeLink(house.dataDir, { userid: 'u-dingning', by: 'root' })
    const visitor = new Visitor(web)
    expect((await visitor.post('/api/sign-in/link', { key })).status).toBe(200)
    expect((await uses(key)).status).toBe(403)
    const { items } = (await visitor.get('/api/me/sessions')).body as { items: readonly { how: string }[] }
    expect(items.map(({ how }) => how)).toContain('用服务器上打印的链接（root 打印）')
    const [line] = await house.core.ctx.store.accesses(1, { kinds: ['sign-in'] })
    expect(line).toMatchObject({ by: 'u-dingning', reason: 'terminal link root' })
    const old = new Date(Date.now() - 25 * 3_600_000)
    expect(await takeLink(house.dataDir, await makeLink(house.dataDir, { userid: 'u-a', by: 'root' }, old))).toBeNull()
  })

  it('no link is printed any more once he came by a code', async () => {
    house.simulator.faults.outage(false)
    await house.connected()
    await new Visitor(web).signIn(house, 'u-dingning')
    expect(await started()).toBeNull()
  })
})
