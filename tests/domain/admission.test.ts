import { describe, expect, it } from 'vitest'
import { formatAdmissionNo, isApproval, seqOf } from '../../domain/admission/admission.ts'
import { readAdmissionNo } from '../../domain/admission/wording-admission.ts'
import { parse } from '../../domain/command/parse.ts'

describe('the number of an admission', () => {
  it('is written with township, year and number', () => {
    expect(formatAdmissionNo('QS', '2026', 7)).toBe('QS-ZR2026-0007')
    expect(seqOf('QS-ZR2026-0007')).toBe(7)
  })

  it.each([
    ['QS-ZR2026-0001 青政办〔2026〕12号', 'QS-ZR2026-0001', '青政办〔2026〕12号'],
    ['qs-zr2026-1，青政办12号', 'QS-ZR2026-0001', '青政办12号'],
    ['QS准入〔2026〕第0001号 青政办12号', 'QS-ZR2026-0001', '青政办12号'],
    ['ＱＳ准入（2026）1 依据不足', 'QS-ZR2026-0001', '依据不足'],
    ['QS-ZR2026-0001', 'QS-ZR2026-0001', ''],
  ])('is read in %j', (text, no, rest) => {
    expect(readAdmissionNo(text)).toEqual({ no, rest })
  })

  it.each(['0001', '青政办〔2026〕12号', 'QS261124-0001', ''])('is not in %j', (text) => {
    expect(readAdmissionNo(text)).toBeNull()
  })
})

it.each([
  ['青政办〔2026〕12号', true],
  ['A123', true],
  ['好', false],
  ['同意', false],
  ['同意办理吧', false],
  ['12', false],
  ['0001', false],
  ['20261124', false],
])('%s is an approval: %s', (words, is) => {
  expect(isApproval(words)).toBe(is)
})

describe('a task that is pushed down', () => {
  it.each([
    ['准入 市水利局 每天报送照片', 'admit', '市水利局 每天报送照片'],
    ['职责准入 市水利局 每天报送照片', 'admit', '市水利局 每天报送照片'],
    ['市水利局交办：每天报送河道照片', 'admit', '市水利局 每天报送河道照片'],
    ['上级部门下派任务，统计外出人员', 'admit', '上级部门 统计外出人员'],
    ['县住建局转来交办 排查经营性自建房', 'admit', '县住建局 排查经营性自建房'],
    ['县里下派任务：统计外出人员', 'admit', '县里 统计外出人员'],
    ['根据市农业农村局要求：每村上报台账', 'admit', '市农业农村局 每村上报台账'],
    ['批准准入 QS-ZR2026-0001 青政办〔2026〕12号', 'admit-approve', 'QS-ZR2026-0001 青政办〔2026〕12号'],
    ['批准准入 0001 青政办〔2026〕12号', 'admit-approve', '青政办〔2026〕12号'],
    ['不予准入 0001 没有依据', 'admit-refuse', '没有依据'],
    ['准入清单', 'admissions', ''],
  ])('%j is %s', (text, verb, rest) => {
    expect(parse(text, null, 'staff')).toMatchObject({ kind: 'command', verb, rest })
  })

  it.each([
    '市场里有人交办证的钱',
    '县道边上有人摆摊',
    '准入门槛太高了办不了营业执照',
    '市场监管局交办的事办完了',
    '县住建局要求我们明天来拆违建',
    '市水利局交办的任务已经落实',
    '县城管局把任务下发给我们了',
    '县交通局下发通知，要求统计货车数量',
    '省环保督察组发现王家村有污水',
    '王家村有人说是市里布置任务收钱',
  ])('%j is a report', (text) => {
    expect(parse(text, null, 'staff').kind).toBe('text')
  })

  it('is nothing a villager can do', () => {
    expect(parse('市水利局交办：每天报送河道照片', null, 'villager').kind).toBe('text')
    expect(parse('批准准入 0001 青政办〔2026〕12号', null, 'villager').kind).toBe('text')
  })
})
