import { doctor as examine, exitCode, printChecks } from '../config/doctor.ts'

/** `shaozi doctor`: everything a start needs, with cause and mend. 0 = a start will work, 1 = something is wrong. */
export async function doctor(options: Readonly<{ json?: boolean }>): Promise<number> {
  const checks = await examine({ cwd: process.cwd(), processEnv: process.env, now: new Date() })
  process.stdout.write(`${printChecks(checks, options.json === true)}\n`)
  return exitCode(checks)
}
