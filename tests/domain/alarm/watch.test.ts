import { describe, expect, it } from 'vitest'
import { ALARM_KINDS, type AlarmKind, type Sign, type Standing } from '../../../domain/alarm/kinds.ts'
import { RULES } from '../../../domain/alarm/rules.ts'
import { watch, type Moment } from '../../../domain/alarm/watch.ts'

const START = Date.parse('2026-11-24T02:00:00Z')
const sign = (kind: AlarmKind, of = ''): Sign => ({ kind, of, level: 'bad', amount: null, at: null })

/** A day of looks: what is said at each, by minutes from the start. */
function story() {
  let standing: readonly Standing[] = []
  return (minute: number, signs: readonly Sign[], more: Partial<Moment> = {}): string[] => {
    const now = new Date(START + minute * 60_000)
    const watched = watch(standing, signs, { now, quiet: false, deaf: false, ...more })
    // what is kept is kept as JSON
    standing = JSON.parse(JSON.stringify(watched.standing)) as Standing[]
    return watched.items.map(({ state, sign: { kind, of } }) => [state, kind, of].filter(Boolean).join(' '))
  }
}

const DAY = 24 * 60

describe('an alarm', () => {
  it('is said once when it begins, once a day while it stands, once when it is over', () => {
    const at = story()
    expect(at(0, [sign('backup')])).toEqual(['begun backup'])
    expect(at(1, [sign('backup')])).toEqual([])
    expect(at(DAY - 1, [sign('backup')])).toEqual([])
    expect(at(DAY, [sign('backup')])).toEqual(['still backup'])
    expect(at(DAY + 60, [])).toEqual(['over backup'])
    expect(at(DAY + 61, [])).toEqual([])
  })

  it('waits as long as its rule says, and who never heard of it does not hear that it is over', () => {
    const at = story()
    expect(at(0, [sign('redis')])).toEqual([])
    expect(at(4, [])).toEqual([])
    expect(at(5, [sign('redis')])).toEqual([])
    expect(at(10, [sign('redis')])).toEqual(['begun redis'])
  })

  it('of one of several is its own', () => {
    const at = story()
    at(0, [sign('channel', 'aibot')])
    expect(at(2, [sign('channel', 'aibot'), sign('channel', 'kf')])).toEqual(['begun channel aibot'])
    expect(at(4, [sign('channel', 'kf')])).toEqual(['begun channel kf', 'over channel aibot'])
  })

  it('that is no emergency waits for the morning, and is nothing when it is over by then', () => {
    const at = story()
    expect(at(0, [sign('backup'), sign('chain')], { quiet: true })).toEqual([])
    expect(at(60, [sign('chain')], { quiet: true })).toEqual([])
    expect(at(600, [sign('chain')])).toEqual(['begun chain'])
  })

  it('that was said in the evening and is over by night is said to be over in the morning, once', () => {
    const at = story()
    expect(at(0, [sign('disk')])).toEqual(['begun disk'])
    expect(at(60, [], { quiet: true })).toEqual([])
    expect(at(120, [], { quiet: true })).toEqual([])
    expect(at(600, [])).toEqual(['over disk'])
  })

  it('that comes and goes before anybody heard of its end is one', () => {
    const at = story()
    at(0, [sign('disk')])
    at(60, [], { quiet: true })
    expect(at(90, [sign('disk')], { quiet: true })).toEqual([])
    expect(at(600, [sign('disk')])).toEqual([])
  })

  it('of a channel is said at night, too', () => {
    const at = story()
    at(0, [sign('channel', 'aibot')], { quiet: true })
    expect(at(2, [sign('channel', 'aibot')], { quiet: true })).toEqual(['begun channel aibot'])
  })

  it('that nobody can be told is told when a door opens; of a channel also afterwards', () => {
    const at = story()
    const both = [sign('channel', 'aibot'), sign('disk')]
    expect(at(0, both, { deaf: true })).toEqual([])
    expect(at(30, both, { deaf: true })).toEqual([])
    expect(at(31, [sign('disk')])).toEqual(['begun disk', 'over channel aibot'])
  })

  it('of a line that was away for a moment is nothing', () => {
    const at = story()
    at(0, [sign('channel', 'aibot')], { deaf: true })
    expect(at(1, [])).toEqual([])
  })

  it('that only follows from another is not said beside it', () => {
    const at = story()
    at(0, [sign('channel', 'aibot'), sign('unsent')], { deaf: true })
    expect(at(10, [sign('channel', 'aibot'), sign('unsent')])).toEqual(['begun channel aibot'])
    expect(at(11, [sign('unsent')])).toEqual(['begun unsent', 'over channel aibot'])
  })

  it('of an address is said once, however long it lasts', () => {
    const at = story()
    at(0, [sign('address')])
    expect(at(30, [sign('address')])).toEqual(['begun address'])
    expect(at(30 * DAY, [sign('address')])).toEqual([])
  })

  it.each(ALARM_KINDS)('%s: a storm of looks says it no more often than its rule', (kind) => {
    const at = story()
    const { after, again } = RULES[kind]
    const said = Array.from({ length: 2 * DAY + 1 }, (_, minute) => at(minute, [sign(kind)])).flat()
    const days = again === null ? 0 : Math.floor((2 * DAY - after / 60_000) / (again / 60_000))
    expect(said).toHaveLength(1 + days)
  })
})
