import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { beyondPower } from '../../domain/duty/beyond.ts'
import { endings } from '../../domain/duty/countdown.ts'
import { askedOf } from '../../domain/duty/partner.ts'
import { handled, itemsFor, lapsedItems, nearItems } from '../../domain/duty/find.ts'
import { powerOf } from '../../domain/duty/power.ts'
import { stepsOf } from '../../domain/duty/steps.ts'
import { route } from '../../domain/route/route.ts'
import type { Duty, Town } from '../../domain/town.ts'
import { task } from '../store/samples.ts'

const loaded = await loadTowns('config/town')
const SAMPLE = loaded.ok ? loaded.towns[0] : undefined
if (!SAMPLE) throw new Error('no township')
const town: Town = SAMPLE
const [FIRST] = town.duties
if (!FIRST) throw new Error('no duty')
const DAY = '2026-11-24'
const duty = (change: Partial<Duty>): Duty => ({
  ...FIRST,
  validUntil: null,
  mentor: null,
  mentorUntil: null,
  ...change,
})
const lent = (validFrom: string, validUntil: string, to = 'chengguan'): Town => ({
  ...town,
  delegations: [{ items: [FIRST.code], from: '县城管局', to, doc: '1号', validFrom, validUntil }],
})

describe('what a unit may do by itself', () => {
  it.each([
    ['its own item and its own penalty', duty({ mode: 'own', punish: 'chengguan' }), town, true, null],
    ['its own item, nobody else named', duty({ mode: 'own', punish: null }), town, true, null],
    ['its own item, punished by another', duty({ mode: 'own', punish: 'dadui' }), town, false, 'punish-elsewhere'],
    ['a joint item', duty({ mode: 'joint', punish: 'paichu' }), town, false, 'punish-elsewhere'],
    ['an item to hand over', duty({ mode: 'transfer', punish: 'paichu' }), town, false, null],
    ['an item that is others’', duty({ mode: 'refer', punish: null }), town, false, null],
    ['an item handed over to itself', duty({ mode: 'transfer', punish: 'chengguan' }), town, true, null],
    ['an item that is its own, told to others', duty({ mode: 'refer', punish: 'chengguan' }), town, true, null],
    [
      'an item to hand over, lent to it',
      duty({ mode: 'transfer', punish: 'dadui' }),
      lent('2026-01-01', '2026-12-31'),
      true,
      null,
    ],
    [
      'a penalty of a unit whose own power is over',
      duty({ mode: 'joint', punish: 'dadui' }),
      lent('2025-01-01', '2026-11-23', 'dadui'),
      false,
      'delegation-over',
    ],
    [
      'a penalty of a unit whose own power is lent',
      duty({ mode: 'joint', punish: 'dadui' }),
      lent('2026-01-01', '2026-12-31', 'dadui'),
      false,
      'punish-elsewhere',
    ],
    ['a power that was lent', duty({ mode: 'own', punish: 'dadui' }), lent('2026-01-01', '2026-12-31'), true, null],
    [
      'a power that is over',
      duty({ mode: 'own', punish: 'dadui' }),
      lent('2025-01-01', '2026-11-23'),
      false,
      'delegation-over',
    ],
    [
      'a power not yet begun',
      duty({ mode: 'own', punish: 'dadui' }),
      lent('2026-11-25', '2027-11-23'),
      false,
      'delegation-not-yet',
    ],
    [
      'an item no longer in force',
      duty({ mode: 'own', punish: 'chengguan', validUntil: '2026-11-23' }),
      town,
      false,
      'item-over',
    ],
  ] as const)('%s', (_name, item, of, punish, stop) =>
    expect(powerOf(item, 'chengguan', of, DAY)).toMatchObject({ punish, stop }),
  )

  it('calls nobody who is not there, and names who leads instead', () => {
    const item = duty({ mode: 'joint', lead: 'yingji', punish: 'yingji' })
    const empty = town.stations.map((each) => (each.id === 'yingji' ? { ...each, head: null, duty: [] } : each))
    const left = { ...town, stations: empty, people: town.people.filter(({ station }) => station !== 'yingji') }
    expect(powerOf(item, 'dadui', left, DAY)).toMatchObject({ stop: 'punish-elsewhere', holder: null })
    expect(handled(item, left, DAY).lead).toBe('综合行政执法大队')
    expect(handled(duty({ lead: 'linye' }), town, DAY).lead).toBe('综合行政执法大队')
    expect(handled(item, town, DAY).lead).toBe('应急管理站')
  })

  it('names whom to ask while a department guides it', () => {
    const item = duty({ mentor: '市局', mentorUntil: '2026-12-31' })
    expect(powerOf(item, 'chengguan', town, DAY).mentor).toBe('市局')
    expect(powerOf(item, 'chengguan', town, '2027-01-01').mentor).toBeNull()
  })
})

