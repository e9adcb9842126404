import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, textOf, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

type Cells = Readonly<Record<string, string>>
type List = Readonly<{ version: string; mayEdit: boolean; items: readonly Cells[] }>
type Outcome = Readonly<{
  ok: boolean
  faults: readonly Readonly<{ row: number | null; column: string; problem: string; mend: string }>[]
  diff: readonly Readonly<{
    code: string
    kind: string
    fields: readonly Readonly<{ column: string; from: string; to: string }>[]
  }>[]
  lossy: boolean
  version: string | null
}>
type Versions = Readonly<{
  present: Readonly<{ id: string; put: Readonly<{ by: string; how: string; reason?: string }> | null }>
  before: readonly Readonly<{ id: string }>[]
}>

describe('the duty list on the page', () => {
  let house: House
  let web: Web
  let folder: string
  let clerk: Visitor

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shaozi-town-'))
    await cp('config/town', folder, { recursive: true })
    house = await openHouse({ folder })
    web = await openPages(house)
    clerk = await new Visitor(web).signIn(house, 'u-zhouting')
  })

  afterAll(async () => {
    house.readsAll()
    await web.close()
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })

  const list = async (visitor = clerk) => (await visitor.get('/api/duties')).body as List
  const csv = () => readFile(join(folder, 'duties.csv'), 'utf8')
  const versions = async () => (await clerk.get('/api/duties/versions')).body as Versions
  const edit = async (code: string | null, cells: Cells | null, dry = false, base?: string) =>
    clerk.post('/api/duties', { base: base ?? (await list()).version, code, cells, dry })
  const upload = async (text: string, more: object = {}) =>
    clerk.post('/api/duties/import', {
      ...{ base: (await list()).version, name: '清单.csv', file: Buffer.from(text).toString('base64') },
      ...{ skipFaulty: false, yes: false, dry: false, ...more },
    })
  const stall = async () => (await list()).items.find(({ code }) => code === 'CG001') ?? {}

  it('is tried without a change, and says in words what would change', async () => {
    const before = await csv()
    const { body } = await edit('CG001', { ...(await stall()), level: 'urgent', lead: 'dadui' }, true)
    const { ok, diff, version } = body as Outcome
    expect({ ok, version }).toEqual({ ok: true, version: null })
    expect(diff).toMatchObject([
      {
        code: 'CG001',
        kind: 'changed',
        fields: [
          { from: '城管中队', to: '综合行政执法大队' },
          { from: '一般', to: '紧急' },
        ],
      },
    ])
    expect(await csv()).toBe(before)
  })

  it('is edited: a version more, and in force from the next message on', async () => {
    const changed = await edit('CG001', { ...(await stall()), lead: 'dadui', assist: 'paichu' })
    expect(changed.body).toMatchObject({ ok: true })
    expect((await versions()).present.put).toMatchObject({ by: '周婷', how: 'edit', source: 'CG001' })
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    expect(textOf(house.expects('v-lihua', 'QS'))).toContain('综合行政执法大队')
    house.readsAll()
  })

  it('refuses what an import would refuse, by column, with what to do', async () => {
    const { body } = await edit('CG001', { ...(await stall()), lead: '城关中队' })
    const { ok, faults } = body as Outcome
    expect(ok).toBe(false)
    expect(faults[0]).toMatchObject({ column: '主办', mend: expect.stringContaining('城管中队') })
  })

  it('is not overwritten with an older look at it', async () => {
    const { status, body } = await edit('CG001', await stall(), false, '00000000')
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toContain('刚刚被别人改过')
  })

  it('takes a new item, and lets one go', async () => {
    const fresh = { ...(await stall()), code: 'XX900', name: '乱放无人机', keywords: '无人机' }
    expect((await edit(null, fresh)).body).toMatchObject({ ok: true, diff: [{ kind: 'added', code: 'XX900' }] })
    expect((await edit('XX900', null)).body).toMatchObject({ ok: true, diff: [{ kind: 'removed', code: 'XX900' }] })
  })

  it('is imported: every faulty row is named, and nothing is changed', async () => {
    const before = await csv()
    const { body } = await upload('编码,事项名称,主办单位\nCG001,占道经营,没有这个所\nCG002,乱倒垃圾,城管中队\n')
    expect((body as Outcome).faults).toMatchObject([{ row: 2, column: '主办单位' }])
    expect(await csv()).toBe(before)
    expect(((await upload('日期,内容\n1,2\n')).body as Outcome).faults[0]?.problem).toContain('没有找到表头')
    const pdf = ((await upload('%PDF-1.7\n1 0 obj\n')).body as Outcome).faults[0]
    expect(pdf).toMatchObject({
      problem: expect.stringContaining('不是能读的'),
      mend: expect.stringContaining('只收 .xlsx 和 .csv'),
    })
  })

  it('that loses a quarter is taken only on a second yes, as on the command line', async () => {
    const short = '编码,事项名称,主办单位\nCG001,占道经营,城管中队\n'
    const first = (await upload(short)).body as Outcome
    expect(first).toMatchObject({ ok: true, lossy: true, version: null })
    expect((await upload(short, { yes: true })).body).toMatchObject({ ok: true, lossy: true })
    expect((await list()).items).toHaveLength(1)
  })

  it('goes back to a version, with the reason kept', async () => {
    const { before } = await versions()
    const id = before[0]?.id ?? ''
    const { diff } = (await clerk.get(`/api/duties/versions/${id}`)).body as Outcome
    expect(diff.filter(({ kind }) => kind === 'added').length).toBeGreaterThan(20)
    const base = (await list()).version
    expect((await clerk.post(`/api/duties/versions/${id}/rollback`, { base, reason: '' })).status).toBe(400)
    const back = await clerk.post(`/api/duties/versions/${id}/rollback`, { base, reason: '导错了文件' })
    expect(back.body).toMatchObject({ ok: true })
    expect((await list()).items.length).toBeGreaterThan(20)
    expect((await versions()).present.put).toMatchObject({ how: 'rollback', reason: '导错了文件' })
  })

  it('is read by others, and edited by none of them', async () => {
    const officer = await new Visitor(web).signIn(house, 'u-zhangwei')
    expect((await list(officer)).mayEdit).toBe(false)
    expect((await officer.post('/api/duties', {})).status).toBe(403)
  })
})
