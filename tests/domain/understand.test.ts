import { describe, expect, it } from 'vitest'
import { chosenCase, insistence, sameChoices } from '../../domain/understand/choice.ts'
import { dangerOf } from '../../domain/understand/danger.ts'
import { elsewhereOf } from '../../domain/understand/elsewhere.ts'
import { intentOf } from '../../domain/understand/intent.ts'

const WORDS = ['着火', '煤气泄漏', '触电', '溺水', '打群架']

describe('a danger', () => {
  it.each([
    ['厨房烧起来了快来人', 'fire'],
    ['气罐往外喷，关不住', 'gas'],
    ['有人粘在电线上', 'electric'],
    ['孩子掉河里了', 'water'],
    ['他拿刀追着砍', 'violence'],
    ['老人晕倒叫不醒', 'medical'],
    ['撞人了躺着不动', 'traffic'],
    ['房子塌了埋了人', 'collapse'],
    ['一家人煤气中毒', 'poison'],
    ['娃不见了', 'missing'],
  ])('is heard in %s: %s', (text, kind) => expect(dangerOf(text, { emergencyWords: WORDS })?.kind).toBe(kind))

  it.each([
    '消防演练冒烟',
    '去年这里着火过',
    '怕孩子触电',
    '万一塌了砸着人',
    '气得我肺都要炸了',
    '跳楼价甩卖',
    '爆米花机太吵',
    '预防溺水的牌子掉了',
    '没着火',
    '着火了打哪个电话',
    '有人占道摆摊',
  ])('is none in %s', (text) => expect(dangerOf(text, { emergencyWords: WORDS })).toBeNull())

  it.each(['去年着火，今年又着了', '演练过还是真着火了快来', '以前没事，现在有人触电躺着'])(
    'is heard in spite of what was: %s',
    (text) => expect(dangerOf(text, { emergencyWords: WORDS })).not.toBeNull(),
  )
})

describe('what is meant', () => {
  const plain = { item: false, danger: false, files: false }
  it.each([
    ['占道经营归谁管', true, 'ask-duty'],
    ['噪音归哪个部门管', true, 'ask-duty'],
    ['派出所电话多少', false, 'ask-duty'],
    ['我反映的事咋样了', false, 'progress'],
    ['上次报的那个有人管没', false, 'progress'],
    ['城管的人态度太差', false, 'complain-unit'],
    ['村支书把低保名额给了亲戚拿了好处', false, 'complain-unit'],
    ['你们都是废物', false, 'abuse'],
    ['讲个笑话', false, 'nonsense'],
    ['2+2', false, 'nonsense'],
    ['有人占道摆摊没人管', true, 'report'],
    ['门口垃圾三天没人收了 谁管', true, 'report'],
  ] as const)('%s (item %s): %s', (text, item, intent) => expect(intentOf(text, { ...plain, item })).toBe(intent))

  it('is a report whenever somebody is in danger or a picture came with it', () => {
    expect(intentOf('归谁管', { ...plain, danger: true })).toBe('report')
    expect(intentOf('归谁管', { ...plain, files: true })).toBe('report')
  })
})

describe('whose business it is', () => {
  it.each([
    ['老板拖欠工资', 'labour'],
    ['想离婚', 'court'],
    ['医保卡刷不了', 'insurance'],
    ['家里停电了', 'power'],
    ['宽带断了', 'telecom'],
    ['孩子划片划不进去', 'school'],
    ['养老金没到账', 'pension'],
    ['身份证丢了', 'household'],
  ])('%s: %s', (text, id) => expect(elsewhereOf(text, {})?.id).toBe(id))

  it.each(['学校门口摆摊', '停电动车占路', '电表箱贴广告', '医院门口乱停车', '有人占道'])('is ours: %s', (text) =>
    expect(elsewhereOf(text, {})).toBeNull(),
  )

  it('is what the township’s own list says, before all else', () => {
    const own = [{ id: 'own-1', name: '镇供水站', phone: '0371-0000000', keywords: ['停水'] }]
    expect(elsewhereOf('家里停水了', { channels: own })).toMatchObject({ name: '镇供水站' })
  })
})

describe('an answer to a question with buttons', () => {
  const ONE = ['QS261124-0007']
  const TWO = ['QS261124-0007', 'QS261124-0012']
  it.each([
    ['是', ONE, ONE[0]],
    ['对，就是', ONE, ONE[0]],
    ['嗯', ONE, ONE[0]],
    ['不是', ONE, 'none'],
    ['不是同一件，是另一家', ONE, 'none'],
    ['是的，同一件事', ONE, ONE[0]],
    ['0007那件', ONE, ONE[0]],
    ['王家村的', ONE, 'unclear'],
    ['是王家村那边的', ONE, 'unclear'],
    ['对面那家也在倒', ONE, 'unclear'],
    ['就是没人管', ONE, 'unclear'],
    ['7号楼那边也有', ONE, 'unclear'],
    ['是吗', ONE, 'unclear'],
    ['好的', ONE, 'unclear'],
    ['ok', ONE, 'unclear'],
    ['是 0012', TWO, TWO[1]],
    ['12', TWO, TWO[1]],
    ['QS261124-0007', TWO, TWO[0]],
    ['是', TWO, 'unclear'],
    ['都不是', TWO, 'none'],
    ['不', ONE, 'none'],
    ['不啊', ONE, 'none'],
    ['嗯，今天还打人了', ONE, ONE[0]],
    ['对，就是那个，昨晚又来了', ONE, ONE[0]],
    ['对对对就那个', ONE, ONE[0]],
    ['就是这个', ONE, ONE[0]],
    ['第一个', ONE, ONE[0]],
    ['跟那个一样', ONE, ONE[0]],
    ['可能是', ONE, ONE[0]],
    ['应该是吧', ONE, ONE[0]],
    ['第一个', TWO, TWO[0]],
    ['第二个', TWO, TWO[1]],
    ['是第2个', TWO, TWO[1]],
    ['下面那个', TWO, TWO[1]],
    ['第三个', TWO, 'unclear'],
    ['第二个', ONE, 'unclear'],
    ['可能是', TWO, 'unclear'],
    ['啥意思', ONE, 'unclear'],
    ['好', ONE, 'unclear'],
    ['不知道', ONE, 'unclear'],
    ['那家饭店', ONE, 'unclear'],
    ['那条路', ONE, 'unclear'],
    ['第二天又来了', TWO, 'unclear'],
    ['嗯，不是', ONE, 'none'],
  ])('%s of %j: %s', (said, offered, chosen) => expect(chosenCase(said, offered)).toBe(chosen))

  it('has a button for each case, and one for none', () => {
    expect(sameChoices(ONE)).toEqual(['是同一件', '不是'])
    expect(sameChoices(TWO)).toEqual(['是 0007', '是 0012', '不是'])
  })

  it.each([
    ['还是要反映', 'insists'],
    ['你们也得管', 'insists'],
    ['帮我登记一下', 'insists'],
    ['没人管吗', 'insists'],
    ['我不管，你们必须给我管', 'insists'],
    ['难道就没人管了吗', 'insists'],
    ['你们不管吗', 'insists'],
    ['村口垃圾没人管', 'other'],
    ['路灯坏了没人管', 'other'],
    ['知道了', 'content'],
    ['谢谢', 'content'],
    ['村口有人摆摊', 'other'],
  ] as const)('%s: %s', (said, meant) => expect(insistence(said)).toBe(meant))
})