describe('words that tell of a penalty', () => {
  const own: Town = { ...town, duties: [duty({ mode: 'own', punish: 'dadui' })] }
  const of = task(1, { item: FIRST.code, lead: 'chengguan' })
  it.each([
    ['罚款200元', true],
    ['已查封', true],
    ['责令停产', true],
    ['强制拆除了', true],
    ['已劝离，清理干净', false],
    ['已移送综合执法大队处罚', false],
    ['建议罚款', false],
    ['由综合行政执法大队罚款', false],
    ['首次违法不予处罚', false],
    ['责令改正', false],
    ['我们已立案处罚500元', true],
    ['罚了200', true],
    ['城管中队查封了摊位', true],
    ['扣押秤两台', true],
    ['责令停业三天', true],
    ['拆除违建一处', true],
    ['已移送派出所；另外我们罚款500元', true],
    ['罚款由我们执行', true],
    ['罚款由城管中队执行', true],
    ['罚款已由市监局开出', false],
    ['市监局已查封', false],
    ['派出所对两人作出行政处罚', false],
    ['被派出所拘留', false],
    ['当事人自行拆除', false],
    ['商户已拆除棚子', false],
    ['没有罚款，口头教育', false],
    ['再摆就依法处罚', false],
    ['告知可能面临罚款', false],
    ['说明处罚标准', false],
    ['摊主要求罚款，已解释', false],
    ['罚款200元，由县市场监管局处罚', false],
    ['罚款200元，已移送县市场监管局', false],
    ['让县局罚的，罚了三千', false],
    ['警告并罚款二百，由市局处罚', false],
    ['已移送县市场监管局，罚款200元', false],
    ['已移送县局，我们罚款200元', true],
    ['罚款200元。下次再犯移送县局', true],
    ['罚金500已收', true],
    ['已开罚单', true],
    ['给予警告', true],
    ['警告并罚款二百', true],
    ['把他家的棚子推倒了', true],
    ['推平了违建', true],
    ['摊子砸了', true],
    ['罚两百', true],
    ['没开罚单', false],
    ['口头警告，下次注意', false],
    ['设了警告牌', false],
    ['铲掉小广告三处', false],
    ['围墙被风推倒了，已清理', false],
    ['户主自己把棚子推倒了', false],
    ['玻璃被人砸了，已报警', false],
  ])('%s: beyond the power of the unit: %s', (said, beyond) =>
    expect(beyondPower(of, own, said, new Date(`${DAY}T02:00:00Z`)) !== null).toBe(beyond),
  )

  it('are fine once it is handed over to somebody outside', () => {
    const handed = {
      ...of,
      understood: { by: 'rules', confidence: 1, words: [], raised: [], handedTo: '县局' },
    } as const
    expect(beyondPower(handed, own, '罚款200元', new Date(`${DAY}T02:00:00Z`))).toBeNull()
  })

  it('are fine where it may punish', () => {
    const may: Town = { ...town, duties: [duty({ mode: 'own', punish: 'chengguan' })] }
    expect(beyondPower(of, may, '罚款200元', new Date(`${DAY}T02:00:00Z`))).toBeNull()
  })
})

describe('the steps of an item', () => {
  it('name every unit with its people, in order', () => {
    const steps = stepsOf(
      duty({ mode: 'own', assist: ['huanbao'], approve: null, punish: 'dadui', review: true }),
      town,
    )
    expect(steps.map(({ step }) => step)).toEqual([
      '受理派单',
      '现场核查',
      '协同配合',
      '法制审核',
      '处罚决定',
      '整改复查',
    ])
    expect(steps[1]).toEqual({ step: '现场核查', unit: '城管中队', people: '李强 张伟 王芳' })
  })

  it('do not hand over to who has it already, and name nobody who may not decide', () => {
    const kept = stepsOf(duty({ mode: 'transfer', lead: 'paichu', punish: 'paichu' }), town)
    expect(kept.map(({ step, unit }) => `${step} ${unit}`).slice(1)).toEqual(['核查处理 派出所', '反馈结果 派出所'])
    const joint = stepsOf(duty({ mode: 'joint', punish: null }), town)
    expect(joint.find(({ step }) => step === '处罚决定')).toEqual({ step: '处罚决定', unit: '有权的部门', people: '' })
  })

  it('of what is others’ are two', () => expect(stepsOf(duty({ mode: 'refer' }), town)).toHaveLength(2))
})

