import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { doctor } from '../../config/doctor.ts'
import { readTables } from '../../config/duties/table.ts'
import { newOpenKey, readOpenKeys } from '../../config/open/keys.ts'
import { readOrderMap } from '../../config/orders/map.ts'
import { ordersIn } from '../../config/orders/read.ts'
import { newNotes } from '../../config/township/notes.ts'
import { loadTowns } from '../../config/township/load.ts'
import { change, edited, loaded, SAMPLE, sampleLine, TODAY, township, type Edits } from './folder.ts'

const HOOKS = `webhooks:
  - id: county
    url: https://county.example.org/hook
    events: [opened, closed]
    secret_env: SHAOZI_HOOK_COUNTY
  - { id: city, url: "https://city.example.org/", events: all, secret_file: city.secret }
`
const hooksWith = (from: string, to: string): Edits => ({ 'webhooks.yaml': HOOKS.replace(from, () => to) })

async function faultsOf(edits: Edits) {
  const read = await loadTowns(await township(edits), TODAY)
  return read.ok ? [] : read.faults
}

async function warningsOf(edits: Edits) {
  return (await loadTowns(await township(edits), TODAY)).warnings
}

describe('webhooks.yaml', () => {
  it('is read, with the secrets left where they are', async () => {
    const { town } = await edited({ 'webhooks.yaml': HOOKS })
    expect(town.hooks).toMatchObject([
      { id: 'county', events: ['opened', 'closed'], secret: { env: 'SHAOZI_HOOK_COUNTY' } },
      { id: 'city', secret: { file: expect.stringMatching(/^\/.*\/city\.secret$/) } },
    ])
    expect(town.hooks?.[1]?.events).toContain('finished')
  })

  it('may be missing', async () => {
    expect((await edited({})).town.hooks).toEqual([])
  })

  it.each([
    ['https://county.example.org/hook', 'ftp://county.example.org/', 3, 'ftp'],
    ['https://county.example.org/hook', 'https://a:b@county.example.org/', 3, 'county.example.org'],
    ['[opened, closed]', '[opened, eaten]', 4, 'eaten'],
    ['    events: [opened, closed]\n', '', 2, '变化'],
    ['    secret_env: SHAOZI_HOOK_COUNTY\n', '', 2, '密钥'],
    ['SHAOZI_HOOK_COUNTY', 'my secret', 5, 'my secret'],
    ['id: city', 'id: county', 6, 'county'],
    ['url: "https://city.example.org/", ', '', 6, 'url'],
  ])('names the line and what is wrong: %s → %s', async (from, to, line, words) => {
    const [fault] = await faultsOf(hooksWith(from, to))
    expect(fault).toMatchObject({ line, problem: expect.stringContaining(words), mend: expect.any(String) })
    expect(fault?.problem).not.toContain('a:b')
  })
})

