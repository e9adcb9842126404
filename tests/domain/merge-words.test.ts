import { describe, expect, it } from 'vitest'
import { parse } from '../../domain/command/parse.ts'

const said = (text: string, quote: string | null = null) => {
  const parsed = parse(text, quote, 'staff')
  if (parsed.kind !== 'command') return parsed.kind
  const { verb, ref, rest } = parsed
  return [verb, ref === null ? '-' : 'seq' in ref ? ref.seq : 'caseNo' in ref ? ref.caseNo : ref.entryNo, rest].join(
    '|',
  )
}

describe('merging and splitting', () => {
  it.each([
    ['合并 0007 0008', 'merge|7|0008'],
    ['合并0007 0008', 'merge|7|0008'],
    ['合并 QS261123-0007 QS261124-0001', 'merge|QS261123-0007|QS261124-0001'],
    ['并案 7 8', 'merge|7|8'],
    ['0007 合并 0008', 'merge|7|0008'],
    ['拆分 0007 0008', 'split|7|0008'],
    ['拆分 0007 叫卖声很吵', 'split|7|叫卖声很吵'],
  ])('%j is %s', (text, command) => {
    expect(said(text)).toBe(command)
  })

  it.each(['合并村组以后没人管路灯', '拆分的宅基地有争议', '合作社合并后欠钱不还'])('%j is a report', (text) => {
    expect(said(text)).toBe('text')
  })

  it('is nothing a villager can do', () => {
    expect(parse('合并 0007 0008', null, 'villager').kind).toBe('text')
  })
})