describe('an item', () => {
  it.each([
    ['占道', '占道经营'],
    ['CG001', '占道经营'],
    ['户外广告', '违规设置户外广告'],
    ['有人烧秸秆', '露天焚烧秸秆垃圾'],
  ])('is found by %s', (words, name) => expect(itemsFor(words, town, DAY)[0]?.name).toBe(name))

  it('that is not there has neighbours', () => {
    expect(itemsFor('外星飞船', town, DAY)).toEqual([])
    expect(nearItems('违法建楼房', town, DAY).length).toBeGreaterThan(0)
  })
})

describe('an item that is not in force', () => {
  const old = duty({ code: 'OLD', name: '旧摊点管理', keywords: ['摆摊', '旧摊点'], validUntil: '2026-11-23' })
  const next = duty({ code: 'NEW', name: '低空飞行管理', keywords: ['无人机'], validFrom: '2027-01-01' })
  const of: Town = { ...town, duties: [...town.duties, old, next] }
  it.each([
    ['旧摊点', { item: '旧摊点管理', until: '2026-11-23', instead: '占道经营' }],
    ['OLD', { item: '旧摊点管理', until: '2026-11-23', instead: '占道经营' }],
    ['无人机', { item: '低空飞行管理', until: null, from: '2027-01-01', instead: null }],
  ])('is named as such, with what is to be followed now: %s', (words, said) => {
    expect(lapsedItems(words, of, DAY)[0]).toMatchObject(said)
    expect(itemsFor(words, of, DAY).map(({ code }) => code)).not.toContain('OLD')
    expect(nearItems(words, of, DAY)).not.toContain('旧摊点管理')
  })

  it('leads nothing', () => {
    for (const words of ['旧摊点', '无人机乱飞']) expect(route(words, of, DAY).kind).toBe('unsure')
    expect(route('无人机乱飞', of, '2027-01-01')).toMatchObject({ kind: 'routed', duty: { code: 'NEW' } })
  })
})

describe('whom a unit hands over to without naming anybody', () => {
  it.each([
    [
      'the owner of a power that was lent and is over',
      lent('2025-01-01', '2026-11-23'),
      { name: '县城管局', phone: null },
    ],
    ['who may punish by the list, while it is lent', lent('2026-01-01', '2026-12-31'), { station: 'dadui' }],
    ['who may punish by the list', town, { station: 'dadui' }],
  ])('is %s', (_what, of, partner) => {
    const item = duty({ mode: 'own', punish: 'dadui' })
    expect(askedOf('', item, 'chengguan', of, DAY)).toMatchObject({ partners: [partner] })
  })
})

describe('what is said of an item and its unit', () => {
  it.each([
    [
      'a power that is over',
      duty({ mode: 'own', punish: 'dadui' }),
      lent('2025-01-01', '2026-11-23'),
      false,
      'delegation-over',
    ],
    ['handed over to itself', duty({ mode: 'transfer', punish: 'chengguan' }), town, true, null],
  ] as const)('%s', (_what, item, of, punish, stop) => {
    expect(handled(item, of, DAY).power).toMatchObject({ punish, stop })
  })
})

describe('what ends', () => {
  it('is one message for all items of a day', () => {
    const mentored = [1, 2, 3].map((n) =>
      duty({ code: `M${n}`, name: `事项${n}`, mentor: '市局', mentorUntil: n < 3 ? '2026-12-24' : '2026-12-01' }),
    )
    const found = endings({ ...town, duties: mentored }, DAY).filter(({ what }) => what === 'mentor')
    expect(found.map(({ subject, others, until }) => [subject, others, until])).toEqual([
      ['事项1', ['事项2'], '2026-12-24'],
      ['事项3', [], '2026-12-01'],
    ])
  })

  const of = lent('2026-01-01', '2026-12-24')
  it.each([
    ['2026-10-24', []],
    ['2026-10-25', [[60, '2026-10-25']]],
    ['2026-10-27', [[58, '2026-10-25']]],
    ['2026-11-23', []],
    ['2026-11-24', [[30, '2026-11-24']]],
    ['2026-12-02', [[22, '2026-11-24']]],
    ['2026-12-16', []],
    ['2026-12-17', [[7, '2026-12-17']]],
    ['2026-12-24', [[0, '2026-12-17']]],
    ['2026-12-26', [[-2, '2026-12-17']]],
    ['2027-01-10', []],
  ])('is found 60, 30 and 7 days before, and for two weeks as what was due then: on %s', (day, found) =>
    expect(
      endings(of, day)
        .filter(({ what }) => what === 'delegation')
        .map(({ days, dueOn }) => [days, dueOn]),
    ).toEqual(found),
  )
})
