import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../domain/book/entry.ts'
import { inTheWay, nextFree } from '../../../domain/crew/free.ts'

const at = (clock: string): Date => new Date(`2026-12-01T${clock}:00+08:00`)
const car = {
  id: 'car',
  kind: 'vehicle',
  name: '皮卡',
  station: null,
  keyholder: null,
  agreementUntil: null,
  note: '',
} as const
const booking = (from: string, to: string, asset = 'car') =>
  ({ data: { asset, from: at(from).toISOString(), to: at(to).toISOString() } }) as Entry<'booking'>

describe('what is booked', () => {
  const open = [booking('10:00', '12:00'), booking('13:00', '14:00'), booking('12:00', '13:00', 'other')]
  it.each([
    ['08:00', '10:00', 0, '08:00'],
    ['09:00', '10:30', 1, '14:00'],
    ['12:00', '13:00', 0, '12:00'],
    ['11:00', '12:00', 1, '12:00'],
    ['11:00', '13:30', 2, '14:00'],
  ])('%s to %s: %d in the way, free from %s', (from, to, count, free) => {
    const wanted = { from: at(from), to: at(to) }
    expect(inTheWay(car, wanted, open, at('07:00'))).toHaveLength(count)
    expect(nextFree(car, wanted, open, at('07:00'))).toEqual(at(free))
  })

  it('and did not come back is not there for an hour more', () => {
    expect(inTheWay(car, { from: at('15:00'), to: at('16:00') }, open, at('15:00'))).toHaveLength(2)
    expect(inTheWay(car, { from: at('16:00'), to: at('17:00') }, open, at('15:00'))).toHaveLength(0)
  })
})
