import { describe, expect, it } from 'vitest'
import type { NewEvent } from '../../domain/decision.ts'
import type { Chat, Content, Inbound } from '../../domain/inbound.ts'
import { through, wayIn, wayOf, wayOfChat } from '../../domain/way.ts'

const TEXT: Content = { kind: 'text', text: '', quote: null }
const order = (system: '12345' | 'open311'): Content => ({
  ...{ kind: 'order', system, no: '1', town: 'QS', text: '', place: '' },
  ...{ spot: null, matter: null, item: null, answerBy: null },
})
const single: Chat = { type: 'single', id: 'v' }
const group: Chat = { type: 'group', id: 'wr' }

describe('the way a message came', () => {
  it.each<[Inbound['channel'], Chat, Content, string]>([
    ['aibot', single, TEXT, 'aibot'],
    ['aibot', group, TEXT, 'group'],
    ['app', { ...single, via: 'app' }, TEXT, 'app'],
    ['kf', { ...single, via: 'kf' }, TEXT, 'kf'],
    ['web', { ...single, via: 'web' }, TEXT, 'web'],
    ['open', { ...single, via: 'open' }, order('12345'), '12345'],
    ['open', { ...single, via: 'open' }, order('open311'), 'open311'],
  ])('%s, %o: %s', (channel, chat, content, way) => {
    expect(wayOf({ channel, chat, content })).toBe(way)
    if (content.kind !== 'order') expect(wayOfChat(chat)).toBe(way)
  })
})

describe('an event', () => {
  const event = (by: string): NewEvent => {
    return { taskId: 't', caseNo: 'QS261124-0001', type: 'signed', by, at: new Date(0), data: { text: 'x' } }
  }

  it('of a person says the way, one of the system does not, in what goes with a decision as well', () => {
    const { events, more } = through('web', {
      events: [event('u-1'), event('system')],
      more: [{ events: [event('reporter')] }],
    })
    expect(events?.map(({ data }) => data)).toEqual([{ text: 'x', via: 'web' }, { text: 'x' }])
    expect(more?.[0]?.events?.[0]?.data).toEqual({ text: 'x', via: 'web' })
  })

  it('of an older version, or with a way nobody knows, has none', () => {
    expect([wayIn({}), wayIn({ via: 'pigeon' }), wayIn({ via: 'kf' })]).toEqual([null, null, 'kf'])
  })
})
