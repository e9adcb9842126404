import { describe, expect, it } from 'vitest'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { NewAttachment } from '../../domain/decision.ts'
import type { Mark } from '../../domain/evidence/kinds.ts'
import { finish } from '../../domain/case/handle.ts'
import { lacking } from '../../domain/evidence/pair.ts'
import { seconds } from '../../domain/evidence/licence.ts'
import { isLicensed } from '../../domain/people/licence.ts'
import { missingPart, partsIn } from '../../domain/evidence/parts.ts'
import { markPictures } from '../../domain/evidence/pictures.ts'
import { beginRecord } from '../../domain/evidence/record.ts'
import { evidenceOf } from '../../domain/evidence/list.ts'
import { tooLarge } from '../../domain/evidence/export.ts'
import { whatTheyShow, type Sending } from '../../domain/evidence/shows.ts'
import { sign } from '../../domain/case/handle.ts'
import { Desk } from './desk.ts'

const AT = '2026-11-24T10:00:00+08:00'
const NUMBER = { year: 2026, seq: 1, no: 'QS-TP2026-0001' }
const BY = 'u-dujuan'

const file = (id: string, more: Partial<NewAttachment> = {}): NewAttachment => ({
  id,
  taskId: 'case-1',
  sha256: id.repeat(4),
  mime: 'image/png',
  bytes: 9,
  name: null,
  by: BY,
  at: new Date(AT),
  fault: null,
  source: 'image',
  ...more,
})

async function burning(): Promise<Desk> {
  const desk = await Desk.open('北坡村有人烧秸秆', AT)
  desk.does((hand, world) => sign(hand, { userid: BY }, world))
  return desk
}

const withMarks = (desk: Desk, hand: CaseInHand, marks: readonly (readonly [string, Mark])[]): CaseInHand =>
  marks.reduce((now, [id, mark]) => markPictures(now, BY, [id], mark, NUMBER, desk.world).hand, hand)

describe('a pair of pictures', () => {
  const files: Readonly<Record<string, NewAttachment>> = {
    a: file('a'),
    b: file('b'),
    same: file('same', { sha256: 'aaaa' }),
    small: file('small', { thumb: 't' }),
    small2: file('small2', { thumb: 't' }),
    coming: file('coming', { sha256: null, mime: null, fault: 'coming' }),
    lost: file('lost', { sha256: null, mime: null, fault: 'network' }),
    voice: file('voice', { mime: 'audio/amr', source: 'voice' }),
    sent: file('sent', { source: 'file' }),
  }
  it.each([
    [[], [], 'proof-both'],
    [['a'], [], 'proof-after'],
    [[], ['b'], 'proof-before'],
    [['a'], ['b'], null],
    [['a'], ['sent'], null],
    [['a'], ['same'], 'proof-same'],
    [['a'], ['same', 'b'], null],
    [['small'], ['small2'], 'proof-same'],
    [['a'], ['coming'], 'proof-coming'],
    [['a'], ['lost'], 'proof-after'],
    [['voice'], ['b'], 'proof-before'],
  ] as const)('before %j, after %j: %s', async (before, after, reason) => {
    const desk = await burning()
    const marks = [...before.map((id) => [id, 'before'] as const), ...after.map((id) => [id, 'after'] as const)]
    const hand = { ...withMarks(desk, desk.hand, marks), files: Object.values(files) }
    expect(lacking(hand)).toBe(reason)
    const outcome = finish(hand, { userid: BY }, '好了', desk.world)
    expect(outcome.ok ? null : outcome.reason).toBe(reason)
  })

  it('after a reopening the old picture of the end shows nothing, the old one of the beginning still does', async () => {
    const desk = await burning()
    const hand = withMarks(desk, { ...desk.hand, files: Object.values(files) }, [
      ['a', 'before'],
      ['b', 'after'],
    ])
    expect(lacking({ ...hand, task: { ...hand.task, reopens: 1 } })).toBe('proof-after')
  })

  it('is wanted of no other item', async () => {
    const desk = await Desk.open('王家村有人占道摆摊', AT)
    expect(lacking(desk.hand)).toBeNull()
  })
})

