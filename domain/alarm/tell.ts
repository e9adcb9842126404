import type { Notice } from '../notice.ts'
import type { Recipient } from '../recipient.ts'
import type { Door } from '../inbound.ts'
import { DOORS, type Group, type Town } from '../town.ts'
import { withRole } from '../people/directory.ts'
import { commandRoom, distinct, recipientKey, toPerson, type Address } from '../people/recipients.ts'
import type { AlarmItem } from './kinds.ts'
import { RULES, type Rule } from './rules.ts'

type Ear = Rule['to'][number]

const EARS: Readonly<Record<Ear, (town: Town) => readonly Address[]>> = {
  room: commandRoom,
  supervisors: (town) => withRole(town, 'supervisor').map(toPerson),
}

/** One message to each who hears of any of it. A group two townships share hears it once: its key is the same. */
export function alarmNotices(town: Town, items: readonly AlarmItem[], now: Date): Notice[] {
  const ears = Object.keys(EARS) as Ear[]
  const addresses = distinct(ears.flatMap((ear) => (heardBy(ear, items).length > 0 ? EARS[ear](town) : [])))
  return addresses.map(({ to, fallback }) => {
    const heard = ears.filter((ear) => EARS[ear](town).some((one) => recipientKey(one.to) === recipientKey(to)))
    const own = items.filter((item) => heard.some((ear) => heardBy(ear, [item]).length > 0))
    return {
      key: `alarm|${now.toISOString()}|${own.map(nameOf).join('+')}|${recipientKey(to)}`,
      taskId: null,
      queue: 'alerts',
      urgent: own.some(({ sign }) => RULES[sign.kind].urgent),
      to,
      body: { kind: 'alarm', items: own },
      reply: null,
      notBefore: now,
      dueAt: now,
      fallback,
    }
  })
}

const nameOf = ({ state, sign: { kind, of } }: AlarmItem): string => `${state} ${kind} ${of}`

const heardBy = (ear: Ear, items: readonly AlarmItem[]): readonly AlarmItem[] =>
  items.filter(({ sign }) => RULES[sign.kind].to.includes(ear))

/** Is there an open door to the command room of a township? `up` = the names of the doors that can deliver. */
export function isReached(town: Town, up: readonly string[]): boolean {
  const doors = commandRoom(town).flatMap(({ to, fallback }) => [to, fallback].flatMap((one) => doorsTo(one, town)))
  return doors.some((door) => up.includes(door))
}

function doorsTo(to: Recipient | null, town: Town): readonly Door[] {
  const order = town.doors ?? DOORS
  if (to?.kind === 'person') return order.people
  const group = to?.kind === 'group' ? town.groups.find(({ id }) => id === to.id) : undefined
  return group ? order.groups.filter((door) => leadsTo(group, door)) : []
}

function leadsTo({ aibotChatid, webhookKey, appchatId }: Group, door: Door): boolean {
  if (door === 'aibot') return aibotChatid !== null
  return door === 'webhook' ? webhookKey !== null : door === 'appchat' && appchatId !== null
}
