import type { Customer } from '../../context.ts'
import type { Foreseen } from '../../domain/escalation/foresee.ts'
import { left } from '../../domain/notice/window.ts'
import type { Doors } from '../../domain/people/reach.ts'
import type { Desk } from '../desk.ts'

/** To whom of those who are to hear something the bot may write, by the doors that are set up. */
export async function doorsTo({ ctx }: Desk, found: readonly Foreseen[]): Promise<Doors> {
  const recipients = found.flatMap(({ notices }) => notices.map(({ to }) => to))
  const people = recipients.flatMap((to) => (to.kind === 'person' ? to.userid : []))
  const callers = recipients.flatMap((to) => (to.kind === 'chat' && to.chat.via === 'kf' ? to.chat.id : []))
  const wrote = await looked(people, (userid) => ctx.store.hasWritten(userid))
  const customers = await looked(callers, (id) => ctx.store.customer(id))
  // where the app is set up the bot may write to everybody; else only to who wrote to it once
  const toAll = ctx.channel.states().some(({ name }) => name === 'app')
  return {
    canWrite: (userid) => toAll || wrote.get(userid) === true,
    isOpen: ({ id, via }, at) => via !== 'kf' || hasRoom(customers.get(id) ?? null, at),
  }
}

const hasRoom = (customer: Customer | null, at: Date): boolean => customer !== null && left(customer, at) > 0

async function looked<T>(ids: readonly string[], look: (id: string) => Promise<T>): Promise<Map<string, T>> {
  return new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await look(id)] as const)))
}
