import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { formatCaseNo, parseCaseNo, shortNo } from '../../domain/command/caseNo.ts'
import { parse, type Audience, type Parsed } from '../../domain/command/parse.ts'
import { VERBS } from '../../domain/command/parsed.ts'
import { wordsFor } from '../../domain/command/wording.ts'

/** `verb|case|rest`, or the kind with what else it says. */
function told(parsed: Parsed): string {
  if (parsed.kind === 'unknown-command') return `? ${parsed.nearest.join(' ')}`
  if (parsed.kind !== 'command') return parsed.kind
  const { ref } = parsed
  return [
    parsed.verb,
    ref === null ? '-' : 'seq' in ref ? ref.seq : 'caseNo' in ref ? ref.caseNo : ref.entryNo,
    parsed.rest,
  ].join('|')
}
const said = (text: string, audience: Audience = 'staff', quote: string | null = null) =>
  told(parse(text, quote, audience))

describe('a number may be written in any way', () => {
  it.each([
    '签收 0007',
    '签收0007',
    '0007签收',
    '0007 签收',
    '签收：0007',
    '签收,0007',
    '签收#7',
    '签收 #0007',
    '签收 7',
    '签收第0007号',
    '签收 7号',
    '签收工单0007',
    '签收０００７',
    '签收　0007',
    '签收  0007  ',
    '签收0007。',
    '签收 0007！',
    '签收0007👍',
    '签收\n0007',
    '签收零零零七',
    '已签收 0007',
    '我签收0007',
    '签收了 0007',
    '签收一下 0007',
    '@哨子 签收 0007',
    '@哨子\u2005签收0007',
    '签收 0007 @哨子',
    '签\u200B收 0007',
    '你好，签收 0007',
    '签收【0007】',
    '（0007）签收',
    '#7签收',
    '第0007号 签收',
    '签收 0007号工单',
  ])('%j signs case 7', (text) => {
    expect(said(text)).toBe('sign|7|')
  })

  it.each([
    '签收 QS261123-0007',
    '签收qs261123-0007',
    'QS261123-0007签收',
    '签收 QS261123－0007',
    '签收QS261123—0007',
    '签收 ＱＳ２６１１２３－０００７',
    '签收 QS2611230007',
    '签收：QS261123 - 0007',
  ])('%j signs QS261123-0007', (text) => {
    expect(said(text)).toBe('sign|QS261123-0007|')
  })
})

