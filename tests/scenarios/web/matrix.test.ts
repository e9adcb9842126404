import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Town } from '../../../domain/town.ts'
import { allRoutes } from '../../../web/api/routes.ts'
import { makeLimiters } from '../../../web/limiter.ts'
import { makeHub } from '../../../web/live/hub.ts'
import { makeLog } from '../../../log.ts'
import { openHouse, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { MATRIX } from './matrix.ts'
import { openPages, Visitor } from './door.ts'

/** One person for each role, and nothing besides it. */
const each = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    ...ROLES.map((role) => ({
      userid: `t-${role}`,
      name: `试${role}`,
      station: role === 'officer' || role === 'head' ? 'chengguan' : null,
      roles: [role],
      licence: null,
      licenceUntil: null,
    })),
  ],
})

describe('who may use which route', () => {
  let house: House
  let web: Web
  const visitors = new Map<string, Visitor>()

  beforeAll(async () => {
    house = await openHouse({ towns: (towns) => towns.map(each) })
    web = await openPages(house)
    for (const role of ROLES) visitors.set(role, await new Visitor(web).signIn(house, `t-${role}`))
  })

  afterAll(async () => {
    await web.close()
    house.readsAll()
    await house.close()
  })

  const routes = () => {
    const hub = makeHub(house.core.web.desk, makeLog('error'))
    hub.close()
    return allRoutes(hub, makeLimiters())
  }

  it('is written down for every route there is, and for no other', () => {
    expect(
      routes()
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    ).toEqual(Object.keys(MATRIX).toSorted())
  })

  it('is kept: the listed roles get past the door, the others and strangers do not', async () => {
    const stranger = new Visitor(web)
    for (const { method, path } of routes()) {
      const listed = MATRIX[`${method} ${path}`] ?? []
      if (listed === 'anyone') continue
      const address = path.replace(/:(\w+)/g, 'none')
      expect((await head(stranger, method, address)).status, `a stranger at ${method} ${path}`).toBe(401)
      for (const role of ROLES) {
        const visitor = visitors.get(role)
        const { status } = await head(visitor ?? stranger, method, address)
        if (listed.includes(role)) expect(status, `${role} at ${method} ${path}`).not.toBe(403)
        else expect(status, `${role} at ${method} ${path}`).toBe(403)
      }
    }
  })

  it('needs more than a cookie to change anything: a form of another site is refused', async () => {
    const visitor = visitors.get('dispatcher') ?? new Visitor(web)
    for (const { method, path } of routes().filter((route) => route.method !== 'GET')) {
      const address = path.replace(/:(\w+)/g, 'none')
      expect((await visitor.ask(method, address, {}, {})).status, `${method} ${path}`).toBe(403)
    }
  })

  it('answers nobody more often than a page asks; others of the same address are answered on', async () => {
    const [one, other] = [visitors.get('leader'), visitors.get('supervisor')]
    const asked = await Promise.all(
      Array.from({ length: 1300 }, async () => (await one?.get('/api/cases/none'))?.status ?? 0),
    )
    expect(new Set(asked)).toEqual(new Set([404, 429]))
    expect((await other?.get('/api/cases/none'))?.status).toBe(404)
  })

  /** A stream is left as soon as its first words are there. */
  async function head(visitor: Visitor, method: string, address: string): Promise<{ status: number }> {
    if (address !== '/api/live') return visitor.ask(method, address, {})
    const left = new AbortController()
    const answer = await fetch(`${web.url}${address}`, { headers: { Cookie: visitor.cookie }, signal: left.signal })
    left.abort()
    return { status: answer.status }
  }
})
