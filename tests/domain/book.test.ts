import { describe, expect, it } from 'vitest'
import { MARKS } from '../../domain/book/kinds.ts'
import { findEntryNo } from '../../domain/book/number.ts'
import { parse } from '../../domain/command/parse.ts'

describe('a number of the book', () => {
  it('tells its kind: no two have the same letters, nor those of 职责准入', () => {
    const marks = [...Object.values(MARKS), 'ZR']
    expect(new Set(marks).size).toBe(marks.length)
  })

  it.each(Object.entries(MARKS))('of a %s is found in a text, however it is typed', (kind, mark) => {
    const found = findEntryNo(`看一下 qs ${mark.toLowerCase()}2026-0012 吧`.replace('qs ', 'qs-'))
    expect(found?.parts).toMatchObject({ no: `QS-${mark}2026-0012`, kind, year: 2026, seq: 12 })
  })

  it('behind an order is what the order is about, and of a quoted message the first one counts', () => {
    const no = `QS-${MARKS.whistle}2026-0012`
    expect(parse(`点名 ${no}`, null, 'staff')).toMatchObject({ ref: { entryNo: no }, rest: '' })
    expect(parse('点名', `【吹哨】${no}，工单 QS261124-0001`, 'staff')).toMatchObject({ ref: { entryNo: no } })
    expect(parse('点名', `工单 QS261124-0001，【吹哨】${no}`, 'staff')).toMatchObject({
      ref: { caseNo: 'QS261124-0001' },
    })
  })
})
