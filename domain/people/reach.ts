import type { Chat } from '../inbound.ts'
import type { Recipient } from '../recipient.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { mustHave } from '../crew/licences.ts'
import { isLicensed } from './licence.ts'
import { isAway } from './shift.ts'

/** Why what is sent there may not be heard, or not be acted on. */
export type Hindrance = 'no-account' | 'never-wrote' | 'on-leave' | 'no-licence' | 'no-address' | 'window-over'

/** These stop a message; whoever is on leave or has no licence still gets it. */
export const STOPS: readonly Hindrance[] = ['no-account', 'never-wrote', 'no-address', 'window-over']

/** `canWrite`: may the bot write to this person by one of its doors? `isOpen`: … and to this chat of a villager, at that time? */
export type Doors = Readonly<{ canWrite(userid: string): boolean; isOpen(chat: Chat, at: Date): boolean }>

export function hindrances(to: Recipient, town: Town, at: Date, { canWrite, isOpen }: Doors): readonly Hindrance[] {
  if (to.kind === 'group') return hasAddress(town, to.id) ? [] : ['no-address']
  if (to.kind === 'chat') return isOpen(to.chat, at) ? [] : ['window-over']
  if (to.kind !== 'person') return []
  const person = town.people.find(({ userid }) => userid === to.userid)
  if (!person) return ['no-account']
  const day = dayOf(at)
  const found: readonly (readonly [Hindrance, boolean])[] = [
    ['never-wrote', !canWrite(to.userid)],
    ['on-leave', isAway(town, to.userid, day)],
    ['no-licence', mustHave(town, person) && !isLicensed(person, day)],
  ]
  return found.flatMap(([hindrance, holds]) => (holds ? [hindrance] : []))
}

function hasAddress({ groups }: Town, id: string): boolean {
  const group = groups.find((each) => each.id === id)
  return group !== undefined && [group.aibotChatid, group.webhookKey, group.appchatId].some((each) => each !== null)
}