describe('orders-12345.yaml', () => {
  it('is looked at with its township, which starts all the same, and names the line of an item that is none', async () => {
    const [fault] = await warningsOf({
      'orders-12345.yaml': change('# items:\n#   占道经营: CG001', 'items:\n  占道经营: CG01'),
    })
    expect(fault).toMatchObject({
      line: await sampleLine('orders-12345.yaml', '占道经营: CG001'),
      mend: expect.stringContaining('CG001'),
    })
    const [missing] = await warningsOf({ 'orders-12345.yaml': change('  text: 诉求内容\n', '') })
    expect(missing?.problem).toContain('columns.text')
  })

  const rows = async (...body: readonly (readonly (string | Date)[])[]) => {
    const file = join(await mkdtemp(join(tmpdir(), 'shaozi-orders-')), 'orders.xlsx')
    const head = ['工单编号', '诉求内容', '诉求地址', '诉求人', '联系电话', '诉求类型', '办理时限']
    const cells = [head, ...body].map((line) =>
      line.map((value) =>
        value instanceof Date ? { type: Date, value, format: 'yyyy-mm-dd hh:mm' } : { type: String, value },
      ),
    )
    await writeExcelFile(cells).toFile(file)
    const folder = await township({ 'orders-12345.yaml': change('# items:\n#   占', 'items:\n  占') })
    const map = await readOrderMap(newNotes(), join(folder, 'orders-12345.yaml'), (await loaded(folder)).town.duties)
    if (!map) throw new Error('no map')
    return ordersIn(await readTables(file), 'QS', map)
  }
  const until = async (written: string | Date) => {
    const { orders, faults } = await rows(['RX-1', '有人摆摊', '', '', '', '', written])
    return faults[0]?.column ?? orders[0]?.order.answerBy
  }

  it.each([
    ['2026-12-03 17:00', '2026-12-03T09:00:00.000Z'],
    ['2026/12/3 8:05', '2026-12-03T00:05:00.000Z'],
    ['2026年12月3日17时30分', '2026-12-03T09:30:00.000Z'],
    ['2026-12-03', '2026-12-03T15:59:00.000Z'],
    ['2026-12-03 24:00', '2026-12-03T16:00:00.000Z'],
    ['', null],
    ['2026-02-30', '办理时限'],
    ['2026-12-03 25:00', '办理时限'],
    ['后天', '办理时限'],
  ])('reads when an answer is wanted: %s', async (written, instant) => {
    expect(await until(written)).toBe(instant)
  })

  it('reads what Excel keeps as a moment, to the minute', async () => {
    expect(await until(new Date('2026-12-03T17:00:00Z'))).toBe('2026-12-03T09:00:00.000Z')
  })

  it('takes the first of two lines with one number, and keeps who called apart from what he said', async () => {
    const { orders, twice } = await rows(
      ['RX-1', '有人摆摊', '王家村', '刘桂兰', '138-0000 2222', '占道经营', ''],
      ['RX-1', '又来了', '', '', '', '', ''],
    )
    expect(twice).toBe(1)
    expect(orders).toMatchObject([
      { order: { no: 'RX-1', text: '有人摆摊', item: 'CG001' }, contact: { name: '刘桂兰', phone: '138-00002222' } },
    ])
    expect(JSON.stringify(orders[0]?.order)).not.toContain('刘桂兰')
  })
})

describe('the keys of Open311', () => {
  const written = async (text: string) => {
    const file = join(await mkdtemp(join(tmpdir(), 'shaozi-keys-')), 'keys.txt')
    await writeFile(file, text)
    return file
  }

  it('are made, and known by their hash only', async () => {
    const { key, line } = newOpenKey('hotline-app')
    expect(line).not.toContain(key)
    const { keys, faults } = await readOpenKeys(await written(`\uFEFF# comment\n\n${line}  # the app\n`))
    expect(faults).toEqual([])
    expect(keys.map(({ name }) => name)).toEqual(['hotline-app'])
  })

  it.each([
    ['hotline-app my-plain-key', 1, '不是一个密钥'],
    [`a sha256:${'0'.repeat(64)}\na sha256:${'1'.repeat(64)}`, 2, '用了两次'],
  ])('that are none let nobody in, and are named by their line', async (text, line, words) => {
    const { faults } = await readOpenKeys(await written(text))
    expect(faults).toMatchObject([{ line, problem: expect.stringContaining(words) }])
    expect(JSON.stringify(faults)).not.toContain('my-plain-key')
  })
})

describe('the doctor', () => {
  const examined = async (raw: Readonly<Record<string, string>>) => {
    const cwd = await mkdtemp(join(tmpdir(), 'shaozi-doctor-'))
    const env = { PORT: '0', DATA_DIR: join(cwd, 'data'), TOWN_CONFIG: SAMPLE, REDIS_URL: 'none', ...raw }
    const checks = await doctor({ cwd, processEnv: env, now: new Date('2026-06-01T02:00:00Z') })
    return checks.filter(({ name }) => name === '其他系统')
  }

  it('says nothing of other systems where there are none', async () => {
    expect(await examined({})).toEqual([])
  })

  it('finds keys that cannot be read, and secrets that are missing or short', async () => {
    expect(await examined({ OPEN_DATA: 'on' })).toMatchObject([{ ok: 'ok', cause: expect.stringContaining('0 个') }])
    expect(await examined({ OPEN_DATA: 'on', OPEN311_KEYS: '/nowhere' })).toMatchObject([{ ok: 'bad' }])
    const folder = await township({ 'webhooks.yaml': HOOKS, 'city.secret': 'short' })
    expect(await examined({ TOWN_CONFIG: folder })).toMatchObject([
      { ok: 'bad', cause: expect.stringContaining('SHAOZI_HOOK_COUNTY') },
      { ok: 'bad', cause: expect.stringContaining('city.secret') },
    ])
  })
})