describe('what staff say', () => {
  it.each([
    ['签收', 'sign|-|'],
    ['签收 0007 马上去', 'sign|7|马上去'],
    ['到场0007', 'arrive|7|'],
    ['0007 已到场', 'arrive|7|'],
    ['反馈 0007 已劝离，拍了照', 'feedback|7|已劝离，拍了照'],
    ['反馈 7 已劝离', 'feedback|7|已劝离'],
    ['反馈，正在清理', 'feedback|-|正在清理'],
    ['办结 0007 清理3车垃圾', 'finish|7|清理3车垃圾'],
    ['办结0007清理3车垃圾', 'finish|7|清理3车垃圾'],
    ['办结 清理完毕 QS261123-0007', 'finish|QS261123-0007|清理完毕'],
    ['退回 0007 不归我们管', 'return|7|不归我们管'],
    ['指派 0007 城管中队', 'assign|7|城管中队'],
    ['指派 0007 给城管中队处理', 'assign|7|城管中队'],
    ['转派城管中队 0007', 'assign|7|城管中队'],
    ['改派 派出所 QS261123-0007', 'assign|QS261123-0007|派出所'],
    ['指派城管中队', 'assign|-|城管中队'],
    ['转派城管中队　０００７', 'assign|7|城管中队'],
    ['退回 与 QS261123-0001 重复', 'return|QS261123-0001|与 QS261123-0001 重复'],
    ['裁定 0007 生态环境所 证据在现场', 'rule|7|生态环境所 证据在现场'],
    ['督办 0007', 'urge|7|'],
    ['详情0007', 'detail|7|'],
    ['我的任务', 'my-tasks|-|'],
    ['值班', 'on-duty|-|'],
    ['今日值班', 'on-duty|-|'],
    ['今日', 'today|-|'],
    ['谁管占道', 'who-handles|-|占道'],
    ['谁管 占道经营', 'who-handles|-|占道经营'],
    ['占道经营归谁管？', 'who-handles|-|占道经营'],
    ['查清单 油烟', 'who-handles|-|油烟'],
    ['帮助', 'help|-|'],
    ['ＨＥＬＰ', 'help|-|'],
    ['进度 0007', 'progress|7|'],
    ['撤回 0007', 'withdraw|7|'],
  ])('%j is %s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })
})

describe('figures stay in the sentence', () => {
  it.each([
    ['办结 已清理3车', 'finish|-|已清理3车'],
    ['办结 3车垃圾', 'finish|-|3车垃圾'],
    ['办结 3 车垃圾', 'finish|-|3 车垃圾'],
    ['办结 300平米已清理', 'finish|-|300平米已清理'],
    ['反馈 8:30到现场', 'feedback|-|8:30到现场'],
    ['反馈 11月23日已到', 'feedback|-|11月23日已到'],
    ['反馈 2026年起执行', 'feedback|-|2026年起执行'],
    ['反馈 3.5吨', 'feedback|-|3.5吨'],
    ['反馈 2-3天完成', 'feedback|-|2-3天完成'],
    ['反馈 50%已清', 'feedback|-|50%已清'],
    ['反馈 13800001111 已联系', 'feedback|-|13800001111 已联系'],
    ['退回 12345转来的', 'return|12345|转来的'],
    ['办结 一三五路已清', 'finish|-|一三五路已清'],
  ])('%j is %s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })
})

describe('a quoted card names the case', () => {
  const quote = '【待签收】QS261123-0009 王家村村口\n相关：QS261120-0001'
  it.each([
    ['签收', 'sign|QS261123-0009|'],
    ['办结 已清理3车', 'finish|QS261123-0009|已清理3车'],
    ['签收 0007', 'sign|7|'],
    ['签收 0009', 'sign|QS261123-0009|'],
    ['退回 与 QS261123-0001 重复', 'return|QS261123-0009|与 QS261123-0001 重复'],
    ['退回 QS261123-0001 重复', 'return|QS261123-0001|重复'],
    ['收到', '? 签收 到场'],
    ['好的', 'thanks'],
  ])('%j is %s', (text, expected) => {
    expect(said(text, 'staff', quote)).toBe(expected)
  })

  it('serves the reporter too', () => {
    expect(said('催一催', 'villager', quote)).toBe('nudge|QS261123-0009|')
    expect(said('补充 桥头也有', 'villager', quote)).toBe('supplement|QS261123-0009|桥头也有')
  })
})

describe('what a villager says about his report', () => {
  it.each([
    ['进度', 'progress|-|'],
    ['进度0007', 'progress|7|'],
    ['我想查一下进度', 'progress|-|'],
    ['你好，进度', 'progress|-|'],
    ['解决了吗？', 'progress|-|'],
    ['怎么样了', 'progress|-|'],
    ['补充 0007 还有一车在桥头', 'supplement|7|还有一车在桥头'],
    ['补充：桥头也有', 'supplement|-|桥头也有'],
    ['我要补充，桥头也有', 'supplement|-|桥头也有'],
    ['催一催', 'nudge|-|'],
    ['催办', 'nudge|-|'],
    ['麻烦帮我催一下', 'nudge|-|'],
    ['撤回', 'withdraw|-|'],
    ['我要撤回 0007', 'withdraw|7|'],
    ['撤回，不用了', 'withdraw|-|不用了'],
    ['满意', 'satisfied|-|'],
    ['非常满意！', 'satisfied|-|'],
    ['满意你们的处理', 'satisfied|-|你们的处理'],
    ['不满意', 'dissatisfied|-|'],
    ['不满意，没清干净', 'dissatisfied|-|没清干净'],
    ['解决了', 'solved|-|'],
    ['解决了，谢谢！', 'solved|-|谢谢！'],
    ['没解决', 'unsolved|-|'],
    ['没有解决', 'unsolved|-|'],
    ['还没解决，垃圾还在', 'unsolved|-|垃圾还在'],
    ['帮助', 'help|-|'],
    ['签收 0007', 'sign|7|'],
  ])('%j is %s', (text, expected) => {
    expect(said(text, 'villager')).toBe(expected)
  })
})

const REPORTS = [
  '王家村村口有人占道摆摊，还乱倒垃圾',
  '我要反馈王家村的垃圾没人管',
  '反馈一个问题：路灯坏了',
  '到场看看吧，打起来了',
  '不满意你们的处理方式，垃圾还堆在村口，臭得很',
  '解决了一个又来一个',
  '解决了，但是昨天又来了',
  '满意度太低了',
  '撤回村里的树',
  '今日王家村有人烧秸秆',
  '值班室门口有人摆摊',
  '帮助老人过马路的志愿者乱停车',
  '退回 100 元押金不给',
  '签收的快递被扔在路上',
  '指派的人一直没来',
  '督办了也没用，还是有人倒垃圾',
  '没解决问题反而更严重，村口还是堵车',
  '进度太慢了，修路修了三个月还没修好',
  '详情见照片，王家村东头',
  '我们村办结了也没人来看',
  '谁管管王家村的狗',
  '补',
  '您好，王家村村口有垃圾',
  '垃圾',
  '国道107旁边有人摆摊',
]

describe('a report', () => {
  it.each(REPORTS)('%j is none of a villager’s commands', (text) => {
    expect(parse(text, null, 'villager')).toEqual({ kind: 'text', text })
  })

  it.each([
    '王家村村口有人占道摆摊',
    '今日 王家村村口有人占道摆摊堵路',
    '反映王家村村口有垃圾',
    '今天王家村有人倒垃圾',
    '退回的垃圾桶堆在村口',
    '值班室门口有人摆摊',
    '国道107',
    '王家村12号',
    '王家村',
    '值班人员说下水道堵了没人修',
  ])('%j is no command of staff', (text) => {
    expect(said(text)).toBe('text')
  })

  it('glued to a mention is not lost with it', () => {
    expect(parse('@哨子王家村着火了', null, 'villager')).toEqual({ kind: 'text', text: '王家村着火了' })
    expect(parse('@某某王家村着火了', null, 'villager')).toEqual({ kind: 'text', text: '@某某王家村着火了' })
    expect(said('@哨子签收0007')).toBe('sign|7|')
  })

  it('is handed on without the mention and without what cannot be seen', () => {
    expect(parse('@哨子 王家村\u200B有人打架\u0000', null, 'staff')).toEqual({ kind: 'text', text: '王家村有人打架' })
  })

  it('of a megabyte is still a report, at once', () => {
    const start = performance.now()
    expect(said('垃圾 '.repeat(350_000))).toBe('text')
    expect(said(' '.repeat(1_000_000))).toBe('empty')
    expect(said(`签收${' '.repeat(1_000_000)}x`)).toBe('text')
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('an unknown command of staff gets the two nearest', () => {
  it.each([
    ['签受 0007', '签收'],
    ['签手', '签收'],
    ['办接 0007', '办结'],
    ['反溃 0007 已到', '反馈'],
    ['接单 0007', '签收'],
    ['转给 0007 派出所', '指派'],
    ['完结0007', '办结'],
    ['收到 0007', '签收'],
    ['签收了吗', '签收'],
    ['办结了没有？', '办结'],
    ['到场看看', '到场'],
    ['QS261123-0007 怎么回事', '详情'],
    ['QS261123-0007', '详情'],
    ['0007', '详情'],
  ])('%j: %s', (text, nearest) => {
    const parsed = parse(text, null, 'staff')
    expect(parsed).toMatchObject({ kind: 'unknown-command', nearest: [nearest, expect.any(String)] })
  })
})

it('a number before a heading is a case, and no part of a record', () => {
  expect(said('笔录 1 时间：现在 地点：村口')).toMatch(/\|1\|时间：现在 地点：村口$/u)
  expect(said('到场 1 小时了')).not.toMatch(/\|1\|/u)
})

describe('a word that is an order only with a case', () => {
  it.each([
    ['告知', '告知'],
    ['审核', '审核'],
    ['申辩 放弃', '申辩'],
    ['当事人 王大山 13800001111 青石镇王家村3号 男 45岁', '当事人'],
    ['事实：在村口占道摆摊', '事实'],
  ])('%s is no report of the staff', (text, word) =>
    expect(parse(text, null, 'staff')).toEqual({ kind: 'no-case', word }),
  )

  it.each([
    ['答复许可 0001 没有', 'permit-answer|1|没有'],
    ['答复许可 没有', 'permit-answer||没有'],
    ['申辩 0001 没有', 'file-defend|1|没有'],
    ['签收 0001 没有', 'unknown-command'],
    ['反馈 0001 没有', 'unknown-command'],
    ['申辩了没有', 'unknown-command'],
  ])('%s: 「没有」 may be the answer itself: %s', (text, meant) => {
    const parsed = parse(text, null, 'staff')
    const ref = parsed.kind === 'command' && parsed.ref && 'seq' in parsed.ref ? parsed.ref.seq : ''
    expect(parsed.kind === 'command' ? `${parsed.verb}|${ref}|${parsed.rest}` : parsed.kind).toBe(meant)
  })

  it.each(['当事人在村口打人', '决定了没有', '事实上摊位还在'])('%s is a sentence', (text) =>
    expect(['text', 'unknown-command']).toContain(parse(text, null, 'staff').kind),
  )

  it('is one of a villager', () => expect(parse('当事人 王大山', null, 'villager').kind).toBe('text'))

  it('takes the case of what is quoted, but not where it only begins a sentence', () => {
    const quote = '【告知已送达】QS261123-0007'
    expect(said('申辩 放弃', 'staff', quote)).toBe('file-defend|QS261123-0007|放弃')
    expect(said('决定', 'staff', quote)).toBe('file-decide|QS261123-0007|')
    expect(parse('告知摊主明天来', quote, 'staff').kind).not.toBe('command')
  })
})

describe('what carries nothing', () => {
  it.each([
    ['你好', 'greeting'],
    ['您好，在吗？', 'greeting'],
    ['早上好！', 'greeting'],
    ['Hello', 'greeting'],
    ['哨子你好', 'greeting'],
    ['有人吗', 'greeting'],
    ['你好👋', 'greeting'],
    ['谢谢', 'thanks'],
    ['谢谢你们！', 'thanks'],
    ['辛苦了🙏', 'thanks'],
    ['好的', 'thanks'],
    ['收到', 'thanks'],
    ['嗯嗯', 'thanks'],
    ['OK', 'thanks'],
    ['感谢领导及时处理', 'thanks'],
    ['👌', 'emoji'],
    ['👨‍👩‍👧👍🏽', 'emoji'],
    ['[微笑][强]', 'emoji'],
    ['', 'empty'],
    ['   \n', 'empty'],
    ['。。。！', 'empty'],
    ['？', 'empty'],
    ['\u0000\u200B', 'empty'],
    ['@哨子', 'empty'],
  ])('%j is %s', (text, kind) => {
    expect(said(text, 'villager')).toBe(kind)
    expect(said(text, 'staff')).toBe(kind)
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...VERBS.flatMap((verb) => wordsFor(verb)),
    '王家村',
    '0007',
    '#7',
    'QS261123-0007',
    '3车',
    '，',
    ' ',
    '吗',
    '了',
    '@哨子 ',
    '👍',
    '\u200B',
    '\uD800',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
  )
  const quote = fc.option(fc.string({ unit: 'binary', maxLength: 40 }))
  const audience = fc.constantFrom('staff', 'villager')

  it('is parsed without throwing into one of the kinds', () => {
    fc.assert(
      fc.property(text, quote, audience, (t, q, a) => {
        const parsed = parse(t, q, a)
        expect(['command', 'greeting', 'thanks', 'empty', 'emoji', 'unknown-command', 'no-case', 'text']).toContain(
          parsed.kind,
        )
        if (parsed.kind === 'command') expect(VERBS).toContain(parsed.verb)
        if (a === 'villager') expect(parsed.kind).not.toBe('unknown-command')
      }),
      { numRuns: 1_000 },
    )
  })

  it('that a villager reports stays a report, whatever sentence follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REPORTS.filter((r) => r.length > 12)), fc.constantFrom(...REPORTS), (a, b) => {
        expect(parse(`${a}。${b}`, null, 'villager').kind).toBe('text')
      }),
    )
  })

  it('of a verb and a number is that command for staff', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VERBS),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('', ' ', '：', '#', ' 第'),
        (verb, n, gap) => {
          const mark = gap.endsWith('第') ? '号' : ''
          expect(said(`${wordsFor(verb)[0]}${gap}${String(n).padStart(4, '0')}${mark}`)).toBe(`${verb}|${n}|`)
        },
      ),
    )
  })
})

