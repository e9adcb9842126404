import { backupOf, lastVerified, lookAtCertificate, lookAtWecomsClock } from '../app/eyes.ts'
import type { Check } from '../config/doctor/check.ts'
import { checksOf } from '../config/doctor/signs.ts'
import type { Env } from '../config/env.ts'
import type { Store } from '../context.ts'
import { backupSigns, certificateSigns, chainSigns, skewSigns } from '../domain/alarm/signs.ts'

/** What the database knows of backups and of its own log, as the page of the machine has it. */
export async function machineInDatabase(store: Pick<Store, 'note'>, now: Date): Promise<Check[]> {
  const [backup, chain] = await Promise.all([backupOf(store), lastVerified(store)])
  return [
    ...(backup ? checksOf('backup', backupSigns(backup, now)) : []),
    ...(chain ? checksOf('chain', chainSigns(chain)) : []),
  ]
}

/** The certificate of the public address, and what time it is at WeCom. */
export async function machineOutside(env: Env, wall: () => Date): Promise<Check[]> {
  const [certificate, skews] = await Promise.all([lookAtCertificate(env), lookAtWecomsClock(env, wall)])
  const signs = certificate ? certificateSigns(certificate, wall()) : []
  return [
    ...(certificate && 'until' in certificate ? checksOf('certificate', signs) : []),
    ...(certificate ? checksOf('address', signs) : []),
    ...(skews.length > 0 ? checksOf('skew', skewSigns(skews)) : []),
  ]
}
