import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, NotAModel } from '../../domain/triage/model/codec.ts'
import { evaluate } from '../../domain/triage/model/evaluate.ts'
import { because, predict } from '../../domain/triage/model/model.ts'
import { train, type Row } from '../../domain/triage/model/train.ts'

const OF: Readonly<Record<string, readonly string[]>> = {
  占道: ['路边摆摊', '摊子把路占了', '摆摊占道', '摊贩堵着路', '卖菜的占着人行道', '流动摊贩又来了', '夜市占道'],
  焚烧: ['烧秸秆', '地里烧麦茬', '有人烧垃圾', '烧得到处是烟', '焚烧树叶', '秸秆冒烟', '又在烧荒'],
  噪音: ['半夜施工吵', '噪音大睡不着', '喇叭声太响', '机器轰隆响', '吵得睡不着', '广场舞声音大', '夜里吵'],
}
const ROWS: readonly Row[] = Object.entries(OF).flatMap(([label, texts]) => texts.map((text) => ({ label, text })))
const { model, unseen } = train(ROWS)

describe('the classifier', () => {
  it.each([
    ['村口好多摊贩摆摊', '占道'],
    ['有人在烧秸秆', '焚烧'],
    ['吵死了，睡不着觉', '噪音'],
  ])('learns what its rows say: %s → %s', (text, label) => {
    expect(predict(model, text)[0]?.label).toBe(label)
  })

  it('gives probabilities that add up to one, likeliest first', () => {
    const guesses = predict(model, '路边有人摆摊')
    expect(guesses.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 6)
    expect(guesses.map(({ p }) => p)).toEqual(guesses.map(({ p }) => p).toSorted((a, b) => b - a))
  })

  it('says which words led to it', () => {
    expect(because(model, '王家村有人在路边摆摊', '占道').join(' ')).toMatch(/摆摊/)
    expect(because(model, '王家村', '没有这一类')).toEqual([])
  })

  it('is the same whenever it is trained on the same rows', () => {
    expect(encode(train(ROWS).model)).toEqual(encode(model))
  })

  it('judges every row once by a model that had not seen it', () => {
    expect(unseen).toHaveLength(ROWS.length)
    expect(evaluate(unseen).accuracy).toBeGreaterThan(0.5)
  })

  it('does not know a text by having seen it with a full stop', () => {
    const of = (i: number) => ROWS[(i * 7) % ROWS.length]?.text ?? ''
    const chance = Array.from({ length: 60 }, (_, i) => ({ text: `${of(i)}${i}`, label: i % 2 ? '甲' : '乙' }))
    const doubled = [...chance, ...chance.map(({ text, label }) => ({ text: ` ${text}。`, label }))]
    expect(train(doubled).unseen).toHaveLength(chance.length)
    // the same words, taken for two things, are judged by a model that saw neither
    const both = [...chance, ...chance.map(({ text, label }) => ({ text, label: label === '甲' ? '乙' : '甲' }))]
    expect(evaluate(train(both).unseen).accuracy).toBeLessThan(0.6)
  })

  it('refuses rows of one label', () => {
    expect(() => train([{ text: '一', label: '同' }])).toThrow(RangeError)
    expect(() => train([])).toThrow(RangeError)
  })

  it('takes rows that say nothing, labels of one row, and thousands of the same', () => {
    const odd = [
      ...ROWS,
      { text: '', label: '空' },
      { text: '……', label: '点' },
      ...Array.from({ length: 2000 }, () => ROWS[0]!),
    ]
    expect(predict(train(odd).model, '烧秸秆')[0]?.label).toBe('焚烧')
  })

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const guesses = predict(model, text)
        expect(guesses).toHaveLength(3)
        expect(guesses.every(({ p }) => p >= 0 && p <= 1)).toBe(true)
      }),
    )
  })
})

describe('the file of a classifier', () => {
  it('is read back as the same classifier, also from a window on other memory', () => {
    const bytes = encode(model)
    const pool = new Uint8Array(bytes.length + 100)
    pool.set(bytes, 50)
    for (const text of ['路边摆摊', '烧秸秆', ''])
      expect(predict(decode(Buffer.from(pool.buffer, 50, bytes.length)), text)).toEqual(predict(model, text))
  })

  it('is refused where a byte is missing, more or another', () => {
    const bytes = encode(model)
    const flipped = Uint8Array.from(bytes)
    flipped[bytes.length - 7] = (flipped[bytes.length - 7] ?? 0) ^ 1
    const more = new Uint8Array([...bytes, 0])
    for (const damaged of [bytes.subarray(0, -1), bytes.subarray(0, 30), flipped, more, new Uint8Array(0)])
      expect(() => decode(damaged)).toThrow(NotAModel)
  })
})

describe('the report', () => {
  it('counts accuracy, macro-F1, the first three and what is sure', () => {
    const row = (label: string, guess: string, p: number, inTop: boolean) => ({ label, guess, p, inTop })
    const report = evaluate([
      row('a', 'a', 0.99, true),
      row('a', 'b', 0.6, true),
      row('b', 'b', 0.9, true),
      row('b', 'a', 0.3, false),
    ])
    expect(report).toMatchObject({ rows: 4, accuracy: 0.5, macroF1: 0.5, top3: 0.75 })
    expect(report.thresholds).toContainEqual({ threshold: 0.87, share: 0.5, precision: 1 })
    expect(evaluate([]).accuracy).toBe(0)
  })
})
