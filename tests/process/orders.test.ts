import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { books } from './books.ts'
import { place, type Place } from './place.ts'
import { run, type Ended } from './program.ts'
import { CASE_NO, street, textOf } from './street.ts'

const HEAD = ['工单编号', '诉求内容', '诉求地址', '诉求人', '联系电话', '诉求类型', '办理时限']
const order = (no: string) => [
  no,
  '有人占道经营，摆摊堵路',
  '青石镇王家村村口',
  '示例人',
  '13800002222',
  '占道经营',
  '',
]
const CSV = [HEAD, order('RX-1')].map((row) => row.join(',')).join('\r\n')
/** The same as a Chinese Excel saves it, in GBK. */
const GBK = Buffer.from('b9a4b5a5b1e0bac52ccbdfc7f3c4dac8dd0d0a52582d392cb4e5bfdad3d0c8cbd5bcb5c0b0daccaf0d0a', 'hex')
const SMALL_MAP = 'columns:\n  no: 工单编号\n  text: 诉求内容\n'

const shaozi = ({ cwd, env }: Place, ...args: readonly string[]) => run(args, { cwd, env })
const imports = (here: Place, file: string, ...more: readonly string[]) =>
  shaozi(here, 'import', 'orders', file, '--map', join(here.town, 'orders-12345.yaml'), ...more)

async function written(here: Place, name: string, bytes: string | Buffer): Promise<string> {
  await writeFile(join(here.cwd, name), bytes)
  return name
}

async function workbook({ cwd }: Place, ...rows: readonly (readonly string[])[]): Promise<string> {
  const cells = [HEAD, ...rows].map((row) => row.map((value) => ({ type: String, value })))
  await writeExcelFile(cells).toFile(join(cwd, 'orders.xlsx'))
  return 'orders.xlsx'
}

/** Cause and mend in Chinese, no stack, no phone number, nothing that looks like a result. */
function expectRefused(ended: Ended, problem: RegExp): void {
  expect(ended.stderr).toMatch(problem)
  expect(ended.stderr).toMatch(/没有(?:导入|导出)[^]*怎么办：\S+/)
  expect(ended.stderr).not.toMatch(/\n\s+at |没有预料到|Error|13800002222/)
  expect(ended).toMatchObject({ code: 1, stdout: '' })
}

it('an order handed in beside the running program is dispatched at once, is one case however often it comes, and goes back', async () => {
  const { here, ...all } = await street(0)
  all.start()
  await all.connected()
  const tried = await imports(here, await workbook(here, order('RX-1')), '--dry-run')
  expect(tried).toMatchObject({ code: 0, stderr: '' })
  expect(tried.stdout).toMatch(/青石镇.*1 条工单都读得懂.*没有导入/)
  expect(await books(here).cases(), 'a dry run hands nothing in').toEqual([])

  const first = await imports(here, 'orders.xlsx')
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('收下 1 条工单')
  const card = textOf(await all.hears('u-zhangwei', CASE_NO))
  expect(card).toContain('RX-1')
  expect(card).not.toMatch(/示例人|13800002222/)

  const again = await imports(here, await written(here, 'again.csv', CSV), '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, orders: 0, known: 1, twice: 0 })
  const twice = await imports(here, await workbook(here, order('RX-1'), order('RX-1')))
  expect(twice.stdout).toMatch(/收下 0 条工单；1 条以前收过[^]*1 行编号重复/)
  const gbk = await written(here, 'gbk.csv', GBK)
  const map = await written(here, 'small.yaml', SMALL_MAP)
  const old = await shaozi(here, 'import', 'orders', gbk, '--map', map)
  expect(old.stdout).toContain('收下 1 条工单')
  expect(textOf(await all.hears('u-zhangwei', /RX-9/))).toContain('村口有人占道摆摊')
  expect(await books(here).cases()).toHaveLength(2)

  for (const out of ['return.xlsx', 'return.csv']) {
    const back = await shaozi(here, 'export', 'orders', '--since', '2026-01-01', '--out', out)
    expect(back.stdout).toContain(`已写到 ${out}：2 条`)
    expect(back.code).toBe(0)
  }
  const [sheet] = await readExcelFile(await readFile(join(here.cwd, 'return.xlsx')))
  expect(sheet?.data.slice(1).map(([no]) => no)).toEqual(['RX-1', 'RX-9'])
  const csv = await readFile(join(here.cwd, 'return.csv'), 'utf8')
  expect(csv).toMatch(/^\uFEFF工单编号,[^]*\nRX-1,QS\d{6}-0001,.*城管中队/)
  expect(csv).not.toMatch(/示例人|13800002222/)
})

it('names what is wrong with a table, a map or a file, hands nothing in, and makes nothing', async () => {
  const here = await place()
  expectRefused(await imports(here, 'nowhere.xlsx'), /nowhere\.xlsx/)
  expectRefused(await imports(here, await written(here, 'a.csv', '编号,内容\n1,2\n')), /工单编号、诉求内容/)
  expectRefused(await imports(here, await written(here, 'b.csv', '工单编号,诉求内容\n1,2\n')), /没有“诉求地址”这一列/)
  expectRefused(await imports(here, await written(here, 'c.csv', CSV.replace('RX-1', ''))), /第 2 行.*工单编号/)
  expectRefused(await imports(here, await written(here, 'd.csv', CSV.replace('1380', 'x1380'))), /第 2 行.*联系电话/)
  expectRefused(await imports(here, await written(here, 'e.png', Buffer.from([0x89, 0x50, 0, 0xff]))), /e\.png/)
  expectRefused(await imports(here, await workbook(here)), /一条工单也没有/)
  expectRefused(await imports(here, await written(here, 'f.csv', CSV), '--town', 'XX'), /XX[^]*青石镇/)
  expectRefused(await shaozi(here, 'import', 'orders', 'f.csv', '--map', 'none.yaml'), /none\.yaml/)
  const map = await written(here, 'bad.yaml', `${SMALL_MAP}items:\n  占道经营: CG01\n`)
  expectRefused(await shaozi(here, 'import', 'orders', 'f.csv', '--map', map), /bad\.yaml:5[^]*CG01[^]*CG001/)
  expectRefused(await imports(here, 'f.csv'), /数据库打不开/)
  expect(existsSync(here.dataDir)).toBe(false)

  const usage = await shaozi(here, 'import', 'orders', 'f.csv')
  expect(usage).toMatchObject({ code: 2, stdout: '' })
  expect(usage.stderr).toMatch(/少了选项 --map[^]*怎么办/)
})

it('names what is wrong with a return file', async () => {
  const here = await place()
  const exports = (since: string, out: string) => shaozi(here, 'export', 'orders', '--since', since, '--out', out)
  expectRefused(await exports('2026-11-31', 'a.xlsx'), /“2026-11-31”不是日期/)
  expectRefused(await exports('2026-11-01', 'a.pdf'), /a\.pdf/)
  expectRefused(await exports('2026-11-01', 'a.csv'), /数据库打不开/)
})
