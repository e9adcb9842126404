import { describe, expect, it } from 'vitest'
import { parse } from '../../domain/command/parse.ts'
import { cardWord } from '../../domain/joint/cardWord.ts'

const said = (text: string) => {
  const parsed = parse(text, null, 'staff')
  if (parsed.kind === 'unknown-command') return `? ${parsed.nearest[0]}`
  return parsed.kind === 'command' ? `${parsed.verb}|${parsed.rest}` : parsed.kind
}

describe('an order as it is typed', () => {
  it.each([
    ['请求城管协助 0007 有人阻挠', 'request|城管 有人阻挠'],
    ['请求环保所协助0007，要采样', 'request|环保所 要采样'],
    ['申请市场监管所协助 0007 查执照', 'request|市场监管所 查执照'],
    ['请求派出所协助 0007 有人阻挠', 'request-police|有人阻挠'],
    ['应急哨 王家村 派出所 打架', 'whistle-emergency|王家村 派出所 打架'],
    ['吹哨王家村派出所城管打架', '? 吹哨'],
    ['应急吹哨王家村派出所打架', '? 吹哨'],
    ['延期2天', 'extend|2天'],
    ['申请延期两天，下雨', 'extend|两天，下雨'],
    ['延期３个工作日 等材料', 'extend|３个工作日 等材料'],
    ['同意', 'agree|'],
    ['同意，下不为例', 'agree|下不为例'],
    ['同意 3', 'agree|'],
    ['不同意 人手不够', 'disagree|人手不够'],
    ['来不了1 车坏了', 'cannot-come|1 车坏了'],
  ])('%s', (text, meant) => expect(said(text)).toBe(meant))
})

describe('a sentence that begins with a word of command is none', () => {
  it.each([
    '同意搬走了，过两天再看',
    '吹哨报到的工作会明天几点开，谁去参加',
    '延期交房的业主又来了，堵在门口',
    '请他们协助一下调查',
    '报到那天学校门口堵得厉害',
    '恢复供水的通知贴出去了吗',
    '通过走访，摊主已同意搬走',
    '摊主认可了我们的处理',
    '来不了那么多人，先去两个看看',
  ])('of an officer: %s', (text) => expect(['text', '? 恢复']).toContain(said(text)))

  it.each([
    '报到那天学校门口堵车堵得厉害',
    '报到 学校门口乱停车没人管',
    '认可你们的工作，但是垃圾还在',
    '同意',
    '同意拆的，可是没人来拆',
    '不同意拆我家的棚子',
    '文件上说的补偿款没到位',
    '预约了三次都没人来修路灯',
    '证据我有，隔壁天天半夜放音响',
    '证据 我拍了照片，砂场夜里拉沙',
    '通过王家村的路塌了半边',
    '完成的那段路又坏了',
    '恢复供水什么时候',
    '恢复 供水',
    '监督 你们不管我就上访',
    '整改 以后油烟更大',
    '决定不告了',
    '事实 就是他家占路',
    '当事人就是村东头老张',
    '告知牌倒了挡路',
    '立案了没有',
    '延期 交房没人管',
    '受阻了，救护车进不来',
    '点名 要求处理王大山',
    '来不了车，路断了',
    '转出 垃圾车',
    '吹哨 王家村 派出所 打架',
    '应急哨 王家村 派出所 打架',
    '请求派出所协助 堵门',
    '请求城管协助 0007 堵门',
    '驳回 我的低保',
    '撤案 我不告了',
    '到了',
  ])('of a villager is his report: %s', (text) => expect(parse(text, null, 'villager').kind).toBe('text'))
})

it.each([
  ['收到', 'seen'],
  ['@哨子 收到！', 'seen'],
  ['到了', 'arrive'],
  ['我们已经到现场了', 'arrive'],
  ['到了两个人', null],
  ['货到了', null],
  ['好的', null],
])('%s to a card', (text, word) => expect(cardWord(text)).toBe(word))
