import { LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { CHANNELS } from './wording-elsewhere.ts'

/** Who decides what the township does not: `id` is counted, the rest is told. */
export type Elsewhere = Readonly<{ id: string; name: string; phone: string }>

/** From here on what was learnt says whose business it is, without any of the words for it. */
const SURE = 0.6

/**
 * 不归镇里管: whose business a text is, by the township's own list first, then by the words people use for it, then by
 * what was learnt; null where nothing says so.
 */
export function elsewhereOf(
  text: string,
  { channels = [], hearing }: Pick<Town, 'channels' | 'hearing'>,
): Elsewhere | null {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const listed = channels.find(({ keywords }) => keywords.some((word) => said.includes(squeeze(word))))
  if (listed) return listed
  const named = IDS.find((id) => CHANNELS[id].says.test(said))
  const learnt = named ? null : hearing?.business(text)
  const id = named ?? IDS.find((each) => each === learnt?.label && learnt.p >= SURE)
  return id ? { id, name: CHANNELS[id].name, phone: CHANNELS[id].phone } : null
}

const IDS = Object.keys(CHANNELS) as (keyof typeof CHANNELS)[]
