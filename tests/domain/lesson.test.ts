import { expect, it } from 'vitest'
import { lessonOf } from '../../domain/triage/lesson.ts'
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
