import { LOOKED_AT, squeeze } from '../text/fold.ts'
import type { Channel } from '../town.ts'
import { CHANNELS } from './wording-elsewhere.ts'

/** Who decides what the township does not: `id` is counted, the rest is told. */
export type Elsewhere = Readonly<{ id: string; name: string; phone: string }>

/** 不归镇里管: whose business a text is, by the township's own list first; null where nothing says so. */
export function elsewhereOf(text: string, own: readonly Channel[] = []): Elsewhere | null {
  const said = squeeze(text.slice(0, LOOKED_AT))
  const listed = own.find(({ keywords }) => keywords.some((word) => said.includes(squeeze(word))))
  if (listed) return listed
  const known = Object.entries(CHANNELS).find(([, { says }]) => says.test(said))
  return known ? { id: known[0], name: known[1].name, phone: known[1].phone } : null
}