describe('case numbers', () => {
  it('are the township, the day and at least four digits', () => {
    expect(formatCaseNo('QS', '261123', 7)).toBe('QS261123-0007')
    expect(formatCaseNo('QS', '261123', 12_345)).toBe('QS261123-12345')
    expect(shortNo('QS261123-0007')).toBe('0007')
  })

  it.each([
    ['QS261123-0007', { town: 'QS', day: '261123', seq: 7 }],
    ['工单qs261123-12345已办结', { town: 'QS', day: '261123', seq: 12_345 }],
    ['QS261123-0007_3', { town: 'QS', day: '261123', seq: 7 }],
    ['QS261323-0007', null],
    ['AQS1261123-0007', null],
    ['微信ab13800001111', null],
    ['0007', null],
    ['', null],
  ])('in %j: %j', (text, expected) => {
    expect(parseCaseNo(text)).toEqual(expected)
  })

  it('come back from their own text', () => {
    const town = fc.stringMatching(/^[A-Z]{2,4}$/)
    fc.assert(
      fc.property(
        town,
        fc.constantFrom('260101', '261231', '280229'),
        fc.integer({ min: 1, max: 999_999 }),
        (code, day, seq) => {
          expect(parseCaseNo(`【${formatCaseNo(code, day, seq)}】`)).toEqual({ town: code, day, seq })
        },
      ),
    )
  })
})

