import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

describe('somebody struck out of town.yaml', () => {
  let folder = ''
  let house: House
  let web: Web

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shaozi-struck-'))
    await cp('config/town', folder, { recursive: true })
    house = await openHouse({ folder })
    web = await openPages(house)
  })

  afterEach(async () => {
    await web.close()
    house.readsAll()
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })

  const path = () => join(folder, 'town.yaml')
  const isIn = async (who: Visitor): Promise<boolean> => (await who.get('/api/openapi.json')).status === 200
  const board = async (who: Visitor): Promise<number> => (await who.get('/api/board')).status

  /** The line of a person, changed; null strikes it out. */
  async function rewrite(userid: string, change: (line: string) => string | null): Promise<string> {
    const before = await readFile(path(), 'utf8')
    const lines = before
      .split('\n')
      .flatMap((line) => (line.includes(`userid: ${userid},`) ? (change(line) ?? []) : line))
    const after = lines.join('\n')
    expect(after).not.toBe(before)
    await writeFile(path(), after)
    return before
  }

  it('is out at the next click, hears no more, and gets no code; the others go on', async () => {
    const [leaver, other] = [
      await new Visitor(web).signIn(house, 'u-zhouting'),
      await new Visitor(web).signIn(house, 'u-zhangwei'),
    ]
    const heard = fetch(`${web.url}/api/live`, { headers: { Cookie: leaver.cookie } }).then((answer) => answer.text())
    await rewrite('u-zhouting', () => null)
    expect([await isIn(leaver), await isIn(other)]).toEqual([false, true])
    expect(await heard).toContain('retry')
    await new Visitor(web).post('/api/sign-in/code', { who: 'u-zhouting' })
    await house.settled()
    house.hearsNothing('u-zhouting')
  })

  it('gets no code though nobody clicked since, and is nobody at the first page', async () => {
    const leaver = await new Visitor(web).signIn(house, 'u-zhouting')
    await rewrite('u-zhouting', () => null)
    await new Visitor(web).post('/api/sign-in/code', { who: '周婷' })
    await house.settled()
    house.hearsNothing('u-zhouting')
    expect((await leaver.get('/api/me')).body).toMatchObject({ me: null })
  })

  it('is out though the rest of the folder is faulty, by his name in the roster for one', async () => {
    const leaver = await new Visitor(web).signIn(house, 'u-zhangwei')
    await writeFile(join(folder, 'duties.csv'), 'no list at all')
    await rewrite('u-zhangwei', () => null)
    expect(await isIn(leaver)).toBe(false)
  })

  it('is in again when the file is whole again, with his session', async () => {
    const chief = await new Visitor(web).signIn(house, 'u-zhouting')
    const before = await rewrite('u-zhouting', () => null)
    expect(await isIn(chief)).toBe(false)
    await writeFile(path(), before)
    expect(await isIn(chief)).toBe(true)
  })

  it('as a role only, keeps the others', async () => {
    const head = await new Visitor(web).signIn(house, 'u-zhouting')
    expect(await board(head)).toBe(200)
    await rewrite('u-zhouting', (line) => line.replace(/roles: \[[^\]]*\]/, 'roles: [auditor]'))
    expect(await board(head)).toBe(403)
  })

  it('stays in where the file is faulty itself, and the others as well: that is said in the log', async () => {
    const chief = await new Visitor(web).signIn(house, 'u-zhouting')
    for (const broken of ['people: [', 'nothing at all', '']) {
      await writeFile(path(), broken)
      expect(await isIn(chief)).toBe(true)
    }
    expect(house.lines.join()).toContain('those who were listed go on')
  })
})
