import { describe, expect, it } from 'vitest'
import { parse } from '../../domain/command/parse.ts'
import type { Audience } from '../../domain/command/parsed.ts'
import { elsewhereOf } from '../../domain/understand/elsewhere.ts'

const read = (text: string, audience: Audience): string => {
  const parsed = parse(text, null, audience)
  if (parsed.kind === 'unknown-command') return parsed.nearest[0]
  return parsed.kind === 'command' ? `${parsed.verb}|${parsed.rest}` : parsed.kind
}

describe('a mind map, however it is asked for, by whomever', () => {
  it.each([
    '导图 违法占地',
    '导图违法占地',
    '思维导图 违法占地',
    '违法占地的导图',
    '看一下违法占地导图',
    '画思维导图 违法占地',
  ])('%s', (text) => {
    expect(read(text, 'staff')).toBe('mindmap|违法占地')
    expect(read(text, 'villager')).toBe('mindmap|违法占地')
  })
  it.each(['导图的字太小', '村口贴的导图掉下来砸到人了，谁来管一管'])('no command: %s', (text) =>
    expect(read(text, 'villager')).toBe('text'),
  )
})

describe('a command in the wrong order is shown the right form', () => {
  it.each([
    ['吹哨派出所 0001 有人阻挠', '吹哨'],
    ['批准 0002 文号 教办〔2026〕7号', '批准准入'],
    ['移送县市场监管局 0003 涉嫌无照经营的线索', '移送'],
  ])('%s: %s', (text, word) => expect(read(text, 'staff')).toBe(word))

  it.each([
    ['把0001和0002合并', 'merge|0002'],
    ['将 0001、0002 两件合并', 'merge|0002'],
    ['吹哨演练时有人从台上摔下来，一共来了二百人', 'text'],
    ['批准盖房的手续是假的', 'text'],
    ['把两个村合并', 'text'],
  ])('%s: %s', (text, as) => expect(read(text, 'staff')).toBe(as))
})

describe('whose business it is', () => {
  it.each([
    ['被网上刷单骗了八千块', 'fraud'],
    ['刷单被骗了', 'fraud'],
    ['被网上骗了钱', 'fraud'],
    ['微信上让人骗走两万', 'fraud'],
    ['有人贩毒', 'crime'],
    ['隔壁有人吸毒', 'crime'],
    ['法院不给执行', 'court'],
    ['医院给我看坏了', 'health'],
    ['村医乱打针', 'health'],
    ['孩子上学学校不收', 'school'],
  ])('%s: %s', (text, id) => expect(elsewhereOf(text, {})?.id).toBe(id))

  it.each(['他说的都是假的骗人的', '学校门口不收摊', '法院门口摆摊', '村医家门口倒垃圾', '玩具枪店占道'])(
    'ours: %s',
    (text) => expect(elsewhereOf(text, {})).toBeNull(),
  )
})
