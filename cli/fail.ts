import type { Fault } from '../config/fault.ts'
import { wordingBackup } from '../config/wording-backup.ts'
import { cli } from '../config/wording-cli.ts'
import { BackupFault } from '../domain/backup/fault.ts'
import { KeysRefused } from '../identity/keyFile.ts'
import { StoreRefusal } from '../store/refusal.ts'

/** A start that cannot be: what is wrong and how to mend it, for the person at the terminal. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.map((f) => f.problem).join('; '))
    this.faults = faults
  }
}

/** Prints cause and mend, and returns the exit code. Anything we did not foresee keeps its English text for the maintainer. */
export function explain(
  error: unknown,
  options: Readonly<{ host: string; port: number }> | null,
  title: string = cli.cannotStart,
): number {
  const faults = error instanceof StartFault ? error.faults : [known(error, options)]
  process.stderr.write(`${title}\n${faults.map(faultLine).join('\n')}\n`)
  return 1
}

export function faultLine(fault: Fault): string {
  const line = fault.line === null ? '' : `:${fault.line}`
  const where = fault.file
    ? `${fault.file}${line} ${fault.field ? `[${fault.field}] ` : ''}`
    : fault.field
      ? `[${fault.field}] `
      : ''
  return cli.fault(where, fault.problem, fault.mend)
}

function known(error: unknown, options: Readonly<{ host: string; port: number }> | null): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof StoreRefusal) {
    process.stderr.write(`${error.message}\n`)
    return words(cli.storeBad[error.code][0], cli.storeBad[error.code][1])
  }
  if (error instanceof BackupFault) {
    const { problem, mend } = wordingBackup.faults[error.code](error.detail)
    return words(problem, mend)
  }
  if (error instanceof KeysRefused) return words(...(cli.keysBad[error.why](error.file) as readonly [string, string]))
  const listening = error instanceof Error && 'syscall' in error && error.syscall === 'listen'
  if (code === 'EADDRINUSE' && options) return words(...cli.portTaken(options.port))
  if (code === 'EACCES' && listening && options) return words(...cli.portDenied(options.port))
  if ((code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') && options)
    return words(...cli.hostBad(options.host))
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return words(...cli.storeBad['read-only'])
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return words(...cli.unexpected)
}

function words(problem: string, mend: string): Fault {
  return { file: '', line: null, field: '', problem, mend }
}
