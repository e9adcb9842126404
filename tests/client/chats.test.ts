import { describe, expect, it } from 'vitest'
import type { Bubble } from '../../simulator/api.ts'
import { cardSeenBy, chatsOf, firstChat, gist, newestCaseNo } from '../../simulator/client/src/chats.ts'
import { examplesFor } from '../../simulator/client/src/wording-examples.ts'

const groups = [
  { chatid: 'wrA', name: '城管中队群', members: ['u-1', 'u-2'] },
  { chatid: 'wrB', name: '综合指挥室', members: ['u-3'] },
]
const bubble = (parts: Partial<Bubble>): Bubble => ({
  id: 'b1',
  chat: 'u-1',
  chatType: 'single',
  at: '2026-11-23T01:00:00.000Z',
  from: 'bot',
  kind: 'markdown',
  content: '',
  files: [],
  card: null,
  cardFor: {},
  quote: null,
  via: null,
  finished: true,
  updated: false,
  ...parts,
})

describe('chats of a phone', () => {
  it('are the single chat with the bot and the groups of its owner', () => {
    const phone = { userid: 'u-1', name: '张伟', label: '城管中队值班员' }
    expect(chatsOf(phone, groups, '哨子').map((chat) => chat.id)).toEqual(['u-1', 'wrA'])
    expect(firstChat(phone, chatsOf(phone, groups, '哨子'))).toBe('u-1')
  })

  it('open on the room a phone stands for', () => {
    const phone = { userid: 'u-3', name: '周婷', label: '指挥室' }
    expect(firstChat(phone, chatsOf(phone, groups, '哨子'))).toBe('wrB')
  })

  it('show the card that was meant for its owner', () => {
    const seen = bubble({ card: { task_id: 'all' }, cardFor: { 'u-2': { task_id: 'mine' } } })
    expect([cardSeenBy(seen, 'u-1'), cardSeenBy(seen, 'u-2')]).toEqual([{ task_id: 'all' }, { task_id: 'mine' }])
  })

  it('offer sentences about the newest case, once there is one', () => {
    const seen = [
      bubble({ content: '编号 QS261123-0006' }),
      bubble({ card: { task_id: 'QS261123-0007_1' } }),
      bubble({ content: '好' }),
    ]
    expect(newestCaseNo(seen)).toBe('QS261123-0007')
    const texts = (caseNo: string | null) => examplesFor('城管中队值班员', false, caseNo).map((example) => example.text)
    expect(texts('QS261123-0007')).toContain('到场 QS261123-0007')
    expect(texts(null).join()).not.toContain('{n}')
  })

  it('say in one line what is quoted', () => {
    expect(gist(bubble({ content: '## 已受理\n> **王家村** <font color="info">好</font>' }))).toBe('已受理 王家村 好')
    expect(gist(bubble({ kind: 'template_card', card: { main_title: { title: '派单' } } }))).toBe('派单')
  })
})
