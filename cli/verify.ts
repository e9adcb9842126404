import { existsSync } from 'node:fs'
import { cli } from '../config/wording-cli.ts'
import { cliReport } from '../config/wording-report.ts'
import { cliEvidence } from '../config/wording-evidence.ts'
import { CHAIN_NAMES, sayChainFault } from '../domain/evidence/wording-chain.ts'
import { parseUrl } from '../store/url.ts'
import { explain } from './fail.ts'
import { stateIn, type BadFile, type FilesChecked } from '../backup/stored.ts'
import { wholeOf } from '../backup/whole.ts'
import { refuse } from './refuse.ts'
import { settings } from './settings.ts'

/** `shaozi verify`: recomputes the chains of events and of accesses and the hashes of all files it names, read-only, also while the program runs. 0 = whole, 1 = not. */
export async function verify(options: Readonly<{ json?: boolean }>): Promise<number> {
  try {
    const { events, head, chain, looks, files, reports, seals: broken } = await look()
    const faults = [...chain, ...looks.faults, ...(files?.faults ?? []), ...broken]
    const { checked = 0, erased = 0 } = files ?? {}
    const counts = { events, head, accesses: looks.rows, accessHead: looks.head, oldAccesses: looks.before }
    const found = { ok: faults.length === 0, ...counts, faults, files: checked, erased, reports }
    const log = chain.length === 0 ? cli.verifyOk(events, head) : `${listed(cli.verifyBad, chain)}\n${cli.verifyMend}`
    const seals =
      broken.length === 0 ? cliReport.sealsOk(reports) : `\n${broken.map((fault) => `  · ${fault}`).join('\n')}`
    const said = `${log}\n${looksSaid(looks)}\n${files ? filesSaid(files) : cliEvidence.filesNotRead}${seals}`
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : `${said}\n`)
    return found.ok ? 0 : 1
  } catch (error) {
    const code = explain(error, null, cli.cannotVerify)
    if (options.json)
      process.stdout.write(`${JSON.stringify({ ok: false, events: null, head: null, faults: [cli.cannotVerify] })}\n`)
    return code
  }
}

const listed = (title: string, faults: readonly string[]): string =>
  `${title}\n${faults.map((fault) => `  · ${fault}`).join('\n')}`

type Looks = Readonly<{ rows: number; before: number; head: string; faults: readonly string[] }>
const looksSaid = ({ rows, before, head, faults }: Looks): string =>
  faults.length === 0 ? cliEvidence.accessesOk(rows, before, head) : listed(cliEvidence.accessesBad, faults)

type Files = Readonly<{ checked: number; erased: number; faults: readonly string[] }>
const filesSaid = ({ checked, erased, faults }: Files): string =>
  faults.length === 0 ? cliEvidence.filesOk(checked, erased) : listed(cliEvidence.filesBad, faults)

/** Bad files that are named one by one. */
const SHOWN = 20

async function look() {
  const env = settings()
  const place = parseUrl(env.databaseUrl)
  if (place.provider === 'sqlite' && !existsSync(place.path)) refuse(cli.noDatabase(place.path))
  const { chain, accesses, files, ...found } = await wholeOf(env.databaseUrl, stateIn(env.dataDir))
  const looks = { ...accesses, faults: accesses.faults.map((fault) => sayChainFault(fault, CHAIN_NAMES.accesses)) }
  return { ...found, chain: chain.map((fault) => sayChainFault(fault)), looks, files: files && named(files) }
}

function named({ bad, ...counts }: FilesChecked): Files {
  const more = bad.length - SHOWN
  const faults = [...bad.slice(0, SHOWN).map(said), ...(more > 0 ? [cliEvidence.moreFiles(more)] : [])]
  return { ...counts, faults }
}

const said = ({ caseNo, seq, sha256, state }: BadFile): string => cliEvidence.badFile[state](caseNo, seq, sha256)
