import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Duty, Town } from '../../domain/town.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { Ask, Question } from '../../domain/training/kinds.ts'
import { loadTowns } from '../../config/township/load.ts'
import { addDays, instant } from '../../domain/calendar/zone.ts'
import { holderOf } from '../../domain/duty/power.ts'
import { findStation } from '../../domain/people/directory.ts'
import { isInForce } from '../../domain/route/match.ts'
import { chosenFor, syllabusOf } from '../../domain/training/question.ts'
import { mistakesOf, dueMistakes } from '../../domain/training/mistakes.ts'
import { ofPerson, byUnit } from '../../domain/training/figures.ts'

const loaded = await loadTowns('config/town')
if (!loaded.ok) throw new Error('the sample township is broken')
const [found] = loaded.towns
if (!found) throw new Error('no township')
const town: Town = found

const DAY = '2026-11-24'
const anyDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-10-01', n))

const unit = (id: string | null): string => findStation(town, id)?.name ?? id ?? ''
const dutyOf = ({ key }: Question): Duty => {
  const code = key.slice(key.indexOf(':') + 1)
  const duty = town.duties.find((each) => each.code === code)
  if (!duty) throw new Error(`no item ${code}`)
  return duty
}

/** Is this option right by the list? Written apart from the generator. */
const IS_RIGHT: Partial<Record<Ask, (duty: Duty, option: string) => boolean>> = {
  lead: (duty, option) => option === unit(duty.lead),
  assist: (duty, option) => duty.assist.map(unit).includes(option),
  mode: (duty, option) => option === duty.mode,
  punish: (duty, option) => option === unit(holderOf(duty)),
  basis: (duty, option) => duty.legalBasis.replaceAll('中华人民共和国', '').includes(option),
}

const allOn = (day: string, seed: string, of: Town = town): Question[] =>
  syllabusOf(of, day, [], []).templates.flatMap(({ make }) => make(seed) ?? [])

describe('one morning', () => {
  it('does not ask half the township the same, though but one case was closed', () => {
    const syllabus = syllabusOf(town, DAY, [{ item: 'CG001', level: 'normal', lead: 'chengguan' }], [])
    const asked = Array.from({ length: 100 }, (_, n) => chosenFor(syllabus, `u-${n}`, [])?.question.key ?? '')
    const times = asked.map((key) => asked.filter((each) => each === key).length)
    expect(Math.max(...times)).toBeLessThanOrEqual(6)
    expect(new Set(asked.map((key) => key.split(':')[0])).size).toBeGreaterThanOrEqual(5)
  })
})

