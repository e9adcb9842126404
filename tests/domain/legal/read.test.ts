import { describe, expect, it } from 'vitest'
import { readDay, readDiscretion, readParty, readProposal } from '../../../domain/legal/read.ts'
import { filingNo, ownOrgan } from '../../../domain/legal/wording-file.ts'
import { ENFORCED, HARM, MASKED_PARTY } from '../../../domain/legal/wording-said.ts'
import { hasHearingRight, heavier, isSimple } from '../../../domain/legal/weight.ts'
import type { Party, Proposal } from '../../../domain/legal/kinds.ts'
import { lookWith } from './look.ts'

describe('a party', () => {
  it.each([
    ['王大山', { kind: 'person', name: '王大山', id: null, phone: null, address: null }],
    ['李志行', { kind: 'person' }],
    [
      '王大山 身份证：110101199003070011 电话13800001111 青石镇 王家村3号',
      { kind: 'person', id: '110101199003070011', phone: '13800001111', address: '青石镇王家村3号' },
    ],
    ['青石镇好再来饭店 负责人 王大山', { kind: 'entity', representative: '王大山', address: null }],
    [
      '青石建材有限公司 91110000100000000X 法定代表人：李小河',
      { kind: 'entity', id: '91110000100000000X', representative: '李小河' },
    ],
    [
      '王大山，男，45岁，身份证37010119900101123X，电话１３８００００１１１１，住青石镇王家村3号',
      { id: '37010119900101123X', phone: '13800001111', address: '青石镇王家村3号' },
    ],
    ['便民店', { kind: 'entity' }],
    ['青石水泥厂', { kind: 'entity' }],
    ['某某 92110101MA00000000', { kind: 'entity' }],
    ['好运来店 110101199003070011', { kind: 'person' }],
  ])('%s', (said, party) => expect(readParty(said)).toMatchObject(party))

  it.each(['', '13800001111'])('%j names nobody', (said) => expect(readParty(said)).toBeNull())
})

describe('a day', () => {
  it.each([
    ['2026-03-01 当面', '2026-03-01', '当面'],
    ['2026年3月1日', '2026-03-01', ''],
    ['2026.3.1', '2026-03-01', ''],
    ['今天 当面', '2026-03-12', '当面'],
    ['昨天', '2026-03-11', ''],
    ['３月１日 当面', '2026-03-01', '当面'],
    ['3月1日', '2026-03-01', ''],
    ['12月1日', '2025-12-01', ''],
    ['2026-02-30', null, ''],
    ['当面', null, '当面'],
  ])('%s', (said, day, rest) => expect(readDay(said, '2026-03-12')).toEqual({ day, rest }))

  it('ahead is the next one', () => expect(readDay('1月5日', '2026-12-12', true).day).toBe('2027-01-05'))
})

describe('a penalty', () => {
  it.each<readonly [string, Partial<Proposal> | null]>([
    ['罚款 500', { sort: 'fine', fine: 500 }],
    ['罚款人民币1,500元', { sort: 'fine', fine: 1500 }],
    ['罚款 1.5万元', { sort: 'fine', fine: 15_000 }],
    ['警告', { sort: 'warning', fine: null }],
    ['警告并罚款 200', { sort: 'fine', fine: 200 }],
    ['没收违法所得 300 元，罚款 500', { sort: 'confiscation', fine: 500, value: 300 }],
    ['没收工具', { sort: 'confiscation', fine: null, value: null }],
    ['责令停业 10 天', { sort: 'suspension', fine: null }],
    ['吊销许可证，罚款 2000', { sort: 'revocation', fine: 2000 }],
    ['罚款５００元', { sort: 'fine', fine: 500 }],
    ['罚款五百元', { sort: 'fine', fine: 500 }],
    ['罚款伍佰元整', { sort: 'fine', fine: 500 }],
    ['罚五百', { sort: 'fine', fine: 500 }],
    ['处500元罚款', { sort: 'fine', fine: 500 }],
    ['处以一千零五十元的罚款', { sort: 'fine', fine: 1050 }],
    ['罚款1万5千元', { sort: 'fine', fine: 15_000 }],
    ['罚款一万五', { sort: 'fine', fine: 15_000 }],
    ['没收三轮车，罚款 500', { sort: 'confiscation', fine: 500, value: null }],
    ['依据第三十六条 罚款 500', { sort: 'fine', fine: 500 }],
    ['依据第三十六条处200元以下罚款，罚款100', { sort: 'fine', fine: 100 }],
    ['罚款500-1000元', null],
    ['罚款', null],
    ['教育', null],
  ])('%s', (said, proposal) =>
    proposal === null ? expect(readProposal(said)).toBeNull() : expect(readProposal(said)).toMatchObject(proposal),
  )

  it.each([
    ['首违不罚 首次且已改正', 'waive', '首次且已改正'],
    ['从轻处罚 主动配合', 'lighter', '主动配合'],
    ['减轻', 'mitigate', ''],
    ['一般 无从重从轻情节', 'ordinary', '无从重从轻情节'],
    ['从重 屡教不改', 'heavier', '屡教不改'],
  ])('weighed: %s', (said, choice, why) => expect(readDiscretion(said)).toEqual({ choice, why }))
})

