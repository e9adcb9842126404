import { describe, expect, it } from 'vitest'
import type { Decision } from '../../domain/decision.ts'
import type { Role, Town } from '../../domain/town.ts'
import type { Desk } from '../../web/desk.ts'
import { code, typed } from '../../web/api/sign-in/code.ts'
import { FIRST_LINK, firstKey, TERMINAL_LINK, useLink } from '../../web/api/sign-in/first.ts'
import { limits } from '../../web/api/sign-in/limits.ts'
import { makeLimiters } from '../../web/limiter.ts'
import { town } from '../domain/township.ts'
import { notesInMemory } from './notes.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const MINUTE = 60_000
const later = (minutes: number, ms = 0) => new Date(NOW.getTime() + minutes * MINUTE + ms)
const person = (userid: string, name: string, ...roles: Role[]) => ({
  ...{ userid, name, station: null, roles, licence: null, licenceUntil: null },
})
const QS = town('QS', '青石镇', {
  people: [
    person('u-zhou', '周 婷', 'dispatcher'),
    person('u-li', '李强', 'officer'),
    person('u-li2', '李强', 'officer'),
    person('李强', '丁宁', 'admin'),
    person('u-wei', '魏Wei', 'officer'),
  ],
})

type Came = Readonly<{ by: string; reason: string }>
type Given = Readonly<{ towns?: readonly Town[]; came?: readonly Came[]; up?: boolean; links?: Record<string, string> }>

function desk({ towns = [QS], came = [], up = true, links = {} }: Given = {}) {
  const notes = notesInMemory()
  const said: Decision[] = []
  const store = {
    ...notes,
    commit: async (decision: Decision) => void said.push(decision),
    accesses: async (limit: number, { by }: { by: readonly string[] }) =>
      came.filter((one) => by.includes(one.by)).slice(0, limit),
  }
  const channel = { states: () => [{ name: 'aibot', up }] }
  let ids = 0
  const ctx = { towns, store, channel, id: () => `id-${++ids}` }
  const takeLink = async (key: string) => (links[key] === undefined ? null : { userid: links[key], by: 'root' })
  const sent = () => said.flatMap(({ notices = [] }) => notices)
  const digits = () => {
    const body = sent().at(-1)?.body
    return body?.kind === 'sign-in-code' ? body.code : ''
  }
  return { desk: { ctx, takeLink } as unknown as Desk, notes, sent, digits }
}
const other = (digits: string): string => (digits === '000000' ? '000001' : '000000')

describe('a code', () => {
  it('is sent to one person, alone, urgently, and lies in the database as a hash', async () => {
    const { desk: here, sent, digits, notes } = desk()
    await code(here).send('u-zhou', NOW)
    expect(sent()).toMatchObject([
      {
        ...{ taskId: null, queue: 'replies', urgent: true, to: { kind: 'person', userid: 'u-zhou' }, fallback: null },
        ...{ body: { kind: 'sign-in-code', minutes: 10 }, notBefore: NOW, dueAt: NOW, reply: null },
      },
    ])
    expect(digits()).toMatch(/^\d{6}$/)
    expect(JSON.stringify([...notes.kept])).not.toContain(digits())
    expect(await code(here).use('u-zhou', digits(), NOW)).toBe('u-zhou')
    expect(await code(here).use('u-zhou', digits(), NOW), 'once').toBeNull()
  })

  it('is good for ten minutes, to the millisecond, however its digits are written', async () => {
    const { desk: here, digits } = desk()
    await code(here).send('u-zhou', NOW)
    expect(await code(here).use('u-zhou', digits(), later(10))).toBeNull()
    await code(here).send('u-zhou', NOW)
    const [first, second] = [digits().slice(0, 3), digits().slice(3)]
    expect(await code(here).use('u-zhou', ` ${first}-${second}`, later(10, -1))).toBe('u-zhou')
  })

  it('stands five guesses, and no sixth', async () => {
    const { desk: here, digits } = desk()
    await code(here).send('u-zhou', NOW)
    for (let n = 0; n < 4; n++) expect(await code(here).use('u-zhou', other(digits()), NOW)).toBeNull()
    expect(await code(here).use('u-zhou', digits(), NOW), 'the fifth is right').toBe('u-zhou')
    await code(here).send('u-zhou', NOW)
    for (let n = 0; n < 5; n++) await code(here).use('u-zhou', other(digits()), NOW)
    expect(await code(here).use('u-zhou', digits(), NOW)).toBeNull()
  })

  it('is of one person: that of another opens nothing, and a new one takes the place of the old', async () => {
    const { desk: here, digits } = desk()
    await code(here).send('u-zhou', NOW)
    const old = digits()
    expect(await code(here).use('u-wei', old, NOW)).toBeNull()
    await code(here).send('u-zhou', NOW)
    if (digits() !== old) expect(await code(here).use('u-zhou', old, NOW)).toBeNull()
    expect(await code(here).use('u-zhou', digits(), NOW)).toBe('u-zhou')
  })

  it('is sent to nobody where nobody, or more than one, is called so', async () => {
    const { desk: here, sent } = desk()
    for (const who of ['v-lihua', '']) await code(here).send(who, NOW)
    expect(sent()).toEqual([])
    expect(await code(here).use('v-lihua', '000000', NOW)).toBeNull()
  })
})

