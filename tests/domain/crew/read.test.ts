import { describe, expect, it } from 'vitest'
import { bookingIn, kilometresIn } from '../../../domain/crew/bookingIn.ts'
import { givenTo, leaveIn, swapIn } from '../../../domain/crew/read.ts'

const TODAY = '2026-12-01'

describe('leave', () => {
  it.each([
    ['2026-12-03 家里有事', '2026-12-03', '2026-12-03', '家里有事'],
    ['2026-12-03 到 12-05 家里有事', '2026-12-03', '2026-12-05', '家里有事'],
    ['12月3日至5日，理由：看病', '2026-12-03', '2026-12-05', '看病'],
    ['明天', '2026-12-02', '2026-12-02', ''],
    ['明天到后天 因为孩子生病', '2026-12-02', '2026-12-03', '孩子生病'],
    ['12月3日 3天 出门', '2026-12-03', '2026-12-05', '出门'],
    ['1月4日 体检', '2027-01-04', '2027-01-04', '体检'],
    ['12月1２日 体检', '2026-12-12', '2026-12-12', '体检'],
    ['2月30日 体检', '', '', '体检'],
  ])('%s', (said, from, to, reason) => {
    expect(leaveIn(said, TODAY)).toEqual({ from, to, reason })
  })

  it.each(['', '家里有事', '三天'])('without a day is none: %s', (said) => {
    expect(leaveIn(said, TODAY)).toBeNull()
  })
})

it.each([
  ['12-03 张伟', ['2026-12-03'], '张伟'],
  ['和张伟 12月3日 12月5日 家里有事', ['2026-12-03', '2026-12-05'], '张伟'],
  ['明天', ['2026-12-02'], null],
  ['张伟', [], '张伟'],
])('a swap: %s', (said, days, who) => {
  expect(swapIn(said, TODAY)).toEqual({ days, who })
})

describe('a hand-over', () => {
  const person = { station: 'a', roles: [], licence: null, licenceUntil: null }
  const people = [
    { ...person, userid: 'u-1', name: '张伟' },
    { ...person, userid: 'u-2', name: '王芳' },
  ]
  it.each([
    ['', null, false, ''],
    ['给 张伟 三件都要回访', 'u-1', true, '三件都要回访'],
    ['给张伟三件都要回访', 'u-1', true, '三件都要回访'],
    ['u-2', 'u-2', false, ''],
    ['三件都要回访', null, false, '三件都要回访'],
    ['给 赵磊', null, true, '赵磊'],
  ])('%s', (said, to, named, note) => {
    const found = givenTo(said, people)
    expect({ ...found, to: found.to?.userid ?? null }).toEqual({ to, named, note })
  })
})

describe('a booking', () => {
  const now = new Date('2026-12-01T09:00:00+08:00')
  it.each([
    ['14:00 2小时 送材料', '', '12-01 14:00', '12-01 16:00', '送材料'],
    ['明天 14:00', '', '12-02 14:00', '12-02 16:00', ''],
    ['下午2点半 1小时', '', '12-01 14:30', '12-01 15:30', ''],
    ['执法记录仪 15:00 到 17:30 检查', '执法记录仪', '12-01 15:00', '12-01 17:30', '检查'],
    ['半小时', '', '12-01 09:00', '12-01 09:30', ''],
    ['明天上午9点 半天', '', '12-02 09:00', '12-02 13:00', ''],
    ['12月3日 8:00 2天', '', '12-03 08:00', '12-05 08:00', ''],
    ['14:00 到 明天 10:00', '', '12-01 14:00', '12-02 10:00', ''],
  ])('%s', (said, what, from, to, reason) => {
    const found = bookingIn(said, now)
    const shown = (at?: Date) =>
      new Date((at?.getTime() ?? 0) + 28_800_000).toISOString().slice(5, 16).replace('T', ' ')
    expect({ ...found, from: shown(found?.from), to: shown(found?.to) }).toEqual({ what, from, to, reason })
  })
  it.each(['', '送材料', '明天'])('without a time is none: %s', (said) => expect(bookingIn(said, now)).toBeNull())

  it.each([
    ['12345公里', 12_345],
    ['12345.6', 12_345],
    ['', null],
  ])('kilometres: %s', (said, km) => expect(kilometresIn(said)).toBe(km))
})