const person: Party = { kind: 'person', name: '王大山', id: null, representative: null, address: null, phone: null }
const entity: Party = { ...person, kind: 'entity', name: '青石水泥厂' }
const of = (said: string): Proposal => readProposal(said) ?? { sort: 'none', fine: null, text: '' }

describe('by weight', () => {
  it.each([
    ['罚款 1999', person, false],
    ['罚款 2000', person, true],
    ['罚款 49999', entity, false],
    ['罚款 50000', entity, true],
    ['没收工具', person, true],
    ['没收违法所得 300', person, false],
    ['停业 3 天', person, true],
    ['吊销许可证', entity, true],
    ['警告', entity, false],
  ])('%s of %o may be heard: %s', (said, party, may) => expect(hasHearingRight(lookWith(), of(said), party)).toBe(may))

  it.each([
    ['警告', person, true],
    ['罚款 200', person, true],
    ['罚款 201', person, false],
    ['罚款 3000', entity, true],
    ['罚款 3001', entity, false],
    ['没收工具', person, false],
    ['停业', entity, false],
  ])('%s is decided on the spot: %s', (said, party, may) => expect(isSimple(lookWith(), of(said), party)).toBe(may))

  it.each([
    ['罚款 501', '罚款 500', true],
    ['罚款 500', '罚款 500', false],
    ['警告', '罚款 500', false],
    ['没收工具', '罚款 500', true],
    ['停业 10 天', '停业 5 天', true],
    ['罚款 500', '停业', true],
  ])('%s is more than %s: %s', (now, before, more) => expect(heavier(of(now), of(before))).toBe(more))
})

describe('words', () => {
  it('number a file by the first character of the township', () => {
    expect(filingNo({ name: '青石镇' }, 2026, 1)).toBe('青执立字〔2026〕第0001号')
    expect(filingNo({ name: '白云镇' }, 2027, 123)).toBe('白执立字〔2027〕第0123号')
    expect(ownOrgan({ name: '青石镇' })).toBe('青石镇人民政府')
    expect(MASKED_PARTY('王大山')).toBe('王某某')
  })

  it('of harm begin with it, and of a court do not deny it', () => {
    expect(HARM.test('危害 食物中毒')).toBe(true)
    expect(HARM.test('没有危害')).toBe(false)
    expect(ENFORCED.test('法院强制执行完毕')).toBe(true)
    expect(ENFORCED.test('没有申请法院执行')).toBe(false)
  })

  it.each([
    ['当事人未缴，法院已强制执行完毕', true],
    ['法院裁定终结执行', true],
    ['镇里批准减免 300 元', true],
    ['已申请法院强制执行', false],
    ['等法院强制执行完毕', false],
    ['没交，交给法院', false],
    ['尚未批准减免', false],
  ])('%s is an end of the fine: %s', (said, is) => expect(ENFORCED.test(said)).toBe(is))
})
