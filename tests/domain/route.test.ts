import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Duty, Town } from '../../domain/town.ts'
import { dangerOf } from '../../domain/understand/danger.ts'
import { matchDuties } from '../../domain/route/match.ts'
import { route } from '../../domain/route/route.ts'
import { duty, station, town } from './township.ts'

const DAY = '2026-11-23'
const DUTIES = [
  duty('占道经营', 'chengguan', ['占道', '摆摊', '流动摊贩'], { assist: ['paichu'], category: '市容环境' }),
  duty('乱倒垃圾', 'huanwei', ['乱倒垃圾', '垃圾'], { assist: ['huanbao'], category: '市容环境' }),
  duty('露天焚烧', 'huanbao', ['烧垃圾', '烧秸秆'], { assist: ['chengguan', 'yingji'], level: 'urgent' }),
  duty('油烟', 'chengguan', ['油烟', 'KTV'], {}),
  duty('噪声', 'huanbao', ['噪音', 'ktv'], {}),
  duty('供电', 'dianli', ['停电'], { mode: 'refer', level: 'urgent' }),
  duty('旧规定', 'huanbao', ['占道摆摊'], { validUntil: '2026-06-30' }),
  duty('新规定', 'huanbao', ['占道摆摊'], { validFrom: '2027-01-01' }),
]
const TOWN = town('QS', '青石镇', {
  stations: [
    station('dianli', 'department'),
    station('chengguan'),
    station('huanwei'),
    station('huanbao'),
    station('yingji'),
    station('paichu', 'police'),
  ],
  duties: DUTIES,
  emergencyWords: ['着火', '触电'],
})
const names = (text: string) => matchDuties(text, DUTIES, DAY).map((m) => m.duty.name)

describe('an emergency word', () => {
  it.each([
    ['王家村着火了', '着火'],
    ['着 火 啦', '着火'],
    ['去年着火，今年又冒烟', '着火'],
    ['是不是着火了', '着火'],
    ['有没有着火不知道', '着火'],
    ['没着火，但有人触电', '触电'],
    ['没着火？着火了！', '着火'],
    ['被水淹没触电', '触电'],
    ['没着火', null],
    ['没有着火', null],
    ['不是着火，是烧秸秆', null],
    ['有人摆摊', null],
    ['', null],
  ])('in %j: %s', (text, word) => {
    expect(dangerOf(text, { emergencyWords: ['着火', '触电', ''] })?.word ?? null).toBe(word)
  })
})

