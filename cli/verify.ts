import { cli } from '../config/wording-cli.ts'
import { cliReport } from '../config/wording-report.ts'
import { cliEvidence } from '../config/wording-evidence.ts'
import { openReadOnly } from '../store/open.ts'
import { explain } from './fail.ts'
import { checkFiles, type BadFile } from './files.ts'
import { brokenSeals } from './sealed.ts'
import { settings } from './settings.ts'

/** `shaozi verify`: recomputes the chain of events and the hashes of all files it names, read-only, also while the program runs. 0 = whole, 1 = not. */
export async function verify(options: Readonly<{ json?: boolean }>): Promise<number> {
  try {
    const { events, head, faults, files, reports } = await look()
    const checked = { files: files.checked, erased: files.erased, reports }
    const found = { ok: faults.length === 0, events, head, faults, ...checked }
    const whole = `${cli.verifyOk(events, head)}\n${cliEvidence.filesOk(files.checked, files.erased)}${cliReport.sealsOk(reports)}`
    const said = found.ok ? whole : `${cli.verifyBad}\n${faults.map((f) => `  · ${f}`).join('\n')}`
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : `${said}\n`)
    return found.ok ? 0 : 1
  } catch (error) {
    const code = explain(error, null, cli.cannotVerify)
    if (options.json)
      process.stdout.write(`${JSON.stringify({ ok: false, events: null, head: null, faults: [cli.cannotVerify] })}\n`)
    return code
  }
}

const NONE = { checked: 0, erased: 0, bad: [] } as const
/** Bad files that are named one by one. */
const SHOWN = 20

async function look() {
  const env = settings()
  const store = await openReadOnly(env.databaseUrl)
  try {
    const found = await store.verify()
    const files = await checkFiles(env.dataDir, store.loggedFiles).catch((error: unknown) => {
      // a log that was tampered with may name files in no way that can be read
      if (found.ok) throw error
      return NONE
    })
    const more = files.bad.length - SHOWN
    const bad = [...files.bad.slice(0, SHOWN).map(said), ...(more > 0 ? [cliEvidence.moreFiles(more)] : [])]
    const sealed = await store.sealedReports()
    return { ...found, files, reports: sealed.length, faults: [...found.faults, ...bad, ...brokenSeals(sealed)] }
  } finally {
    await store.close()
  }
}

const said = ({ caseNo, seq, sha256, state }: BadFile): string => cliEvidence.badFile[state](caseNo, seq, sha256)
