import { describe, expect, it } from 'vitest'
import { idOf, sessions } from '../../web/session.ts'
import { notesInMemory } from './notes.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const MINUTE = 60_000
const later = (minutes: number, ms = 0) => new Date(NOW.getTime() + minutes * MINUTE + ms)
const FROM = { ip: '10.0.0.1', agent: 'a browser' }

async function opened() {
  const notes = notesInMemory()
  const kept = sessions(notes)
  return { notes, kept, secret: await kept.open('u-1', 'code', FROM, NOW) }
}

describe('a session', () => {
  it('is who signed in, how, when and from where; the database holds nothing that lets anybody in', async () => {
    const { notes, kept, secret } = await opened()
    expect(await kept.find(secret, NOW)).toEqual({
      ...{ userid: 'u-1', how: 'code', ip: '10.0.0.1', agent: 'a browser' },
      ...{ createdAt: NOW.getTime(), seenAt: NOW.getTime() },
    })
    expect(secret).toMatch(/^[\w-]{43}$/)
    const all = JSON.stringify([...notes.kept])
    expect(all).not.toContain(secret)
    expect(await kept.find(idOf(secret), NOW), 'what lies there is no key').toBeNull()
    expect(await kept.find('', NOW)).toBeNull()
  })

  it('ends after half an hour without a click, to the millisecond', async () => {
    const { kept, secret } = await opened()
    expect(await kept.find(secret, later(30, -1))).not.toBeNull()
    expect(await kept.find(secret, later(30))).toBeNull()
    expect(await kept.use(secret, FROM.ip, later(30)), 'a click too late opens nothing').toBeNull()
    expect(await kept.find(secret, later(29))).not.toBeNull()
  })

  it('goes on with each click, but for no longer than twelve hours', async () => {
    const { kept, secret } = await opened()
    for (let at = 20; at < 12 * 60; at += 20) expect(await kept.use(secret, FROM.ip, later(at)), `${at}`).not.toBeNull()
    expect(await kept.find(secret, later(12 * 60, -1))).not.toBeNull()
    expect(await kept.find(secret, later(12 * 60))).toBeNull()
  })

  it('notes a click at most once a minute, and at once when it comes from elsewhere', async () => {
    const { kept, secret } = await opened()
    const seen = async () => (await kept.find(secret, later(5)))?.seenAt
    await kept.use(secret, FROM.ip, later(1, -1))
    expect(await seen()).toBe(NOW.getTime())
    await kept.use(secret, FROM.ip, later(1))
    expect(await seen()).toBe(later(1).getTime())
    await kept.use(secret, '10.0.0.2', later(1, 5))
    expect(await kept.find(secret, later(2))).toMatchObject({ ip: '10.0.0.2', seenAt: later(1, 5).getTime() })
  })

  it('that was ended stays so, also where a click was under way', async () => {
    const { notes, kept, secret } = await opened()
    const slow = sessions({
      ...notes,
      async note(key) {
        const found = await notes.note(key)
        await kept.end(secret)
        return found
      },
    })
    expect(await slow.use(secret, '10.0.0.9', later(2))).not.toBeNull()
    expect(await kept.find(secret, later(2))).toBeNull()
  })

  it('is listed, newest click first, with an id that is not its secret, and ended by it', async () => {
    const { kept, secret } = await opened()
    const other = await kept.open('u-2', 'wecom', { ip: '10.0.0.3', agent: 'x'.repeat(400) }, later(1))
    const all = await kept.all(later(2))
    expect(all.map(({ userid, id }) => [userid, id])).toEqual([
      ['u-2', idOf(other)],
      ['u-1', idOf(secret)],
    ])
    expect(all[0]?.agent).toHaveLength(300)
    expect([await kept.endOne(idOf(other)), await kept.endOne(idOf(other))]).toEqual([true, false])
    expect([await kept.find(other, later(2)), (await kept.all(later(2))).length]).toEqual([null, 1])
    expect(await kept.all(later(31)), 'what is over is not listed').toEqual([])
  })
})
