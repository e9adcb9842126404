import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { exportOrders } from '../../../cli/exportOrders.ts'
import { importOrders } from '../../../cli/importOrders.ts'
import { openHouse, textOf, type House } from '../house.ts'
import { CASE_NO } from '../story.ts'

const HEAD = ['工单编号', '诉求内容', '诉求地址', '诉求人', '联系电话', '诉求类型', '办理时限']
const ORDER = [
  'RX20261124000017',
  '有人占道经营，摆摊堵路',
  '青石镇王家村村口',
  '刘桂兰',
  '13800002222',
  '占道经营',
  '2026-11-26 10:00',
]
const MAP = 'config/town/orders-12345.yaml'

let house: House
let dir = ''
let said = ''
beforeEach(async () => {
  house = await openHouse()
  dir = await mkdtemp(join(tmpdir(), 'shaozi-orders-'))
  for (const [name, value] of Object.entries({
    DATABASE_URL: house.database,
    DATA_DIR: house.dataDir,
    TOWN_CONFIG: 'config/town',
    WECOM_AIBOT_ID: 'aib-test',
    WECOM_AIBOT_SECRET: 'not-a-secret',
  }))
    vi.stubEnv(name, value)
  said = ''
  const hear = (words: string | Uint8Array): boolean => {
    said += String(words)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await house.close()
})

async function table(...rows: readonly (readonly string[])[]): Promise<string> {
  const file = join(dir, 'orders.xlsx')
  await writeExcelFile(
    [['12345 转办工单'], HEAD, ...rows].map((row) => row.map((value) => ({ type: String, value }))),
  ).toFile(file)
  return file
}

/** Imports while the house runs on the same database; what was handed in is handled at its next start, as within seconds otherwise. */
async function imports(...rows: readonly (readonly string[])[]): Promise<number> {
  const code = await importOrders(await table(...rows), { map: MAP })
  await house.restart()
  // what is to be said waits for the bot to be connected
  await house.forward('5s')
  return code
}

const wordsTo = (userid: string): string => house.unread(userid).map(textOf).join('\n')

describe('an order of the hotline', () => {
  it('becomes a case of the unit its matter belongs to, due when the hotline wants its answer', async () => {
    expect(await imports(ORDER)).toBe(0)
    expect(said).toContain('收下 1 条工单')
    const told = wordsTo('u-zhangwei')
    expect(told).toMatch(CASE_NO)
    expect(told).toContain('占道经营')
    expect(told).toContain('王家村')
    expect(told).toContain('RX20261124000017')
    expect(told).toContain('11月26日 周四 10:00')
    expect(told).not.toMatch(/刘桂兰|13800002222/)
    house.readsAll()
    const [task] = (await house.rowsOf(`SELECT "caseNo", "finishBy" FROM task`)) as { finishBy: number }[]
    expect(new Date(task?.finishBy ?? 0).toISOString()).toBe('2026-11-26T02:00:00.000Z')
  })

  it('is kept without a trace of who called, but for the vault', async () => {
    await imports(ORDER)
    house.readsAll()
    const rows = await house.allRows()
    expect(rows).not.toMatch(/刘桂兰|13800002222/)
    expect(house.lines.join('\n')).not.toMatch(/刘桂兰|13800002222/)
    const [report] = (await house.rowsOf('SELECT userid FROM report')) as { userid: string }[]
    expect(await house.core.ctx.people?.whoIs(report?.userid ?? '')).toBe('open:12345 刘桂兰 13800002222')
  })

  it('that comes twice, in one table or in two, is one case', async () => {
    expect(await imports(ORDER, ORDER)).toBe(0)
    house.readsAll()
    expect(said).toContain('1 行编号重复')
    said = ''
    expect(await imports(ORDER, [...ORDER.slice(0, 1).map(() => 'RX20261124000018'), ...ORDER.slice(1)])).toBe(0)
    expect(said).toContain('收下 1 条工单；1 条以前收过')
    house.readsAll()
    expect(await house.rowsOf('SELECT id FROM task')).toHaveLength(2)
    expect(await house.rowsOf("SELECT no FROM entry WHERE kind = 'order' ORDER BY no")).toEqual([
      { no: 'QS-WD2026-0001' },
      { no: 'QS-WD2026-0002' },
    ])
  })

  it('without a matter of ours is judged by its words, and nobody is asked anything', async () => {
    expect(await imports(['RX-2', '后山有人烧秸秆，烟很大', '', '', '', '大气', ''])).toBe(0)
    expect(wordsTo('u-yuhai') + wordsTo('u-dujuan') + wordsTo('u-weining')).toContain('露天焚烧')
    house.readsAll()
    await house.forward('15m')
    house.readsAll()
    expect(await house.rowsOf('SELECT id FROM task')).toHaveLength(1)
  })

  it('cannot be asked back: the command room hears that it has to call', async () => {
    await imports(ORDER)
    const caseNo = CASE_NO.exec(wordsTo('u-zhangwei'))?.[0] ?? ''
    await house.person('u-zhangwei').says(`签收 ${caseNo}`)
    house.readsAll()
    await house.person('u-zhangwei').says(`问群众 ${caseNo} 摊子几点出来？`)
    house.reads('u-zhangwei')
    house.expects('wrCOMMAND', '未送达', caseNo)
    house.readsAll()
  })

  it('is only looked at in a dry run, and faults are named by row and column without a phone number', async () => {
    expect(await importOrders(await table(ORDER), { map: MAP, dryRun: true })).toBe(0)
    expect(said).toContain('只检查')
    const bad = await table(['', '有人摆摊', '', '', '', '', ''], ['RX-9', '', '', '', 'abc13800003333', '', '后天'])
    said = ''
    expect(await importOrders(bad, { map: MAP })).toBe(1)
    expect(said).toMatch(/第 3 行[^\n]*工单编号/)
    expect(said).toMatch(/第 4 行[^\n]*诉求内容/)
    expect(said).toMatch(/第 4 行[^\n]*联系电话/)
    expect(said).toMatch(/第 4 行[^\n]*办理时限/)
    expect(said).not.toContain('13800003333')
    await house.restart()
    expect(await house.rowsOf('SELECT id FROM inbox')).toEqual([])
  })

  it('goes back to the hotline with what became of it', async () => {
    await imports(ORDER)
    const caseNo = CASE_NO.exec(wordsTo('u-zhangwei'))?.[0] ?? ''
    await house.person('u-zhangwei').says(`签收 ${caseNo}`)
    await house.person('u-zhangwei').says(`办结 ${caseNo} =已劝离摊主，电话13800009999`)
    house.readsAll()
    const csv = join(dir, 'return.csv')
    expect(await exportOrders({ since: '2026-11-01', out: csv })).toBe(0)
    const text = await readFile(csv, 'utf8')
    expect(text.split('\n')[1]).toMatch(
      new RegExp(`^RX20261124000017,${caseNo},已办结,城管中队,'=已劝离摊主.*,2026-11-24 10:00,`),
    )
    expect(text).not.toMatch(/刘桂兰|13800002222|13800009999/)
    const xlsx = join(dir, 'return.xlsx')
    expect(await exportOrders({ since: '2026-11-01', out: xlsx })).toBe(0)
    const [sheet] = await readXlsxFile(await readFile(xlsx))
    expect(sheet?.data[1]?.slice(0, 2)).toEqual(['RX20261124000017', caseNo])
    // what the unit wrote begins like a formula: in a workbook it is a text, as it was written
    expect(sheet?.data[1]?.[4]).toMatch(/^=已劝离摊主/)
    const parts = Object.entries(unzipSync(await readFile(xlsx))).filter(([path]) => path.includes('worksheets/'))
    for (const [, part] of parts) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
    expect(await house.rowsOf("SELECT kind FROM access_log WHERE kind = 'export'")).toHaveLength(2)
    expect(await exportOrders({ since: '2026-11-01', out: join(dir, 'return.pdf') })).toBe(1)
    expect(await exportOrders({ since: 'gestern', out: csv })).toBe(1)
  })

  it('needs a mapping that fits the table', async () => {
    const map = join(dir, 'map.yaml')
    await writeFile(map, 'columns:\n  no: 单号\n  text: 诉求内容\nitems:\n  占道经营: CG0001\n')
    expect(await importOrders(await table(ORDER), { map })).toBe(1)
    expect(said).toMatch(/map\.yaml:5 .*CG0001/)
    await writeFile(map, 'columns:\n  no: 单号\n  text: 诉求内容\n')
    said = ''
    expect(await importOrders(await table(ORDER), { map })).toBe(1)
    expect(said).toContain('单号')
  })
})
