import { isInForce } from '../../domain/route/match.ts'
import type { Duty, Town } from '../../domain/town.ts'
import { OPEN } from '../wording/open.ts'
import { OpenFault } from './fault.ts'
import type { Fields } from './format.ts'

/** What may be handed in: the items of the duty list in force that somebody in the house leads. `day` = YYYY-MM-DD. */
export const servicesOf = ({ duties }: Town, day: string): readonly Duty[] =>
  duties.filter((duty) => duty.mode !== 'refer' && isInForce(duty, day))

export function serviceOf(town: Town, day: string, code: string): Duty {
  const duty = servicesOf(town, day).find((each) => each.code === code)
  if (!duty) throw new OpenFault(404, OPEN.noService)
  return duty
}

/** A service as GeoReport v2 lists it; `batch`: the number comes a moment after the token. */
export const serviceFields = ({ code, name, category, keywords }: Duty): Fields => ({
  service_code: code,
  service_name: name,
  description: name,
  metadata: false,
  type: 'batch',
  keywords: keywords.join(','),
  group: category,
})
