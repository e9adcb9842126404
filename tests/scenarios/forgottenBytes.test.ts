import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startPurge } from '../../handlers/purge.ts'
import { openBooks } from '../invariants/books.ts'
import type { House } from './house.ts'
import { PNG } from './pictures.ts'
import { eachTestHasAHouse, STALL } from './story.ts'

/** What tells who he is: he says it, his picture is called so, and those who work on his case repeat it. */
const TRACES = ['李大明', '13812345678', '410105199003071234', 'v-lihua', '紫藤巷8号'] as const

/** Where a trace lies under DATA_DIR: in any file, as it is on the disk; the WAL and the private keys' folder are among them. */
async function lying(house: House): Promise<readonly string[]> {
  await house.settled()
  const found = await readdir(house.dataDir, { recursive: true, withFileTypes: true })
  const files = found.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const hits = files.map(async (file) => {
    const bytes = await readFile(file)
    return TRACES.filter((trace) => bytes.includes(trace)).map((trace) => `${relative(house.dataDir, file)}: ${trace}`)
  })
  const logged = TRACES.filter((trace) => house.lines.some((line) => line.includes(trace)))
  return [...(await Promise.all(hits)).flat(), ...(await inRows(house)), ...logged.map((trace) => `log: ${trace}`)]
}

/** The rows it lies in, so that whoever reads of a failure knows where to look. */
async function inRows(house: House): Promise<readonly string[]> {
  const books = await openBooks(house.database)
  const tables = await books.tables()
  const rows = await Promise.all(tables.map((name) => books.rows(`SELECT * FROM "${name}"`)))
  await books.close()
  return rows.flatMap((found, n) =>
    found
      .map((row) => JSON.stringify(row))
      .filter((row) => TRACES.some((trace) => row.includes(trace)))
      .map((row) => `${tables[n]}: ${row.slice(0, 600)}`),
  )
}

describe('somebody who had himself deleted', () => {
  const house = eachTestHasAHouse()

  it('is in no byte of DATA_DIR and in no line of the log, whatever was done with what he said', async () => {
    const villager = house().person('v-lihua')
    const unit = house().person('u-zhangwei')
    await villager.sends(
      [{ name: '李大明家门口.png', data: PNG }],
      `${STALL}，我叫李大明，电话13812345678，就住紫藤巷8号`,
    )
    await villager.says('保密，身份证410105199003071234')
    await unit.says('签收 0001')
    await unit.says('问群众 0001 一般几点出来？')
    await villager.says('晚上六点多，我叫李大明13812345678')
    await house().person('u-zhouting').says('查看反映人 0001 案件需要核实情况')
    await house().person('u-songming').says('同意查看 0001')
    await unit.says('受阻 0001 缺设备，李大明家的路太窄，找他13812345678')
    await unit.says('反馈 0001 和反映人李大明（13812345678）一起看过现场')
    await unit.says('办结 0001 已经清走，李大明13812345678说满意')
    await villager.says('满意')
    await villager.says('有人在半夜偷偷倒垃圾，我是李大明')
    expect((await lying(house())).length, 'before, the database holds it').toBeGreaterThan(0)
    await startPurge(house().core.ctx)
    await villager.says('删除我的信息')
    await villager.says('确认删除')
    await house().forward('2m')
    house().readsAll()
    expect(await lying(house())).toEqual([])
    await house().forward('1d')
    house().readsAll()
    expect(await lying(house())).toEqual([])
    const files = (await readdir(join(house().dataDir, 'files'), { recursive: true })).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    )
    expect(files, 'the picture of his closed case').toEqual([])
  })
})
