#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { endWithTheReader, outliveTheReader } from './cli/pipe.ts'
import { speaksChinese, usageFault } from './cli/usage.ts'
import { wordingBackup } from './config/wording-backup.ts'
import { cli } from './config/wording-cli.ts'
import { wordingOpen } from './config/wording-open.ts'
import { cliEvidence } from './config/wording-evidence.ts'
import { cliReport } from './config/wording-report.ts'
import { wordingRoster } from './config/roster/wording-roster.ts'
import { wordingDuties } from './config/duties/wording-duties.ts'
import { wordingModel } from './config/wording-model.ts'
import { wordingPermits } from './config/permits/wording-permits.ts'
import type { ImportOptions } from './cli/importDuties.ts'
import { wordingOrders } from './config/orders/wording-orders.ts'
import type { ReportOptions } from './cli/report.ts'
import type { PermitOptions } from './cli/importPermits.ts'
import type { OrderOptions } from './cli/importOrders.ts'
import type { ReturnOptions } from './cli/exportOrders.ts'
import type { BackupOptions } from './cli/backup.ts'
import type { RestoreOptions } from './cli/restore.ts'
import type { UpgradeOptions } from './cli/upgrade.ts'

/** Exit codes: 0 well, 1 a fault, 2 usage. Each command is loaded only when it is asked for. */
const program = speaksChinese(new Command('shaozi').description(cli.help.program).exitOverride())
/** They work on when nobody reads their words any more. */
const STAY = ['start', 'simulator']
endWithTheReader()
program.hook('preAction', (_, command) => {
  if (STAY.includes(command.name())) outliveTheReader()
})

program
  .command('start', { isDefault: true })
  .description(cli.help.start)
  .action(async () => end(await (await import('./cli/start.ts')).start()))
program
  .command('simulator')
  .description(cli.help.simulator)
  .action(async () => end(await (await import('./cli/simulator.ts')).simulator()))
program
  .command('doctor')
  .description(cli.help.doctor)
  .option('--json', cli.help.json)
  .option('--offline', cli.help.offline)
  .action(async (options: { json?: boolean; offline?: boolean }) =>
    end(await (await import('./cli/doctor.ts')).doctor(options)),
  )
program
  .command('verify')
  .description(cli.help.verify)
  .argument('[file]', cliEvidence.help.verifyFile)
  .option('--json', cli.help.json)
  .action(async (file: string | undefined, options: { json?: boolean }) =>
    end(
      file === undefined
        ? await (await import('./cli/verify.ts')).verify(options)
        : await (await import('./cli/verifyPackage.ts')).verifyPackage(file, options),
    ),
  )
const backups = wordingBackup.help
program
  .command('backup')
  .description(backups.backup)
  .option('--out <folder>', backups.out)
  .option('--plain', backups.plain)
  .option('--make-key <file>', backups.makeKey)
  .option('--json', cli.help.json)
  .action(async (options: BackupOptions) => end(await (await import('./cli/backup.ts')).backup(options)))
program
  .command('restore [archive]')
  .description(backups.restore)
  .option('--to <folder>', backups.to)
  .option('--drill', backups.drill)
  .option('--yes', backups.yes)
  .option('--json', cli.help.json)
  .action(async (archive: string | undefined, options: RestoreOptions) =>
    end(await (await import('./cli/restore.ts')).restore(archive, options)),
  )
program
  .command('upgrade')
  .description(backups.upgrade)
  .option('--check', backups.check)
  .option('--plain', backups.plain)
  .option('--json', cli.help.json)
  .action(async (options: UpgradeOptions) => end(await (await import('./cli/upgrade.ts')).upgrade(options)))
program
  .command('evidence <caseNo>')
  .description(cliEvidence.help.evidence)
  .option('--out <file>', cliEvidence.help.out)
  .option('--reason <text>', cliEvidence.help.reason)
  .option('--json', cli.help.json)
  .action(async (caseNo: string, options: { out?: string; reason?: string; json?: boolean }) =>
    end(await (await import('./cli/evidence.ts')).evidence(caseNo, options)),
  )
program
  .command('report')
  .description(cliReport.help.report)
  .requiredOption('--month <month>', cliReport.help.month)
  .option('--town <code>', cliReport.help.town)
  .option('--out <file>', cliReport.help.out)
  .option('--json', cli.help.json)
  .action(async (options: ReportOptions) => end(await (await import('./cli/report.ts')).report(options)))
program
  .command('kf')
  .description(cli.help.kf)
  .command('links')
  .description(cli.help.kfLinks)
  .option('--out <folder>', cli.help.out)
  .option('--png', cli.help.png)
  .option('--pdf', cli.help.pdf)
  .action(async (options: { out?: string; png?: boolean; pdf?: boolean }) =>
    end(await (await import('./cli/kf.ts')).kfLinks(options)),
  )
const duties = wordingDuties.help
const imports = program.command('import').description(duties.import)
imports
  .command('duties <file>')
  .description(duties.importDuties)
  .option('--town <code>', duties.town)
  .option('--sheet <name>', duties.sheet)
  .option('--dry-run', duties.dryRun)
  .option('--skip-faulty', duties.skipFaulty)
  .option('--yes', duties.yes)
  .option('--json', cli.help.json)
  .action(async (file: string, options: ImportOptions) =>
    end(await (await import('./cli/importDuties.ts')).importDuties(file, options)),
  )
