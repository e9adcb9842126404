import { expect, it } from 'vitest'
import { watermark } from '../../../domain/privacy/watermark.ts'

it.each([
  ['2026-11-25T14:03:00+08:00', '张伟 2026-11-25 14:03 青石镇'],
  ['2026-11-25T09:05:59+08:00', '张伟 2026-11-25 09:05 青石镇'],
  ['2026-11-25T00:00:00+08:00', '张伟 2026-11-25 00:00 青石镇'],
  ['2026-11-25T23:59:59+08:00', '张伟 2026-11-25 23:59 青石镇'],
  ['2026-11-24T16:00:00Z', '张伟 2026-11-25 00:00 青石镇'],
  ['2026-11-24T15:59:00Z', '张伟 2026-11-24 23:59 青石镇'],
])('what is taken out of the house at %s says who took it and when: %s', (at, mark) => {
  expect(watermark('张伟', '青石镇', new Date(at))).toBe(mark)
})