describe('orders of those who watch are forgiven their spaces, and said in natural words', () => {
  it.each([
    ['只听超期', 'hear-only|-|超期'],
    ['只听 超期', 'hear-only|-|超期'],
    ['只听超期紧急', 'hear-only|-|超期紧急'],
    ['只听见吵闹声', 'text'],
    ['少发点', 'hear-less|-|'],
    ['少发一点提醒', 'hear-less|-|'],
    ['多发几条', 'hear-more|-|'],
    ['简报', 'digest|-|'],
    ['看看简报', 'digest|-|'],
    ['今天的简报', 'digest|-|'],
    ['看今日', 'today|-|'],
    ['看今日天气', 'text'],
    ['本周周报', 'week-report|-|'],
    ['发一下上周的周报', 'week-report|-|'],
    ['本月月报', 'month-report|-|'],
    ['看一下超期清单', 'overdues|-|'],
    ['超期清单2', 'overdues|2|'],
    ['超期清单第2页', 'overdues|-|第2页'],
    ['超期清单 城管中队 2', 'overdues|-|城管中队 2'],
    ['考核', 'assess|-|'],
    ['考核11月', 'assess|-|11月'],
    ['上月考核', 'assess|-|上月'],
    ['上个月的考核', 'assess|-|上个月'],
    ['申诉考核11月 满意率 理由', 'appeal|-|11月 满意率 理由'],
    ['看签收 0007', '? 签收 会签'],
  ])('%j', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  it.each([
    ['考核', 'help|-|'],
    ['简报', 'help|-|'],
    ['超期清单', 'help|-|'],
    ['考核太严了', 'text'],
    ['只听超期', 'text'],
  ])('from a villager: %j', (text, expected) => {
    expect(said(text, 'villager')).toBe(expected)
  })
})
