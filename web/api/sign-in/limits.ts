import { SIGN_IN } from '../../wording/api.ts'
import type { Limiter, Limiters } from '../../limiter.ts'
import { PageRefusal } from '../route.ts'

const SECONDS = 15 * 60
/** codes that are sent to one person in that time */
const ASKED = 3
/** guesses at the code of one person */
const TRIED = 10
/**
 * What one address may get wrong: names nobody has, codes and links that are wrong. A town hall of hundreds behind one
 * address mistypes less; what was right does not count.
 * A code is one of 1,000,000. At 10 guesses in 15 minutes one person stands against 960 a day: a chance of 1 in 1000, while
 * he is sent 3 codes every 15 minutes, 288 a day. An address that guesses at everybody has 200, then is shut for as long:
 * 9600 a day, 1 in 100, and all staff have been sent codes they never asked for. A link has 256 bits.
 */
const WRONG = 200

/** Nobody can guess his way in, or have codes rained on somebody; and nobody is shut out by who sits behind the same address. */
export function limits(limiters: Limiters) {
  const make = (name: string, points: number) =>
    limiters.make(`sign-in-${name}`, { points, seconds: SECONDS, block: SECONDS })
  const asked = make('asked', ASKED)
  const tried = make('tried', TRIED)
  const wrong = make('wrong', WRONG)
  return {
    /** A code is asked for. `who` = whom it counts for; `known` = is anybody called so? */
    async asked(ip: string, who: string, known: boolean): Promise<void> {
      await count(asked, who)
      if (!known) await count(wrong, ip)
    },
    /** A guess, counted before it is looked at: of many at once none comes past. Answers what to call where it was right. */
    async tried(ip: string, who: string | null): Promise<() => Promise<unknown>> {
      if (who !== null) await count(tried, who)
      await count(wrong, ip)
      return () => wrong.reward(ip)
    },
  }
}

async function count(limit: Limiter, who: string): Promise<void> {
  if ((await limit.consume(who)) !== null) throw new PageRefusal(429, SIGN_IN.tooMany)
}
