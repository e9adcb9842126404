import { describe, expect, it } from 'vitest'
import { makeDestination, type Doors } from '../../bot/destination.ts'
import type { Door } from '../../domain/inbound.ts'
import { NothingDone, type Channel, type OutboxRow, type Sent } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { NOW, row } from './samples.ts'

const LATER = new Date(NOW.getTime() + 5000)
const sent: Sent = { outcome: 'sent', how: 'push' }
const down: Sent = { outcome: 'wait', until: LATER, reason: 'no connection', down: true }
const quota: Sent = { outcome: 'wait', until: LATER, reason: 'our own limit' }
const never: Sent = { outcome: 'refused', why: 'never-wrote', reason: 'he never wrote' }
const none: Sent = { outcome: 'refused', why: 'no-channel', reason: 'not served here' }
const held: Sent = { outcome: 'held', reason: 'window shut', shut: true }

/** Doors that answer as told and note who was asked. */
function house(answers: Partial<Record<Door, Sent | Error>>, towns: readonly Town[] = []) {
  const asked: Door[] = []
  const doors = Object.fromEntries(
    Object.entries(answers).map(([name, answer]): [string, Channel] => [
      name,
      {
        state: () => ({ name, up: true, detail: '' }),
        async send() {
          asked.push(name as Door)
          if (answer instanceof Error) throw answer
          return answer
        },
      },
    ]),
  ) as Doors
  const destination = makeDestination(doors, towns)
  return { asked, send: (one: OutboxRow) => destination.send([one], NOW) }
}

const toPerson = (change: Partial<OutboxRow> = {}) =>
  row({ kind: 'thanks', facts: {} as never, satisfied: null }, change)

describe('a message to a person with several doors', () => {
  it('goes through the first that can deliver it', async () => {
    const { send, asked } = house({ aibot: sent, app: sent, kf: sent })
    expect(await send(toPerson())).toMatchObject({ outcome: 'sent', door: 'aibot', skipped: [] })
    expect(asked).toEqual(['aibot'])
  })

  it('leaves out doors that refuse or are shut, and keeps why', async () => {
    const { send, asked } = house({ aibot: never, app: down, kf: sent })
    expect(await send(toPerson())).toMatchObject({
      outcome: 'sent',
      door: 'kf',
      skipped: ['aibot: he never wrote', 'app: no connection'],
    })
    expect(asked).toEqual(['aibot', 'app', 'kf'])
  })

  it('goes on where the platform said that it did nothing, and counts a try only when no door is left', async () => {
    expect(await house({ aibot: new NothingDone('-1'), app: sent }).send(toPerson())).toMatchObject({ door: 'app' })
    expect(await house({ aibot: new NothingDone('-1'), app: down }).send(toPerson())).toMatchObject({
      outcome: 'again',
      door: null,
    })
  })

  it('stays where it may have arrived, now and at every later try', async () => {
    const first = house({ aibot: new Error('no answer'), app: sent })
    const result = await first.send(toPerson())
    expect(result).toMatchObject({ outcome: 'again', door: 'aibot' })
    expect(first.asked).toEqual(['aibot'])
    const later = house({ aibot: down, app: sent })
    const again = await later.send(toPerson({ attempts: 1, tried: { door: 'aibot', skipped: [] } }))
    expect(again).toEqual(down)
    expect(later.asked).toEqual(['aibot'])
  })

  it('waits for a quota where it is, unless it is an emergency', async () => {
    expect(await house({ aibot: quota, app: sent }).send(toPerson())).toEqual(quota)
    expect(await house({ aibot: quota, app: sent }).send(toPerson({ urgent: true }))).toMatchObject({ door: 'app' })
  })

  it('waits for the first door to open, is held for the recipient, or is refused with the plainest reason', async () => {
    expect(await house({ aibot: down, app: never }).send(toPerson())).toEqual(down)
    expect(await house({ aibot: none, kf: held }).send(toPerson())).toEqual(held)
    expect(await house({ aibot: none, app: never, kf: none }).send(toPerson())).toMatchObject({
      outcome: 'refused',
      why: 'never-wrote',
    })
    expect(await house({}).send(toPerson())).toMatchObject({ outcome: 'refused', why: 'no-channel' })
  })

  it('that answers goes back the way the question came, first', async () => {
    const { send, asked } = house({ aibot: sent, app: never, kf: sent })
    await send(toPerson({ to: { kind: 'chat', chat: { type: 'single', id: 'u', via: 'app' } } }))
    expect(asked).toEqual(['app', 'aibot'])
  })

  it('that changes a card goes to the door of the card only', async () => {
    const { send, asked } = house({ aibot: sent, app: none })
    const reply = { reqId: 'code', kind: 'card', until: LATER, via: 'app' } as const
    const update = row({ kind: 'card-update', facts: {} as never, cardId: 'c', view: 'unit' }, { reply })
    expect(await send(update)).toMatchObject({ outcome: 'refused' })
    expect(asked).toEqual(['app'])
  })

  it('keeps the order the township wants', async () => {
    const town = { people: [{ userid: 'u' }], groups: [], doors: { people: ['kf', 'app'], groups: [] } }
    const { send, asked } = house({ aibot: sent, app: sent, kf: none }, [town as unknown as Town])
    await send(toPerson({ to: { kind: 'person', userid: 'u' } }))
    expect(asked).toEqual(['kf', 'app'])
  })
})
