/** How an area did: changes that were noticed, and that were not. */
export type Row = Readonly<{ name: string; killed: number; survived: number; minutes: number }>

const HEAD = '| area | noticed | not noticed | score | minutes |\n| --- | --- | --- | --- | --- |\n'
const BEGIN = '<!-- made by npm run mutation -->\n'
const LINE = /^\| ([a-z]+) \| (\d+) \| (\d+) \| [\d.]+ % \| (\d+) \|$/gm

/** The page with this row in its table, which is in the order of the areas. */
export function withRow(page: string, row: Row, order: readonly string[]): string {
  const [before = '', table = ''] = page.split(BEGIN)
  const rows = new Map(rowsOf(table.replace(/ +/g, ' ')).map((each) => [each.name, each]))
  rows.set(row.name, row)
  const lines = order.flatMap((name) => rows.get(name) ?? []).map(lineOf)
  return `${before}${BEGIN}\n${HEAD}${lines.join('\n')}\n`
}

const rowsOf = (table: string): Row[] =>
  [...table.matchAll(LINE)].map(([, name = '', killed, survived, minutes]) => ({
    name,
    killed: Number(killed),
    survived: Number(survived),
    minutes: Number(minutes),
  }))

function lineOf({ name, killed, survived, minutes }: Row): string {
  const score = (killed / Math.max(1, killed + survived)) * 100
  return `| ${name} | ${killed} | ${survived} | ${score.toFixed(1)} % | ${minutes} |`
}
