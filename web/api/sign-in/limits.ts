import { RateLimiterMemory } from 'rate-limiter-flexible'
import { SIGN_IN } from '../../wording/api.ts'
import { PageRefusal } from '../route.ts'

const SECONDS = 15 * 60
/** codes that are sent to one person, or asked for from one address, in that time */
const ASKED = { person: 3, ip: 20 }
/** guesses; a code of six digits stands against them for longer than it is good */
const TRIED = { person: 10, ip: 40 }

/** Nobody can guess his way in, or have codes rained on somebody. */
export function limits() {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: SECONDS, blockDuration: SECONDS })
  const asked = { person: limiter(ASKED.person), ip: limiter(ASKED.ip) }
  const tried = { person: limiter(TRIED.person), ip: limiter(TRIED.ip) }
  const count = async (both: typeof asked, ip: string, who: string): Promise<void> => {
    try {
      await both.ip.consume(ip)
      await both.person.consume(who.toLowerCase())
    } catch {
      throw new PageRefusal(429, SIGN_IN.tooMany)
    }
  }
  return {
    asked: (ip: string, who: string) => count(asked, ip, who),
    tried: (ip: string, who: string) => count(tried, ip, who),
  }
}