describe('whom somebody means', () => {
  const { desk: here } = desk()
  it.each([
    ['u-zhou', 'u-zhou'],
    ['周婷', 'u-zhou'],
    [' 周　婷 ', 'u-zhou'],
    ['Ｕ－ＺＨＯＵ', 'u-zhou'],
    ['魏wei', 'u-wei'],
    ['李强', '李强'],
    ['丁宁', '李强'],
    ['强', null],
  ])('%s', (who, userid) => {
    expect(code(here).useridOf(who)).toBe(userid)
  })

  it('two of one name are nobody; one listed by two townships is one', () => {
    const two = { ...QS, people: [person('a', '李强', 'officer'), person('b', '李强', 'officer')] }
    expect(code(desk({ towns: [two] }).desk).useridOf('李强')).toBeNull()
    const twice = [QS, { ...town('BX', '北溪镇'), people: [person('u-zhou', '周婷', 'leader')] }]
    expect(code(desk({ towns: twice }).desk).useridOf('周婷')).toBe('u-zhou')
    expect(typed(' Ａ b\tC ')).toBe('abc')
  })
})

describe('the first link', () => {
  it('lets the first administrator in, once, within a day; the database holds its hash', async () => {
    const { desk: here, notes } = desk()
    const key = (await firstKey(here, NOW)) ?? ''
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify([...notes.kept])).not.toContain(key)
    expect(await useLink(here, 'x'.repeat(43), NOW)).toBeNull()
    expect(await useLink(here, key, later(24 * 60, -1))).toEqual({ userid: '李强', how: FIRST_LINK })
    expect(await useLink(here, key, NOW)).toBeNull()
    const late = (await firstKey(here, NOW)) ?? ''
    expect(await useLink(here, late, later(24 * 60))).toBeNull()
  })

  it.each([
    ['nobody came yet', [], true, true],
    ['he came by a link, and no code can reach him', [{ by: '李强', reason: FIRST_LINK }], false, true],
    ['he came by a link, and codes reach him', [{ by: '李强', reason: FIRST_LINK }], true, false],
    [
      'he came by one made at the terminal, and no code can reach him',
      [{ by: '李强', reason: `${TERMINAL_LINK} root` }],
      false,
      true,
    ],
    ['he came by a code', [{ by: '李强', reason: 'code' }], false, false],
    ['he came by a code that calls itself a link', [{ by: '李强', reason: `code, no ${FIRST_LINK}` }], false, false],
    ['somebody else came', [{ by: 'u-zhou', reason: 'code' }], true, true],
  ])('%s', async (_name, came, up, made) => {
    expect((await firstKey(desk({ came, up }).desk, NOW)) !== null).toBe(made)
  })

  it('is not made where nobody is an administrator', async () => {
    expect(await firstKey(desk({ towns: [{ ...QS, people: [] }] }).desk, NOW)).toBeNull()
  })

  it('of the terminal is named after who made it', async () => {
    const { desk: here } = desk({ links: { key: 'u-zhou' } })
    expect(await useLink(here, 'key', NOW)).toEqual({ userid: 'u-zhou', how: `${TERMINAL_LINK} root` })
  })
})

describe('who tries too often', () => {
  const refused = { status: 429 }

  it('is sent three codes in a quarter of an hour, whoever asks for them', async () => {
    const limit = limits(makeLimiters())
    for (let n = 0; n < 3; n++) await limit.asked(`10.0.0.${n}`, 'u-zhou', true)
    await expect(limit.asked('10.0.0.9', 'u-zhou', true)).rejects.toMatchObject(refused)
    await limit.asked('10.0.0.9', 'u-wei', true)
  })

  it('has ten guesses, at whichever address; and those of others are not his', async () => {
    const limit = limits(makeLimiters())
    for (let n = 0; n < 10; n++) await limit.tried(`10.0.0.${n}`, 'u-zhou')
    await expect(limit.tried('10.0.0.99', 'u-zhou')).rejects.toMatchObject(refused)
    await limit.tried('10.0.0.1', 'u-wei')
  })

  it('is shut out with his address after two hundred that were wrong; what was right does not count', async () => {
    const limit = limits(makeLimiters())
    for (let n = 0; n < 250; n++) await (await limit.tried('10.0.0.1', null))()
    for (let n = 0; n < 100; n++) await limit.asked('10.0.0.1', `nobody-${n}`, false)
    for (let n = 0; n < 100; n++) await limit.tried('10.0.0.1', null)
    await expect(limit.tried('10.0.0.1', null)).rejects.toMatchObject(refused)
    await expect(limit.asked('10.0.0.1', 'nobody', false)).rejects.toMatchObject(refused)
    await limit.asked('10.0.0.1', 'u-zhou', true)
    await limit.tried('10.0.0.2', null)
  })
})
