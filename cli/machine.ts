import { lastVerified, lookAtCertificate, lookAtQueue, lookAtWecomsClock } from '../app/eyes.ts'
import type { Check } from '../config/doctor/check.ts'
import { checksOf } from '../config/doctor/signs.ts'
import type { Env } from '../config/env.ts'
import type { Store } from '../context.ts'
import { certificateSigns, chainSigns, redisSigns, skewSigns } from '../domain/alarm/signs.ts'

/** What the database knows of its own log, as the page of the machine has it. */
export async function logInDatabase(store: Pick<Store, 'note'>): Promise<Check[]> {
  const chain = await lastVerified(store)
  return chain ? checksOf('chain', chainSigns(chain)) : []
}

/** How the Redis is that REDIS_URL names; a private one is made as it must be. */
export async function redisOutside(env: Env): Promise<Check[]> {
  const found = await lookAtQueue(env)
  return found === 'none' ? [] : checksOf('redis', redisSigns(found))
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
