import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { Policy } from '../domain/policy.ts'
import type { Town } from '../domain/town.ts'
import { loadTowns } from '../config/township/load.ts'

/** As many units as a county has: WeCom lets one group hear 30 messages a minute, so nobody needs one chat to be fast. */
export const UNITS = 200

/**
 * The sample township cut to the measured story: a report makes an answer and one card for the unit's group (2 outbox rows),
 * 2 events and 3 timers. The clocks are short enough that BullMQ is given all three timers, as the ceiling is.
 */
export async function benchTown(
  limits: 'short' | 'long',
): Promise<Readonly<{ towns: readonly Town[]; calendar: Calendar }>> {
  const loaded = await loadTowns('config/town')
  if (!loaded.ok || !loaded.towns[0]) throw new Error('the sample township is broken')
  const town = loaded.towns[0]
  const [unit] = town.stations
  const [item] = town.duties
  if (!unit || !item) throw new Error('the sample township is empty')
  const numbers = Array.from({ length: UNITS }, (_, n) => n)
  const groups = [
    ...town.groups,
    ...numbers.map((n) => ({
      id: `grp-${n}`,
      name: `群${n}`,
      aibotChatid: `wr${n}`,
      webhookKey: null,
      appchatId: null,
    })),
  ]
  const stations = numbers.map((n) => ({
    ...unit,
    id: `unit-${n}`,
    name: `${n}所`,
    group: `grp-${n}`,
    duty: [],
    head: null,
  }))
  const duties = numbers.map((n) => ({
    ...item,
    code: `D${n}`,
    name: `占道${n}类`,
    keywords: [keyword(n)],
    lead: `unit-${n}`,
    assist: [],
  }))
  // a group in which nobody works has no owner
  const people = numbers.map((n) => ({
    userid: `u-${n}`,
    name: `队员${n}`,
    station: `unit-${n}`,
    roles: ['officer'] as const,
    licence: null,
    licenceUntil: null,
  }))
  const policy = limits === 'short' ? short(town.policy) : long(town.policy)
  return {
    towns: [{ ...town, people: [...town.people, ...people], groups, stations, duties, villages, areas: [], policy }],
    calendar: loaded.calendar,
  }
}

/** As many villages as a county has, so that what is open in one of them is what would be. */
export const VILLAGES = [...'金银铜铁锡玉石木竹松柏槐柳桃杏梨枣桑麻麦'].flatMap((first) =>
  [...'岭坪湾沟坡塘桥洼川峪店铺营寨屯'].map((second) => `${first}${second}村`),
)
export const villages = VILLAGES.map((name, n) => ({
  code: `V${n}`,
  name,
  aliases: [],
  grid: '',
  officer: null,
  lat: null,
  lng: null,
}))

const keyword = (n: number): string => `第${n}类摊`

const limit = (amount: number, unit: 'm' | 'd') => ({ amount, unit }) as const

function short(policy: Policy): Policy {
  const normal = { sign: limit(4, 'm'), arrive: limit(5, 'm'), finish: limit(6, 'm'), hours: 'always' } as const
  return { ...policy, id: `${policy.id}-short`, levels: { ...policy.levels, normal } }
}

/** Nothing but the reminder at half of the finish clock can come due, and it is told at once, at any hour. */
function long(policy: Policy): Policy {
  const normal = { sign: limit(90, 'd'), arrive: limit(90, 'd'), finish: limit(10, 'd'), hours: 'always' } as const
  const levels = { ...policy.levels, normal }
  return { ...policy, id: `${policy.id}-long`, levels, remindAt: [0.5], quietHours: null, mergeWithin: 0 }
}

/** A unit hears of each village once, so that each report is a case of its own. */
const villageOf = (n: number): string => VILLAGES[(Math.floor(n / UNITS) + n) % VILLAGES.length] ?? ''

export function message(n: number): Inbound {
  const from = `v-${n % 5000}`
  return {
    channel: 'aibot',
    dedupeKey: `bench-${n}`,
    from,
    chat: { type: 'single', id: from },
    content: { kind: 'text', text: `${villageOf(n)}村口有人占道摆摊${keyword(n % UNITS)}`, quote: null },
    reply: { reqId: `r-${n}`, kind: 'message', until: new Date(Date.now() + 86_400_000) },
  }
}