imports
  .command('roster <file>')
  .description(wordingRoster.help.importRoster)
  .option('--town <code>', duties.town)
  .option('--dry-run', wordingRoster.help.dryRun)
  .option('--json', cli.help.json)
  .action(async (file: string, options: { town?: string; dryRun?: boolean; json?: boolean }) =>
    end(await (await import('./cli/importRoster.ts')).importRoster(file, options)),
  )
const permits = wordingPermits.help
imports
  .command('permits <file>')
  .description(permits.import)
  .option('--town <code>', duties.town)
  .option('--kind <name>', permits.kind)
  .option('--unit <name>', permits.unit)
  .option('--dry-run', duties.dryRun)
  .option('--yes', permits.yes)
  .option('--json', cli.help.json)
  .action(async (file: string, options: PermitOptions) =>
    end(await (await import('./cli/importPermits.ts')).importPermits(file, options)),
  )
const orders = wordingOrders.help
imports
  .command('orders <file>')
  .description(orders.import)
  .requiredOption('--map <file>', orders.map)
  .option('--town <code>', duties.town)
  .option('--dry-run', orders.dryRun)
  .option('--json', cli.help.json)
  .action(async (file: string, options: OrderOptions) =>
    end(await (await import('./cli/importOrders.ts')).importOrders(file, options)),
  )
const exports = program.command('export').description(duties.export)
exports
  .command('orders')
  .description(orders.export)
  .requiredOption('--since <day>', orders.since)
  .requiredOption('--out <file>', orders.out)
  .option('--town <code>', duties.town)
  .option('--json', cli.help.json)
  .action(async (options: ReturnOptions) => end(await (await import('./cli/exportOrders.ts')).exportOrders(options)))
exports
  .command('duties')
  .description(duties.exportDuties)
  .requiredOption('--out <file>', duties.out)
  .option('--town <code>', duties.town)
  .option('--json', cli.help.json)
  .action(async (options: { out: string; town?: string; json?: boolean }) =>
    end(await (await import('./cli/duties.ts')).exportDuties(options)),
  )
const lists = program.command('duties').description(duties.duties)
lists
  .command('versions')
  .description(duties.versions)
  .option('--town <code>', duties.town)
  .option('--json', cli.help.json)
  .action(async (options: { town?: string; json?: boolean }) =>
    end(await (await import('./cli/duties.ts')).dutyVersions(options)),
  )
lists
  .command('rollback <version>')
  .description(duties.rollback)
  .option('--town <code>', duties.town)
  .option('--json', cli.help.json)
  .action(async (version: string, options: { town?: string; json?: boolean }) =>
    end(await (await import('./cli/duties.ts')).rollBackDuties(version, options)),
  )
program
  .command('open-key <name>')
  .description(wordingOpen.help)
  .option('--json', cli.help.json)
  .action(async (name: string, options: { json?: boolean }) =>
    end((await import('./cli/openKey.ts')).openKey(name, options)),
  )
program
  .command('sign-in-link [userid]')
  .description(cli.help.signInLink)
  .option('--json', cli.help.json)
  .action(async (userid: string | undefined, options: { json?: boolean }) =>
    end(await (await import('./cli/signInLink.ts')).signInLink(userid, options)),
  )
const keys = program.command('keys').description(cli.help.keys)
keys
  .command('check')
  .description(cli.help.keysCheck)
  .option('--json', cli.help.json)
  .action(async (options: { json?: boolean }) => end(await (await import('./cli/keys.ts')).keysCheck(options)))
keys
  .command('rotate')
  .description(cli.help.keysRotate)
  .option('--json', cli.help.json)
  .action(async (options: { json?: boolean }) => end(await (await import('./cli/keys.ts')).keysRotate(options)))
const model = wordingModel.help
program
  .command('train')
  .description(model.train)
  .requiredOption('--in <file>', model.in)
  .requiredOption('--out <file>', model.out)
  .option('--json', cli.help.json)
  .action(async (options: { in: string; out: string; json?: boolean }) =>
    end(await (await import('./cli/train.ts')).train(options)),
  )
program
  .command('classify')
  .description(model.classify)
  .requiredOption('--model <file>', model.model)
  .requiredOption('--in <file>', model.in)
  .option('--json', cli.help.json)
  .action(async (options: { model: string; in: string; json?: boolean }) =>
    end(await (await import('./cli/classify.ts')).classify(options)),
  )
program
  .command('eval')
  .description(model.eval)
  .requiredOption('--model <file>', model.model)
  .requiredOption('--in <file>', model.in)
  .option('--json', cli.help.json)
  .action(async (options: { model: string; in: string; json?: boolean }) =>
    end(await (await import('./cli/evalModel.ts')).evalModel(options)),
  )

try {
  await program.parseAsync(process.argv)
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  if (error.exitCode !== 0) process.stderr.write(`${usageFault(error, program, process.argv.slice(2))}\n`)
  end(error.exitCode === 0 ? 0 : 2)
}

/** Output is flushed before the process ends, also into a pipe. */
function end(code: number): void {
  process.exitCode = code
  process.stdout.write('', () => process.exit(code))
}