describe('a question', () => {
  it('has exactly one right option by the list of the day, among three or four that differ', () => {
    fc.assert(
      fc.property(anyDay, fc.string(), (day, seed) => {
        for (const question of allOn(day, seed)) {
          const { options, right, ask } = question
          const duty = dutyOf(question)
          expect(isInForce(duty, day)).toBe(true)
          expect(new Set(options).size).toBe(options.length)
          expect(options.length).toBeGreaterThanOrEqual(3)
          expect(options.length).toBeLessThanOrEqual(4)
          const rights = options.filter((option) => IS_RIGHT[ask]?.(duty, option))
          expect(rights, `${question.key}: ${options.join()}`).toEqual([options[right]])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is asked of every item in force, and of each kind', () => {
    const questions = allOn(DAY, 'x')
    const items = town.duties.filter((duty) => isInForce(duty, DAY))
    expect(new Set(questions.map((question) => dutyOf(question).code)).size).toBe(items.length)
    expect(new Set(questions.map(({ ask }) => ask))).toEqual(new Set(['lead', 'assist', 'mode', 'punish', 'basis']))
  })

  it('is not asked of two items with one name, nor where an option would be cut or is missing', () => {
    const [first, ...others] = town.duties
    if (!first) throw new Error('no item')
    const twin = { ...town, duties: [first, { ...first, code: 'XX1', lead: 'ziran' }, ...others] }
    expect(allOn(DAY, 'x', twin).filter(({ about }) => about === first.name)).toEqual([])
    const two = { ...town, stations: town.stations.slice(0, 2) }
    expect(allOn(DAY, 'x', two).some(({ ask }) => ask === 'lead')).toBe(false)
    const long = {
      ...town,
      stations: town.stations.map((s) => (s.id === first.lead ? { ...s, name: '长'.repeat(25) } : s)),
    }
    expect(allOn(DAY, 'x', long).some(({ key }) => key === `lead:${first.code}`)).toBe(false)
  })

  it('never has as a wrong option a unit the power over the item was lent to', () => {
    const [item] = town.duties
    if (!item) throw new Error('no item')
    const doc = {
      items: [item.code],
      from: '市局',
      to: 'ziran',
      doc: 'x',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    }
    const lent = { ...town, delegations: [doc] }
    for (let n = 0; n < 40; n += 1) {
      const asked = allOn(DAY, String(n), lent).find(({ key }) => key === `punish:${item.code}`)
      expect(asked?.options).not.toContain(unit('ziran'))
    }
  })

  it('of a closed case tells neither place nor words, and asks by the list and the limits', () => {
    const cases = [
      { item: 'CG001', level: 'normal', lead: 'chengguan' },
      { item: 'CG002', level: 'urgent', lead: 'ziran' },
    ] as const
    const questions = syllabusOf(town, DAY, cases, []).templates.flatMap(({ key, make }) =>
      key.startsWith('case') ? (make('x') ?? []) : [],
    )
    expect(questions.map(({ key }) => key).toSorted()).toEqual([
      'case-lead:CG001',
      'case-limit:CG001-normal',
      'case-limit:CG002-urgent',
    ])
    const [limit] = questions.filter(({ level }) => level === 'normal')
    expect(limit?.options[limit.right]).toBe('5d work')
    expect(limit?.options.filter((option) => option === '5d work')).toHaveLength(1)
  })
})

type Known = Entry<'knowledge'>['data']
let ids = 0
const known = (data: Partial<Known>): Entry<'knowledge'> => ({
  id: `k-${(ids += 1)}`,
  kind: 'knowledge',
  town: 'QS',
  year: 2026,
  seq: ids,
  no: `QS-ZS2026-000${ids}`,
  taskId: null,
  version: 1,
  state: 'approved',
  owner: null,
  dueAt: null,
  at: instant(DAY, 0),
  data: {
    from: 'free',
    source: null,
    question: '',
    answer: '',
    item: null,
    unit: null,
    found: null,
    by: 'u-zhouting',
    decidedBy: null,
    why: null,
    ...data,
  },
})

describe('knowledge', () => {
  it('is asked with other answers only where they are about something else', () => {
    const all = [
      known({ question: '秸秆能烧吗', answer: '全年禁烧' }),
      known({ question: '摆摊几点收', answer: '晚上十点' }),
      known({ question: '宅基地多大', answer: '每户二百平' }),
      known({ question: '秸秆禁烧到哪天', answer: '全年禁烧' }),
    ]
    const questions = syllabusOf(town, DAY, [], all).templates.flatMap(({ key, make }) =>
      key.startsWith('known') ? (make('x') ?? []) : [],
    )
    expect(questions.map(({ about }) => about)).toContain('摆摊几点收')
    const first = questions.find(({ about }) => about === '秸秆能烧吗')
    expect(first?.options.toSorted()).toEqual(['全年禁烧', '晚上十点', '每户二百平'].toSorted())
  })

  it('of a ruling never offers as wrong whom the list names', () => {
    const ruling = known({
      from: 'ruling',
      source: 'QS261124-0001',
      question: '王家村占道经营由哪个单位办？',
      item: 'CG001',
      unit: 'ziran',
    })
    for (let n = 0; n < 20; n += 1) {
      const [asked] = syllabusOf(town, DAY, [], [ruling]).templates.flatMap(({ key, make }) =>
        key.startsWith('ruled') ? (make(String(n)) ?? []) : [],
      )
      expect(asked?.options[asked.right]).toBe(unit('ziran'))
      expect(asked?.options).not.toContain(unit('chengguan'))
      expect(asked?.options).not.toContain(unit('paichu'))
    }
  })
})

type Quiz = Entry<'quiz'>

function quizOf(question: Question, day: string, userid: string, chosen: number | null, answered = day): Quiz {
  const answeredAt = chosen === null ? null : instant(answered, 600).toISOString()
  return {
    id: `q-${(ids += 1)}`,
    kind: 'quiz',
    town: 'QS',
    year: 2026,
    seq: ids,
    no: `QS-PX2026-${ids}`,
    taskId: null,
    version: 1,
    state: chosen === null ? 'asked' : chosen === question.right ? 'right' : 'wrong',
    owner: userid,
    dueAt: null,
    at: instant(day, 480),
    data: { question, again: false, unit: 'chengguan', chosen, answeredAt },
  }
}

/** Asks somebody day by day; `answers` says what he taps, null = nothing. */
function lived(days: number, userid: string, answers: (question: Question, n: number) => number | null) {
  const past: Quiz[] = []
  for (let n = 0; n < days; n += 1) {
    const day = addDays('2026-03-02', n)
    const chosen = chosenFor(syllabusOf(town, day, [], []), userid, past)
    if (chosen) past.push(quizOf(chosen.question, day, userid, answers(chosen.question, n)))
  }
  return past
}

const wrongOf = ({ right }: Question): number => (right === 0 ? 1 : 0)

describe('who is asked what', () => {
  it('hangs on township, day and person alone, and is not the same for all', () => {
    const people = Array.from({ length: 20 }, (_, n) => `u-${n}`)
    const ask = (userid: string) => chosenFor(syllabusOf(town, DAY, [], []), userid, [])?.question
    expect(people.map(ask)).toEqual(people.map(ask))
    expect(new Set(people.map((userid) => ask(userid)?.key)).size).toBeGreaterThan(10)
  })

  it('is never the same within 60 days, where it was right or left open', () => {
    const past = lived(90, 'u-zhangwei', (question, n) => (n % 3 === 0 ? null : question.right))
    for (const [n, quiz] of past.entries()) {
      const before = past.slice(Math.max(0, n - 59), n).map(({ data }) => data.question.key)
      expect(before).not.toContain(quiz.data.question.key)
    }
    expect(past.length).toBe(90)
  })

  it.each([
    // wrong, then right after 3 and 7 days: over
    { answers: [false, true, true], days: [0, 3, 10] },
    // wrong again: it takes two rights after that
    { answers: [false, false, true, true], days: [0, 3, 10, 25] },
  ])('comes back where it was wrong: $days', ({ answers, days }) => {
    const asked: number[] = []
    let key = ''
    const past = lived(60, 'u-zhangwei', (question, n) => {
      if (n === 0) key = question.key
      if (question.key !== key) return question.right
      asked.push(n)
      return answers[asked.length - 1] ? question.right : wrongOf(question)
    })
    expect(asked).toEqual(days)
    expect(mistakesOf(past)).toEqual([])
  })

  it('leaves a wrong one in the book until it is answered, and asks it first', () => {
    const [question] = allOn(DAY, 'x')
    if (!question) throw new Error('no question')
    const past = [quizOf(question, '2026-11-02', 'u', wrongOf(question)), quizOf(question, '2026-11-05', 'u', null)]
    expect(dueMistakes(mistakesOf(past), '2026-11-04')).toEqual([])
    expect(dueMistakes(mistakesOf(past), '2026-11-06').map(({ key }) => key)).toEqual([question.key])
    expect(chosenFor(syllabusOf(town, '2026-11-06', [], []), 'u', past)).toMatchObject({
      again: true,
      question: { key: question.key },
    })
  })
})

describe('the figures', () => {
  it('are counted from what was asked and answered', () => {
    const [question] = allOn(DAY, 'x')
    if (!question) throw new Error('no question')
    const quizzes = [
      quizOf(question, '2026-11-02', 'u-zhangwei', question.right),
      quizOf(question, '2026-11-03', 'u-zhangwei', wrongOf(question), '2026-11-04'),
      quizOf(question, '2026-11-04', 'u-zhangwei', null),
      quizOf(question, '2026-11-04', 'u-wangfang', question.right),
    ]
    expect(ofPerson('u-zhangwei', { quizzes, classes: [] })).toEqual({
      asked: 3,
      answered: 2,
      right: 1,
      late: 1,
      attended: 0,
    })
    expect(byUnit({ quizzes, classes: [] }, town).find(({ name }) => name === '城管中队')).toMatchObject({
      asked: 4,
      answered: 3,
      right: 2,
    })
  })
})
