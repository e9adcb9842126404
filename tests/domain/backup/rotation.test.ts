import { describe, expect, it } from 'vitest'
import { archiveName, archivesIn, readArchiveName } from '../../../domain/backup/name.ts'
import { drillDue, isStale, noted } from '../../../domain/backup/due.ts'
import { outdated } from '../../../domain/backup/rotation.ts'
import { DAY, dayOf, HOUR } from '../../../domain/calendar/zone.ts'

const NOW = new Date('2026-11-30T03:30:00+08:00')
const archive = (at: Date) => readArchiveName(archiveName(at, '98qxn0lw'))!
const nights = (count: number) => Array.from({ length: count }, (_, n) => archive(new Date(NOW.getTime() - n * DAY)))
const keptOf = (archives: ReturnType<typeof nights>, now = NOW) => {
  const gone = new Set(outdated(archives, now).map(({ name }) => name))
  return archives.filter(({ name }) => !gone.has(name)).map(({ at }) => dayOf(at))
}

describe('the name of an archive', () => {
  it('tells when it was made, on the clock of the township, and with which key', () => {
    expect(archiveName(NOW, '98qxn0lw')).toBe('shaozi-20261130-033000-98qxn0lw.tar.gz.age')
    expect(readArchiveName('shaozi-20261130-033000-98qxn0lw.tar.gz.age')).toMatchObject({ at: NOW, keyId: '98qxn0lw' })
    expect(readArchiveName(archiveName(NOW, null))).toMatchObject({ at: NOW, keyId: null })
  })
  it('is that of nothing else that lies in the folder', () => {
    const names = ['files', '.making-x', 'shaozi-20261130-033000-98qxn0lw.tar.gz.age.part', 'shaozi.db']
    expect(archivesIn([...names, archiveName(NOW, null)])).toHaveLength(1)
  })
  it('puts the newest first', () => {
    const names = [2, 0, 1].map((n) => archiveName(new Date(NOW.getTime() - n * HOUR), null))
    expect(archivesIn(names).map(({ name }) => name)).toEqual([names[1], names[2], names[0]])
  })
})

describe('which backups are kept', () => {
  it('after a year and a half of nights: 7 days, 4 weeks, 12 months', () => {
    const kept = keptOf(nights(550))
    const days = ['2026-11-30', '2026-11-29', '2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24']
    const weeks = ['2026-11-22', '2026-11-15']
    const months = ['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31']
    const older = ['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31']
    expect(kept).toEqual([...days, ...weeks, ...months, ...older])
  })
  it('nothing goes because nights were missed', () => {
    const old = nights(400).filter((_, n) => n > 60)
    const before = keptOf(old, old[0]!.at)
    expect(keptOf(old)).toEqual(before)
  })
  it('of one day the newest stays, but all of today and yesterday do', () => {
    const hourly = Array.from({ length: 96 }, (_, n) => archive(new Date(NOW.getTime() - n * HOUR)))
    const kept = keptOf(hourly)
    expect(kept.filter((day) => day === '2026-11-30')).toHaveLength(4)
    expect(kept.filter((day) => day === '2026-11-29')).toHaveLength(24)
    expect(kept.filter((day) => day === '2026-11-27')).toHaveLength(1)
  })
  it('the only one stays, however old', () => {
    expect(outdated([archive(new Date('2020-01-01T03:30:00+08:00'))], NOW)).toEqual([])
  })
})

describe('when something is due', () => {
  it('a drill once a week, and at once where there was none', () => {
    expect(drillDue(null, NOW)).toBe(true)
    expect(drillDue(new Date(NOW.getTime() - 6 * DAY), NOW)).toBe(false)
    expect(drillDue(new Date(NOW.getTime() - 7 * DAY + HOUR), NOW)).toBe(true)
  })
  it('a backup is old after two days, and one whose time cannot be read is none', () => {
    expect(isStale(new Date(NOW.getTime() - 2 * DAY), NOW)).toBe(false)
    expect(isStale(new Date(NOW.getTime() - 2 * DAY - 1), NOW)).toBe(true)
    expect([noted(undefined), noted('yesterday'), noted(NOW.toISOString())]).toEqual([null, null, NOW])
    expect(isStale(noted('yesterday'), NOW)).toBe(true)
  })
})
