import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../../domain/board/source.ts'

describe('the way by which a case came', () => {
  it.each([
    ['a chat with the bot', { type: 'single', id: 'v1' }, 'single'],
    ['a group', { type: 'group', id: 'g1' }, 'group'],
    ['a chat whose door is known', { type: 'single', id: 'v1', via: 'aibot' }, 'single'],
    ['a group whose door is known', { type: 'group', id: 'g1', via: 'aibot' }, 'group'],
    ['our own page', { type: 'single', id: 'v1', via: 'web' }, 'single'],
    ['the app', { type: 'single', id: 'v1', via: 'app' }, 'app'],
    ['customer service', { type: 'single', id: 'v1', via: 'kf' }, 'kf'],
    ['another system', { type: 'single', id: 'v1', via: 'open' }, 'open'],
  ] as const)('is told: %s', (_way, chat, source) => {
    expect(sourceOf({ reporters: [{ userid: 'v1', chat }] })).toBe(source)
  })

  it('is that of whoever reported first', () => {
    const first = { userid: 'v1', chat: { type: 'single', id: 'v1', via: 'kf' } } as const
    const second = { userid: 'v2', chat: { type: 'group', id: 'g1' } } as const
    expect(sourceOf({ reporters: [first, second] })).toBe('kf')
    expect(sourceOf({ reporters: [second, first] })).toBe('group')
  })
})
