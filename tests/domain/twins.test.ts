import { describe, expect, it } from 'vitest'
import { casesIn, needsNumbers, withTwins } from '../../domain/notice/twins.ts'
import { TOWN } from './legal/look.ts'

const facts = (caseNo: string) => ({ caseNo, stage: 'signed', level: 'normal', at: null })

describe('the cases a notice speaks of', () => {
  it('are those whose facts it has, however deep', () => {
    const body = { kind: 'x', facts: facts('A'), list: [{ facts: facts('B') }, null, 'C'], of: { caseNo: 'D' } }
    expect(casesIn(body)).toEqual(['A', 'B'])
    expect(withTwins(body, ['B'])).toEqual({
      ...body,
      list: [{ facts: { ...facts('B'), twin: true } }, null, 'C'],
    })
  })

  it.each([
    ['a group', { kind: 'group', id: 'g' }, true],
    ['one of the staff', { kind: 'person', userid: 'u-one' }, true],
    ['one of the staff where he wrote', { kind: 'chat', chat: { type: 'single', id: 'u-one' } }, true],
    ['a group where somebody wrote', { kind: 'chat', chat: { type: 'group', id: 'g' } }, true],
    ['who reported', { kind: 'chat', chat: { type: 'single', id: 'r-1' } }, false],
  ] as const)('to %s', (_who, to, needs) => expect(needsNumbers({ to }, { towns: [TOWN] })).toBe(needs))
})
