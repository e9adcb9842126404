import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { villages } from '../town.ts'

/** So many units that no chat is sent more than WeCom lets one hear in a minute: 24 times as many cases a minute. */
export const UNITS = 300

const keyword = (n: number): string => `第${n}类摊`
const numbers = Array.from({ length: UNITS }, (_, n) => n)

export const groups = numbers.map((n) => ({ chatid: `wr${n}`, name: `群${n}`, members: [`u-${n}`] }))

/** The sample township, as files, with many units and one item for each; the staff of the sample stays. */
export async function writeTown(folder: string): Promise<void> {
  await cp('config/town', folder, { recursive: true })
  const file = join(folder, 'town.yaml')
  const town = parse(await readFile(file, 'utf8')) as Record<'stations' | 'people' | 'groups', object[]>
  town.stations.push(
    ...numbers.map((n) => ({
      id: `unit-${n}`,
      name: `${n}所`,
      kind: 'resident',
      head: `u-${n}`,
      duty: [],
      group: `grp-${n}`,
    })),
  )
  town.people.push(
    ...numbers.map((n) => ({ userid: `u-${n}`, name: `队员${n}`, station: `unit-${n}`, roles: ['head', 'officer'] })),
  )
  town.groups.push(
    ...numbers.map((n) => ({
      id: `grp-${n}`,
      name: `群${n}`,
      aibot_chatid: `wr${n}`,
      webhook_key: '',
      appchat_id: '',
    })),
  )
  await writeFile(file, stringify(town))
  await lines(folder, 'duties.csv', (row) =>
    numbers.map((n) => ({
      ...row,
      code: `D${n}`,
      name: `占道${n}类`,
      keywords: keyword(n),
      lead: `unit-${n}`,
      assist: '',
    })),
  )
  await lines(folder, 'villages.csv', () => villages.map(({ code, name }) => ({ code, name })))
  await writeFile(join(folder, 'areas.csv'), `${(await readFile('config/town/areas.csv', 'utf8')).split('\n', 1)[0]}\n`)
}

/** Replaces the rows of a table by rows made after its first one. */
async function lines(
  folder: string,
  name: string,
  make: (first: Readonly<Record<string, string>>) => readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const file = join(folder, name)
  const [head = '', first = ''] = (await readFile(file, 'utf8')).split('\n')
  const names = head.replace('\uFEFF', '').split(',')
  const values = first.split(',')
  const row = Object.fromEntries(names.map((column, n) => [column, values[n] ?? '']))
  const text = make(row).map((one) => names.map((column) => one[column] ?? '').join(','))
  await writeFile(file, `${[head, ...text].join('\n')}\n`)
}

/** The n-th report: a unit hears of each village once, so that each is a case of its own; nobody writes twice in a round. */
export function reported(n: number): Readonly<{ from: string; text: string }> {
  const village = villages[(Math.floor(n / UNITS) + n) % villages.length]?.name ?? ''
  return { from: `m-${n % 20_000}`, text: `${village}村口有人占道摆摊${keyword(n % UNITS)}` }
}
