import { describe, expect, it, onTestFinished } from 'vitest'
import { openHouse, type House } from '../house.ts'
import { API_KEY, openEnv, outsideOf } from '../open/outside.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

const HTTPS = { PUBLIC_URL: 'https://shaozi.example.gov.cn' }
/** guesses from one address in a quarter of an hour */
const MOST = 200

async function opened(env: Readonly<Record<string, string>>): Promise<Readonly<{ house: House; web: Web }>> {
  const house = await openHouse({ env })
  const web = await openPages(house)
  onTestFinished(async () => {
    await web.close()
    await house.close()
  })
  return { house, web }
}

/** One guess at the code of somebody, with what a proxy (or whoever) wrote into the header. */
async function guess(web: Web, who: string, forwarded: string): Promise<number> {
  const visitor = new Visitor(web, { 'X-Forwarded-For': forwarded })
  return (await visitor.post('/api/sign-in', { who, code: '123456' })).status
}

const guesses = (web: Web, count: number, forwarded: (n: number) => string): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => guess(web, `somebody-${n}`, forwarded(n))))

describe('behind a reverse proxy', () => {
  it('one address that guesses is shut out, and nobody else is', async () => {
    const { house, web } = await opened({ ...HTTPS, TRUSTED_PROXY: '127.0.0.1' })
    const met = await guesses(web, MOST + 5, () => '198.51.100.7')
    expect(met.filter((status) => status === 429)).toHaveLength(5)
    expect(await guess(web, 'anybody', '198.51.100.8')).toBe(403)
    const chief = await new Visitor(web, { 'X-Forwarded-For': '198.51.100.8' }).signIn(house, 'u-zhouting')
    expect(chief.cookie).toMatch(/^__Host-shaozi_session=/)
    const refused = await house.core.ctx.store.accesses(MOST + 1)
    expect(refused.map(({ reason }) => reason)).toContain('code from 198.51.100.7 as s********')
  })

  it('what a guesser writes before his address does not make him somebody else', async () => {
    const { web } = await opened({ ...HTTPS, TRUSTED_PROXY: '127.0.0.1' })
    const met = await guesses(web, MOST + 5, (n) => `10.0.0.${n}, 198.51.100.7`)
    expect(met.filter((status) => status === 429)).toHaveLength(5)
  })

  it.each([
    ['nobody is trusted', {}],
    ['it comes from another address than the trusted one', { TRUSTED_PROXY: '10.1.2.3' }],
  ])('the header is nothing where %s', async (_what, env) => {
    const { web } = await opened({ ...HTTPS, ...env })
    const met = await guesses(web, MOST + 5, (n) => `198.51.100.${n}`)
    expect(met.filter((status) => status === 429)).toHaveLength(5)
  })

  it('the doors for other systems tell them apart, too', async () => {
    const house = await openHouse({ env: { ...(await openEnv()), ...HTTPS, TRUSTED_PROXY: '127.0.0.1' } })
    const outside = await outsideOf(house)
    const hand = async (key: string, from: string) =>
      (await outside.post('/open311/v2/requests.json', { api_key: key }, { 'X-Forwarded-For': from })).status
    for (let n = 0; n < 10; n += 1) expect(await hand('guessed', '198.51.100.7')).toBe(403)
    expect(await hand(API_KEY, '198.51.100.7')).toBe(429)
    expect(await hand(API_KEY, '198.51.100.8')).toBe(400)
    await house.close()
  })
})
