import { readTables } from '../config/duties/table.ts'
import { mergeRoster, writeRoster } from '../config/roster/merge.ts'
import { rosterIn, type RosterFault } from '../config/roster/read.ts'
import { wordingRoster as words } from '../config/roster/wording-roster.ts'
import { dayInShanghai } from '../config/township/load.ts'
import { chosen, failed, print, titleOf } from './place.ts'
import { refuse } from './refuse.ts'

type Options = Readonly<{ town?: string; json?: boolean; dryRun?: boolean }>

/** `shaozi import roster file.xlsx`: all of it or nothing; every faulty row is named. 0 = imported (or could be), 1 = not. */
export async function importRoster(file: string, options: Options): Promise<number> {
  try {
    const place = await chosen(options.town)
    const { shifts, faults } = rosterIn(await readTables(file), place)
    if (faults.length > 0) return faulty(faults, options)
    const merged = mergeRoster(place.roster, shifts, dayInShanghai(new Date()))
    const days = merged.taken.map(({ date }) => date).toSorted()
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return refuse(words.noRows())
    if (!options.dryRun) await writeRoster(place.folder, merged.roster)
    const { past, replaced, taken, roster } = merged
    const said = [
      words.summary(titleOf(place), taken.length, first, last),
      ...(past > 0 ? [words.past(past)] : []),
      ...(replaced > 0 ? [words.replaced(replaced)] : []),
      words.kept(roster.length - taken.length),
      options.dryRun ? words.dryRun : words.done,
    ]
    const result = { ok: true, town: place.code, rows: taken.length, from: first, to: last, past, replaced }
    return print(options.json, result, said.join('\n'))
  } catch (error) {
    return failed(error, words.cannotImport, options.json)
  }
}

function faulty(faults: readonly RosterFault[], { json }: Options): number {
  if (json) print(true, { ok: false, faults }, '')
  const lines = faults.map(({ row, column, ...said }) => words.row(row, column, said))
  process.stderr.write(`${words.cannotImport}\n${lines.join('\n')}\n`)
  return 1
}
