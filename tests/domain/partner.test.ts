import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { askedOf } from '../../domain/duty/partner.ts'
import type { Town } from '../../domain/town.ts'

const loaded = await loadTowns('config/town')
const SAMPLE = loaded.ok ? loaded.towns[0] : undefined
if (!SAMPLE) throw new Error('no township')
const town: Town = {
  ...SAMPLE,
  channels: [{ id: 'jt', name: '县交通运输局', phone: '0000-12328', keywords: ['黑车'] }],
}
const burning = town.duties.find(({ code }) => code === 'HB001') ?? null

/** Who is called for a fire of straw that 生态环境所 has, which 综合行政执法大队 may punish. */
const called = (words: string, of = town): string => {
  const asked = askedOf(words, burning, 'huanbao', of, '2026-11-24')
  if (!asked.ok) return ['?', asked.said, ...asked.maybe].filter(Boolean).join(' ')
  const names = asked.partners.map((each) => ('station' in each ? each.station : each.name)).join('+')
  return asked.note === null ? names : `${names}: ${asked.note}`
}

describe('吹哨 and 移送 name', () => {
  it.each([
    ['派出所 请来', 'paichu: 请来'],
    ['给派出所', 'paichu'],
    ['请派出所来一下', 'paichu: 来一下'],
    ['派出所请来帮忙', 'paichu: 请来帮忙'],
    ['城管 有摊子', 'chengguan: 有摊子'],
    ['城管队员 有摊子', 'chengguan: 有摊子'],
    ['应急办 有火', 'yingji: 有火'],
    ['安监站', 'yingji'],
    ['市监所 无照', 'shichang: 无照'],
    ['工商所来一下', 'shichang: 来一下'],
    ['国土所 占地了', 'ziran: 占地了'],
    ['110 纵火', 'paichu: 纵火'],
    ['民警，有人打架', 'paichu: 有人打架'],
    ['综合执法大队 处罚', 'dadui: 处罚'],
    ['大队 处罚', 'dadui: 处罚'],
    ['青石镇派出所', 'paichu'],
  ])('one unit as people call it: %s', (words, said) => expect(called(words)).toBe(said))

  it.each([
    ['城管、应急 一起来', 'chengguan+yingji: 一起来'],
    ['城管中队和应急管理站 一起来', 'chengguan+yingji: 一起来'],
    ['城管中队和应急管理站一起来', 'chengguan+yingji: 一起来'],
    ['派出所 城管中队 一起来', 'paichu+chengguan: 一起来'],
    ['派出所、国土所以及市监所：明早八点集合', 'paichu+ziran+shichang: 明早八点集合'],
    ['派出所 县交通运输局 查车', 'paichu+县交通运输局: 查车'],
    ['派出所 派出所', 'paichu'],
    ['生态环境所 派出所 来', 'paichu: 来'],
  ])('several: %s', (words, said) => expect(called(words)).toBe(said))

  it.each([
    ['县公安局 请来看看', '县公安局: 请来看看'],
    ['请县公安局来看看', '县公安局: 来看看'],
    ['县自然资源和规划局 占了耕地', '县自然资源和规划局: 占了耕地'],
    ['自然资源和规划局', '自然资源和规划局'],
    ['应急管理局 企业隐患', '应急管理局: 企业隐患'],
    ['交警大队 堵路', '交警大队: 堵路'],
    ['交通运输局 黑车', '县交通运输局: 黑车'],
    ['0000-12328 黑车', '县交通运输局: 黑车'],
  ])('an authority outside: %s', (words, said) => expect(called(words)).toBe(said))

  it.each([
    ['司法所 请监督', '? 司法所'],
    ['请司法所来监督', '? 司法所'],
    ['派出所 司法所 一起来', '? 司法所'],
    ['水管站 断水了', '? 水管站'],
    ['东关派出所 打架', '? 东关派出所'],
    ['119 着火', '? 119'],
    ['需要派出所配合', '? 派出所'],
    ['这事得市监所一块查', '? 市场监管所'],
  ])('what is no unit, or is said further on, and is asked about: %s', (words, said) =>
    expect(called(words)).toBe(said),
  )

  it('what two units are called', () => {
    const two = { ...town, stations: town.stations.map((each) => ({ ...each })) }
    two.stations.push({ id: 'dong', name: '东关派出所', kind: 'police', head: null, duty: [], group: null })
    expect(called('110 打架', two)).toBe('? 110 派出所 东关派出所')
    expect(called('派出所 打架', two)).toBe('paichu: 打架')
  })

  it.each([
    ['', 'dadui'],
    ['屡劝不听，请来处罚', 'dadui: 屡劝不听，请来处罚'],
    ['请来处罚', 'dadui: 请来处罚'],
    ['有人阻挠', 'dadui: 有人阻挠'],
    ['厕所 堵了', 'dadui: 厕所 堵了'],
    ['市场 太乱', 'dadui: 市场 太乱'],
    ['请尽快办', 'dadui: 请尽快办'],
    ['3个人在烧', 'dadui: 3个人在烧'],
    ['罚款200元', 'dadui: 罚款200元'],
    ['我们所 没有处罚权', 'dadui: 我们所 没有处罚权'],
    ['烧的人不听生态环境所劝', 'dadui: 烧的人不听生态环境所劝'],
    ['请综合行政执法大队来处罚', 'dadui: 来处罚'],
    ['要大队来处罚', 'dadui: 要大队来处罚'],
    ['环境太差', 'dadui: 环境太差'],
    ['车站门口 又烧起来了', 'dadui: 车站门口 又烧起来了'],
  ])('nobody: whoever may punish by the list is called: %s', (words, said) => expect(called(words)).toBe(said))
})
