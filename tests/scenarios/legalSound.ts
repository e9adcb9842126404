import { expect } from 'vitest'
import type { FileStep, StepTaken } from '../../domain/legal/kinds.ts'
import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { textOf, type House } from './house.ts'

const ENDS: readonly FileStep[] = ['closed', 'dismissed', 'transferred']
const SEEN: readonly FileStep[] = ['named', 'stated', 'proposed', 'hearing-held', 'discretion']

/** What the law asks of any file, in whatever order its steps were taken, read from what was written down. */
export async function soundFiles(house: House): Promise<void> {
  const entries = await house.core.ctx.store.entries({ limit: 200 })
  const files = ofKind(entries, 'file')
  for (const file of files) {
    soundSteps(file)
    await soundCase(house, file)
    soundWaiting(entries, file)
  }
  const live = files.filter(({ state }) => state !== 'dismissed' && state !== 'transferred')
  expect(new Set(live.map(({ taskId }) => taskId)).size, 'a case has one file').toBe(live.length)
}

function soundSteps({ state, data: file }: Entry<'file'>): void {
  const { steps } = file
  const names = steps.map(({ step }) => step)
  const count = (step: FileStep) => names.filter((each) => each === step).length
  for (const once of ['filed', 'decided', 'served', ...ENDS] as const)
    expect(count(once), `${once} once: ${names.join(' ')}`).toBeLessThanOrEqual(1)
  const end = names.findIndex((step) => ENDS.includes(step))
  if (end >= 0)
    expect(
      names.slice(end + 1).filter((step) => step !== 'hold-ended'),
      'nothing after its end',
    ).toEqual([])
  expect(state, names.join(' ')).toBe(names[end] ?? (names.includes('decided') ? 'decided' : 'open'))
  const holds = names.filter((step) => step === 'hold' || step === 'hold-ended')
  holds.forEach((step, i) => expect(step, holds.join(' ')).toBe(i % 2 === 0 ? 'hold' : 'hold-ended'))
  steps.forEach((taken, i) => {
    if (taken.step === 'noticed') soundNotice(file, steps.slice(0, i))
    if (taken.step === 'decided') soundDecision(file, steps.slice(0, i), taken)
    if (taken.step === 'served') expect(names.slice(0, i)).toContain('decided')
    if (taken.step === 'paid') expect(names.slice(0, i)).toContain('decided')
    if (taken.step === 'closed') expect(names.slice(0, i)).toContain('served')
  })
  const decided = steps.find(({ step }) => step === 'decided')
  const paid = steps.filter(({ step }) => step === 'paid').reduce((sum, { data }) => sum + Number(data?.['amount']), 0)
  expect(paid, 'no more is paid than is owed').toBeLessThanOrEqual(Number(decided?.data?.['fine'] ?? 0))
}

type File = Entry<'file'>['data']
const namesOf = (steps: readonly StepTaken[]) => steps.map(({ step }) => step)

/** Of these steps, the latest. */
const at = (steps: readonly StepTaken[], ...wanted: readonly FileStep[]): number =>
  steps.findLastIndex(({ step }) => wanted.includes(step))

function soundNotice({ procedure, mentor }: File, before: readonly StepTaken[]): void {
  const names = namesOf(before)
  for (const step of ['named', 'stated', 'proposed', 'discretion'] as const) expect(names).toContain(step)
  if (procedure === 'ordinary') expect(names).toContain('investigated')
  if (mentor !== null && procedure === 'ordinary')
    expect(at(before, 'signed-off'), 'signed off before the notice').toBeGreaterThan(at(before, ...SEEN))
}

function soundDecision(file: File, before: readonly StepTaken[], decision: StepTaken): void {
  const told = at(before, 'noticed')
  const since = namesOf(before.slice(told + 1))
  expect(told, 'told before it was decided').toBeGreaterThan(0)
  expect(since, 'told of this party and these facts').not.toContain('named')
  expect(since).not.toContain('stated')
  expect(Number(decision.data?.['fine'] ?? 0)).toBeLessThanOrEqual(Number(before[told]?.data?.['fine'] ?? 0))
  expect(decision.data, 'what was proposed last is decided').toMatchObject(before[at(before, 'proposed')]?.data ?? {})
  expect(file.officers.length, 'two officers').toBe(2)
  expect(new Set(file.officers).size).toBe(2)
  expect(before[at(before, 'hold', 'hold-ended')]?.step, 'nothing is held').not.toBe('hold')
  if (file.procedure === 'simple' || before[told]!.day === decision.day)
    expect(
      since.some((step) => step === 'defended' || step === 'hearing-held'),
      'heard',
    ).toBe(true)
  if (at(before, 'hearing-asked') >= 0)
    expect(at(before, 'hearing-held'), 'the hearing was held').toBeGreaterThan(at(before, 'hearing-asked'))
  if (file.procedure === 'simple') return
  if (file.mentor !== null) expect(at(before, 'signed-off')).toBeGreaterThan(at(before, ...SEEN, 'noticed'))
  if (file.reviewNeeded || before.some(({ step }) => step === 'submitted')) soundReview(before)
}

/** What was passed is what is decided. */
function soundReview(before: readonly StepTaken[]): void {
  const passed = at(before, 'reviewed')
  expect(passed, 'reviewed before it was decided').toBeGreaterThan(at(before, 'submitted', 'rejected'))
  expect(passed, 'as it was seen').toBeGreaterThan(at(before, ...SEEN))
}

/** A case whose file goes on is with its unit, and neither finished, given back, withdrawn nor merged. */
async function soundCase(house: House, { state, owner, taskId }: Entry<'file'>): Promise<void> {
  if (state !== 'open' && state !== 'decided') return
  const task = taskId ? await house.core.ctx.store.task(taskId) : null
  expect(task).toMatchObject({ mergedInto: null, lead: owner })
  expect(['signed', 'arrived'], 'the case goes on as long as its file').toContain(task?.stage)
}

/** Nobody is asked about what is no longer so, and nobody twice. */
function soundWaiting(entries: readonly Entry[], { id, state, data: { steps } }: Entry<'file'>): void {
  const waits = <E extends Entry<'review'> | Entry<'signoff'>>(all: readonly E[]) =>
    all.filter((each) => each.state === 'open' && each.data.file === id)
  const reviews = waits(ofKind(entries, 'review'))
  const signoffs = waits(ofKind(entries, 'signoff'))
  for (const waiting of [reviews, signoffs]) {
    expect(waiting.length).toBeLessThanOrEqual(1)
    if (waiting.length > 0) expect(state).toBe('open')
  }
  if (reviews.length > 0) expect(at(steps, 'submitted')).toBeGreaterThan(at(steps, ...SEEN))
  const passed = ofKind(entries, 'review').filter((each) => each.state === 'passed' && each.data.file === id)
  expect(steps.filter(({ step }) => step === 'reviewed').length).toBeGreaterThanOrEqual(passed.length)
}

/** What two people read who acted at once. */
export const answersTo = (house: House, ...chats: readonly string[]): readonly string[] =>
  chats.flatMap((chat) => house.unread(chat).map(textOf))
