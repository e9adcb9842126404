import { describe, expect, it } from 'vitest'
import { openHouse, type House } from '../house.ts'
import { CASE_NO, finished, reported } from '../story.ts'
import { API_KEY, openEnv, outsideOf, type Outside } from './outside.ts'

async function opened(work: (house: House, outside: Outside) => Promise<void>): Promise<void> {
  const house = await openHouse({ env: await openEnv() })
  await work(house, await outsideOf(house))
  await house.close()
}

const HANDED = {
  api_key: API_KEY,
  jurisdiction_id: 'QS',
  service_code: 'CG001',
  address_string: '王家村村口',
  description: '有人占道摆摊，我是刘桂兰，电话13800002222',
  first_name: '桂兰',
  phone: '13800002222',
}

async function handIn(house: House, outside: Outside, fields: Record<string, string> = {}, format = 'json') {
  const answer = await outside.post(`/open311/v2/requests.${format}`, { ...HANDED, ...fields })
  await house.settled()
  return answer
}

describe('Open311', () => {
  it('lists what may be handed in', () =>
    opened(async (_house, outside) => {
      const services = (await outside.get('/open311/v2/services.json?jurisdiction_id=QS')).json()
      expect(services).toContainEqual(
        expect.objectContaining({ service_code: 'CG001', service_name: '占道经营', type: 'batch', metadata: false }),
      )
      const xml = await outside.get('/open311/v2/services.xml')
      expect(xml.type).toContain('text/xml')
      expect(xml.text).toContain('<services><service><service_code>CG001</service_code>')
      expect((await outside.get('/open311/v2/services/CG001.json')).json()).toEqual({
        service_code: 'CG001',
        attributes: [],
      })
      expect((await outside.get('/open311/v2/services/XX1.json')).json()).toMatchObject([{ code: 404 }])
    }))

  it('is discovered as the standard has it, at an address that can be followed', () =>
    opened(async (_house, outside) => {
      const formats = ['text/xml', 'application/json']
      const found = (await outside.get('/open311/v2/discovery.json')).json() as { endpoints: { url: string }[] }
      expect(found).toEqual({
        changeset: '2026-11-24T02:00:00Z',
        contact: expect.stringContaining('青石镇'),
        key_service: expect.stringContaining('api_key'),
        endpoints: [
          {
            specification: 'http://wiki.open311.org/GeoReport_v2',
            url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/open311\/v2$/),
            changeset: '2026-11-24T02:00:00Z',
            type: 'production',
            formats,
          },
        ],
      })
      const xml = (await outside.get('/open311/v2/discovery.xml')).text
      expect(xml).toMatch(/<endpoints><endpoint><specification>[^]*<\/endpoint><\/endpoints><\/discovery>$/)
      expect(xml).toContain(`<formats>${formats.map((format) => `<format>${format}</format>`).join('')}</formats>`)
      expect((await fetch(`${found.endpoints[0]?.url}/services.json`)).status).toBe(200)
      for (const host of ['evil.example/"><x>', 'a b', '-x'])
        expect(await outside.asHost(host, '/open311/v2/discovery.json')).not.toContain(host)
    }))

  it('takes a request by its key, makes a case of it like any other, and says its number', () =>
    opened(async (house, outside) => {
      const answer = await handIn(house, outside)
      expect(answer.status).toBe(201)
      const [{ token }] = answer.json() as [{ token: string }]
      const card = house.expects('u-zhangwei', CASE_NO, '占道经营', '王家村')
      const caseNo = CASE_NO.exec(JSON.stringify(card.card))?.[0] ?? ''
      house.readsAll()
      expect((await outside.get(`/open311/v2/tokens/${token}.json`)).json()).toEqual([
        { service_request_id: caseNo, token },
      ])
      const seen = (await outside.get(`/open311/v2/requests/${caseNo}.json`)).json()
      expect(seen).toMatchObject([
        {
          service_request_id: caseNo,
          status: 'open',
          status_notes: '待签收',
          service_code: 'CG001',
          description: '占道经营',
          agency_responsible: '城管中队',
          address: '青石镇',
          lat: null,
        },
      ])
      await house.person('u-zhangwei').says(`签收 ${caseNo}`)
      await house.person('u-zhangwei').says(`办结 ${caseNo} 摊位已劝离`)
      house.readsAll()
      expect((await outside.get(`/open311/v2/requests/${caseNo}.xml`)).text).toContain('<status>closed</status>')
    }))

  it('takes the same request of a system that says it again once', () =>
    opened(async (house, outside) => {
      const again = { 'Idempotency-Key': 'order-0001-0001' }
      const first = await outside.post('/open311/v2/requests.json', HANDED, again)
      const second = await outside.post('/open311/v2/requests.json', HANDED, again)
      await house.settled()
      house.readsAll()
      expect(second.text).toBe(first.text)
      expect(await house.rowsOf('SELECT id FROM task')).toHaveLength(1)
    }))

  it.each([
    ['no key', { api_key: '' }, 403],
    ['a wrong key', { api_key: 'guessed' }, 403],
    ['another township', { jurisdiction_id: 'ZZ' }, 404],
    ['an unknown service', { service_code: 'NO1' }, 404],
    ['no place at all', { address_string: '' }, 400],
    ['half a point', { address_string: '', lat: '34.8' }, 400],
    ['a point that is none', { lat: '1000', long: '1' }, 400],
    ['a point in Africa', { lat: '10', long: '10' }, 400],
    ['a point far from every village', { address_string: '', lat: '39.9', long: '116.4' }, 400],
    ['half a point beside an address', { lat: '34.8' }, 400],
    ['words beyond all measure', { description: '长'.repeat(2001) }, 400],
  ])('refuses %s, in the words of the standard', (_what, fields, status) =>
    opened(async (house, outside) => {
      const answer = await handIn(house, outside, fields)
      expect(answer.status).toBe(status)
      expect(answer.json()).toEqual([{ code: status, description: expect.stringMatching(/\p{Script=Han}/u) }])
      expect(await house.rowsOf('SELECT id FROM inbox')).toEqual([])
      const xml = await handIn(house, outside, fields, 'xml')
      expect(xml.text).toContain(`<errors><error><code>${status}</code>`)
    }),
  )

  it('reads no more than a body may have, and no other form', () =>
    opened(async (_house, outside) => {
      const large = await outside.post('/open311/v2/requests.json', { ...HANDED, description: 'x'.repeat(40_000) })
      expect(large.status).toBe(413)
      const json = await outside.post('/open311/v2/requests.json', {}, { 'Content-Type': 'application/json' })
      expect(json.status).toBe(400)
    }))

  it('shows nothing that was told in confidence, or that is about the township’s own people', () =>
    opened(async (house, outside) => {
      await house.person('v-lihua').says('王家村有人占道摆摊，请替我保密')
      await house.person('v-zhaomin').says('城管中队的张伟收了摊贩的钱，王家村天天占道摆摊')
      house.readsAll()
      expect(await house.rowsOf('SELECT id FROM task')).toHaveLength(2)
      expect((await outside.get('/open311/v2/requests.json')).json()).toEqual([])
      expect((await outside.get('/open/cases.json')).json()).toMatchObject({ rows: [] })
    }))

  it('finds requests by state, service and time', () =>
    opened(async (house, outside) => {
      const { caseNo } = await finished(house)
      house.readsAll()
      const ids = async (query: string) =>
        ((await outside.get(`/open311/v2/requests.json?${query}`)).json() as { service_request_id: string }[]).map(
          (row) => row.service_request_id,
        )
      expect(await ids('status=closed')).toEqual([caseNo])
      expect(await ids('status=open')).toEqual([])
      expect(await ids('service_code=CG001,CG002')).toEqual([caseNo])
      expect(await ids('service_code=HB001')).toEqual([])
      expect(await ids('start_date=2026-11-25T00:00:00Z')).toEqual([])
      expect(await ids(`service_request_id=${caseNo},QS000000-0001`)).toEqual([caseNo])
      expect((await outside.get('/open311/v2/requests.json?status=half')).status).toBe(400)
      expect((await outside.get('/open311/v2/requests/QS000000-0001.json')).status).toBe(404)
    }))

  it('is not there unless it is wanted', async () => {
    const house = await openHouse()
    const outside = await outsideOf(house)
    expect((await outside.get('/open311/v2/services.json')).status).toBe(404)
    expect((await outside.get('/open/cases.csv')).status).toBe(404)
    await house.close()
  })
})

