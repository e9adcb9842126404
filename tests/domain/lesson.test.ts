import { expect, it } from 'vitest'
import { lessonOf, pairLesson } from '../../domain/triage/lesson.ts'
import { Desk } from './desk.ts'

it('what is learnt from a report made in confidence does not tell who made it', async () => {
  const desk = await Desk.open(
    '保密，我是村口小卖部李大明13812345678，他家半夜往沟里倒东西',
    '2026-11-24T10:00:00+08:00',
  )
  const { text } = lessonOf(desk.task, desk.town, 'chengguan', 'u-clerk', desk.world)
  expect(text).not.toMatch(/李大明|小卖部|138/)
  expect(text).toContain('半夜往沟里倒东西')
})

it('what is learnt of two cases hides what tells who somebody is in both, and says nothing of a unit', async () => {
  const at = '2026-11-24T10:00:00+08:00'
  const one = await Desk.open('王家村有人占道摆摊，我电话13812345678', at)
  const other = await Desk.open('村口天天有人摆摊，找李大明13912345678', at)
  const lesson = pairLesson(one.task, other.task, false, 'u-clerk', one.world)
  expect(`${lesson.text}${lesson.other}`).not.toMatch(/138|139/)
  expect(lesson).toMatchObject({ item: null, lead: '', same: false, takenAt: null })
})