describe('what a picture shows', () => {
  const told = (more: Partial<Sending>): Sending => ({ by: BY, act: 'alone', words: '', worked: true, ...more })
  it.each([
    ['the order says it', told({ act: 'mark-after', words: '办前' }), 'after'],
    ['the first one', told({ worked: false }), 'before'],
    ['with 到场', told({ act: 'arrive' }), 'before'],
    ['with 办结', told({ act: 'finish', words: '扑灭了' }), 'after'],
    ['办结 with a picture of before', told({ act: 'finish', words: '补整改前照片' }), 'before'],
    ['整改后', told({ act: 'feedback', words: '这是整改后' }), 'after'],
    ['done', told({ act: 'feedback', words: '已经清理干净' }), 'after'],
    ['not done', told({ act: 'feedback', words: '还没有清理干净' }), 'unclear'],
    ['both said', told({ act: 'feedback', words: '整改前、整改后' }), 'unclear'],
    ['alone, later', told({}), 'unclear'],
  ] as const)('%s', async (_what, sending, shows) => {
    const desk = await burning()
    expect(whatTheyShow(desk.hand, sending, desk.now)).toBe(shows)
  })

  it('is what the one just before it shows', async () => {
    const desk = await burning()
    const hand = withMarks(desk, { ...desk.hand, files: [file('a')] }, [['a', 'after']])
    const later = (minutes: number) => new Date(desk.now.getTime() + minutes * 60_000)
    expect(whatTheyShow(hand, told({}), later(9))).toBe('after')
    expect(whatTheyShow(hand, told({}), later(11))).toBe('unclear')
    expect(whatTheyShow(hand, told({ by: 'u-yuhai' }), later(1))).toBe('unclear')
  })
})

describe('the parts of a record', () => {
  it.each([
    ['', {}],
    ['摆了三张桌子', { seen: '摆了三张桌子' }],
    ['时间：现在', { when: '2026-11-24 10:00' }],
    ['时间： 昨天上午九点', { when: '昨天上午九点' }],
    [
      '地点：村口，当事人：王二；签字：拒签，在场人：村会计',
      { place: '村口', whom: '王二', signature: '拒签，在场人：村会计' },
    ],
    ['当事人签字：签了', { signature: '签了' }],
    ['检查情况:堆了货 同行:王芳', { seen: '堆了货', second: '王芳' }],
    ['当事人王二说地点不对', { seen: '当事人王二说地点不对' }],
    ['地点：', {}],
  ])('%s', (text, parts) => {
    expect(partsIn(text, new Date(AT))).toEqual(parts)
  })

  it('are asked for in their order', async () => {
    const desk = await burning()
    const { data } = beginRecord(desk.hand, { userid: BY }, NUMBER, null, desk.world)
    expect(missingPart(data)).toBe('when')
    expect(missingPart({ ...data, when: 'x', place: 'x', whom: 'x', seen: 'x', signature: 'x' })).toBe('second')
  })
})

describe('the list of evidence', () => {
  it.each([
    [file('a'), { sort: 'picture', by: '杜娟', placed: false, hash: 'aaaa', state: 'here', mark: 'before' }],
    [file('b', { source: 'file' }), { sort: 'picture', mark: null }],
    [file('c', { mime: 'video/mp4', source: 'video', gps: '34.1,108.9' }), { sort: 'video', placed: true }],
    [file('d', { mime: 'audio/amr', source: 'voice' }), { sort: 'voice' }],
    [file('e', { mime: 'application/pdf', source: 'file' }), { sort: 'file' }],
    [file('f', { by: 'v-lihua' }), { by: null }],
    [file('g', { sha256: null, mime: null, fault: 'coming', source: 'video' }), { sort: 'video', state: 'coming' }],
    [file('h', { sha256: null, mime: null, fault: 'network' }), { sort: 'picture', state: 'lost', hash: null }],
  ])('%#', async (each, seen) => {
    const desk = await burning()
    const hand = withMarks(desk, desk.hand, [['a', 'before']])
    expect(evidenceOf(hand, [each]).files).toMatchObject([seen])
  })

  it('of staff who only reported does not say who, either', async () => {
    const desk = await Desk.open('北坡村有人烧秸秆', AT, 'u-sunmei')
    expect(evidenceOf(desk.hand, [file('a', { by: 'u-sunmei' })]).files).toMatchObject([{ by: null }])
  })
})

describe('a second officer', () => {
  it('is licensed that day, of a unit of the case, and another one', async () => {
    const desk = await burning()
    const names = seconds(desk.hand, BY, '2026-11-24').map(({ userid }) => userid)
    expect(names).toContain('u-yuhai')
    expect(names).toContain('u-zhangwei')
    for (const none of [BY, 'u-weining', 'u-sunmei', 'u-zhouting']) expect(names).not.toContain(none)
    expect(seconds(desk.hand, BY, '2030-01-01')).toEqual([])
  })

  it.each([
    [null, null, false],
    ['1', null, true],
    ['1', '2026-11-24', true],
    ['1', '2026-11-23', false],
  ] as const)('with licence %s until %s', (licence, licenceUntil, counts) => {
    const person = { userid: 'x', name: 'x', station: null, roles: [], licence, licenceUntil }
    expect(isLicensed(person, '2026-11-24')).toBe(counts)
  })
})

it('what is more than one message takes is not packed at all', () => {
  const half = file('a', { bytes: 11 * 1024 * 1024 })
  expect(tooLarge([half])).toBe(false)
  expect(tooLarge([half, half])).toBe(true)
  expect(tooLarge([half, { ...half, sha256: null }])).toBe(false)
})