describe('open data', () => {
  it('names a village only where many had the same there, and lets out nothing personal', () =>
    opened(async (house, outside) => {
      await reported(house, '王家村老槐树下刘桂兰13800002222占道摆摊')
      const one = (await outside.get('/open/cases.json')).json() as { rows: { village: string | null }[] }
      expect(one.rows).toMatchObject([{ item: '占道经营', village: null, unit: '城管中队' }])
      expect((await outside.get('/open/counts.json')).json()).toMatchObject({ rows: [] })
      for (const place of ['王家小学', '王家庄']) await handIn(house, outside, { address_string: place })
      house.readsAll()
      const three = (await outside.get('/open/cases.json')).json() as { rows: { village: string | null }[] }
      expect(three.rows.map(({ village }) => village)).toEqual(['王家村', '王家村', '王家村'])
      expect((await outside.get('/open/counts.json')).json()).toMatchObject({
        least: 3,
        rows: [{ item: '占道经营', village: '王家村', cases: 3 }],
      })
      const csv = await outside.get('/open/cases.csv?since=2026-11-24')
      expect(csv.text.split('\n')[0]).toBe(
        'case_no,town,item_code,item,level,status,stage,unit,village,opened_on,dispatched_on,finished_on',
      )
      expect(csv.headers.get('link')).toContain('rel="license"')
      await outside.get('/open311/v2/requests.json')
      await outside.get('/open311/v2/requests.xml')
      for (const secret of [
        '刘桂兰',
        '桂兰',
        '13800002222',
        '老槐树',
        'v-lihua',
        '张伟',
        'u-zhangwei',
        '摆摊',
        API_KEY,
      ])
        expect(outside.seen()).not.toContain(secret)
    }))

  it('refuses a day that is none', () =>
    opened(async (_house, outside) => {
      expect((await outside.get('/open/cases.csv?since=gestern')).status).toBe(400)
      expect((await outside.get('/open/cases.json?town=ZZ')).status).toBe(404)
    }))
})