describe('duty items in a text', () => {
  it('come best first: longer words and more of them weigh more', () => {
    expect(names('有人占道，还乱倒垃圾')).toEqual(['乱倒垃圾', '占道经营'])
    expect(names('占道摆摊的流动摊贩和垃圾')).toEqual(['占道经营', '乱倒垃圾'])
  })

  it('come in the order of the text when they weigh the same', () => {
    expect(names('噪音和油烟')).toEqual(['噪声', '油烟'])
    expect(names('油烟和噪音')).toEqual(['油烟', '噪声'])
  })

  it('are found in any width, case and spacing, and by their own name', () => {
    expect(names('ｋｔｖ 太吵')).toEqual(['油烟', '噪声'])
    expect(names('占 道 经 营')).toEqual(['占道经营'])
  })

  it('count a word once, and not again inside a longer one', () => {
    const [match] = matchDuties('乱倒垃圾，垃圾，垃圾', DUTIES, DAY)
    expect(match).toMatchObject({ words: ['乱倒垃圾', '垃圾'], index: 0 })
    expect(matchDuties('乱倒垃圾', DUTIES, DAY)[0]?.words).toEqual(['乱倒垃圾'])
  })

  it('are those in force on the day', () => {
    expect(names('占道摆摊')).toEqual(['占道经营'])
    expect(matchDuties('占道摆摊', DUTIES, '2026-06-30')[0]?.duty.name).toBe('旧规定')
    expect(matchDuties('占道摆摊', DUTIES, '2027-01-01')[0]?.duty.name).toBe('新规定')
  })

  it('never include one whose words are not there', () => {
    const text = fc
      .array(fc.constantFrom('占道', '摆', '摊', '垃圾', '乱倒', '油烟', 'K', 'tv', '停电', '，', '我'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (said) => {
        for (const { words, duty: item, score } of matchDuties(said, DUTIES, DAY)) {
          expect(score).toBeGreaterThan(0)
          for (const word of words)
            expect(
              said.toLowerCase().includes(word) && [...item.keywords, item.name].some((k) => k.toLowerCase() === word),
            ).toBe(true)
        }
      }),
    )
  })

  it('are found in microseconds among 500 items', () => {
    const many: Duty[] = Array.from({ length: 500 }, (_, i) =>
      duty(
        `事项${i}`,
        'chengguan',
        Array.from({ length: 10 }, (_unused, k) => `占道${String.fromCharCode(0x4e00 + i)}${k}`),
      ),
    )
    const text = '王家村村口有人占道摆摊，还乱倒垃圾，臭得很，三天了没人管，麻烦你们快点来处理一下吧'
    matchDuties(text, many, DAY)
    const start = performance.now()
    for (let i = 0; i < 1_000; i++) matchDuties(text, many, DAY)
    // 100 µs each on an idle machine; the tests share theirs
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('routing', () => {
  it('names the lead, and lets the leads of the other problems assist', () => {
    expect(route('村口占道摆摊，还乱倒垃圾', TOWN, DAY)).toEqual({
      kind: 'routed',
      duty: DUTIES[1],
      lead: 'huanwei',
      assist: ['huanbao', 'chengguan'],
      level: 'normal',
      also: [DUTIES[0]],
    })
  })

  it('hears one problem when a longer word explains a shorter one', () => {
    expect(route('有人烧垃圾', TOWN, DAY)).toEqual({
      kind: 'routed',
      duty: DUTIES[2],
      lead: 'huanbao',
      assist: ['chengguan', 'yingji'],
      level: 'urgent',
      also: [],
    })
  })

  it('is unsure when two units list the same word, and offers both first', () => {
    expect(route('KTV太吵', TOWN, DAY)).toEqual({
      kind: 'unsure',
      candidates: ['chengguan', 'huanbao', 'dianli'],
      level: 'normal',
    })
  })

  it('is unsure when nothing matches, and offers whose words are nearest', () => {
    const routed = route('有人焚烧东西，烧了一堆', TOWN, DAY)
    expect(routed).toMatchObject({ kind: 'unsure', level: 'normal' })
    expect(routed.kind === 'unsure' && routed.candidates).toHaveLength(3)
    expect(routed.kind === 'unsure' && routed.candidates[0]).toBe('huanbao')
  })

  it('refers what is not the township’s, unless something else is', () => {
    expect(route('我家停电了', TOWN, DAY)).toEqual({ kind: 'refer', duty: DUTIES[5], level: 'urgent' })
    expect(route('停电了，门口还有人占道', TOWN, DAY)).toMatchObject({
      kind: 'routed',
      lead: 'chengguan',
      assist: ['paichu'],
      also: [DUTIES[5]],
    })
  })

  it('raises the level for a danger, routed or not', () => {
    expect(route('摆摊的着火了', TOWN, DAY)).toMatchObject({ kind: 'routed', lead: 'chengguan', level: 'emergency' })
    expect(route('着火了', TOWN, DAY)).toMatchObject({ kind: 'unsure', level: 'emergency' })
  })

  it('never offers departments alone, and always three stations where there are three', () => {
    const offices: Town = {
      ...TOWN,
      duties: [],
      stations: [station('a', 'department'), station('b', 'department'), station('c', 'department'), station('d')],
    }
    expect(route('不知道', offices, DAY)).toMatchObject({ candidates: ['a', 'b', 'd'] })
    expect(route('不知道', { ...TOWN, duties: [], stations: [station('d')] }, DAY)).toMatchObject({ candidates: ['d'] })
  })

  it('answers any text: the lead never assists itself, and there are always candidates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('占道', '垃圾', '烧', 'KTV', '停电', '着火', '，', '没', '油烟'), { maxLength: 8 }),
        (parts) => {
          const routed = route(parts.join(''), TOWN, DAY)
          if (routed.kind === 'routed') expect(routed.assist).not.toContain(routed.lead)
          if (routed.kind === 'unsure') expect(new Set(routed.candidates).size).toBe(3)
          expect(routed.level === 'emergency').toBe(dangerOf(parts.join(''), TOWN) !== null)
        },
      ),
    )
  })
})
