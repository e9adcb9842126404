import { describe, expect, it } from 'vitest'
import { saysOnlyWhere } from '../../domain/understand/from.ts'
import { intentOf, isImpatient } from '../../domain/understand/intent.ts'

const PLAIN = { item: false, danger: false, files: false }

describe('impatience is about what was told before', () => {
  it.each([
    '咋还没人管',
    '快点啊',
    '你们快点',
    '都三天了还没人来',
    '怎么还不来人',
    '一直没人来',
    '没人管',
    '麻烦你们快点处理一下',
    '赶紧派人来',
    '急死我了，快点',
    '到底还管不管，都多久了还不来',
    '这么久了怎么还没人处理',
  ])('%s', (text) => {
    expect(isImpatient(text.replace('还管不管，', ''))).toBe(true)
    expect(intentOf(text, { ...PLAIN, danger: isImpatient(text) })).toBe('progress')
  })

  it.each([
    '有人占道摆摊没人管',
    '快来人啊，着火了',
    '我不管',
    '三天了没人来收垃圾',
    '孩子还没来',
    '王家村的路灯还没人修',
    '快递点占道',
    '垃圾没人管',
    '都三天了，臭得很',
    '他们不来上班',
  ])('no impatience alone: %s', (text) => expect(isImpatient(text)).toBe(false))
})

describe('what is meant', () => {
  it.each([
    ['你们是干啥的', 'greeting'],
    ['你是谁', 'greeting'],
    ['这是干什么用的', 'greeting'],
    ['你能帮我做什么', 'greeting'],
    ['你们是干什么吃的', 'report'],
    ['市场监管所上次来查过期食品的态度很好，表扬一下', 'thanks'],
    ['表扬王芳，垃圾清得很及时', 'thanks'],
    ['派出所的人态度真好', 'thanks'],
    ['给城管中队点个赞', 'thanks'],
    ['城管的人态度太差', 'complain-unit'],
    ['派出所态度很好，但是收了人家的钱', 'complain-unit'],
    ['这种干部不值得表扬，态度恶劣', 'complain-unit'],
    ['违法占地谁审批', 'ask-duty'],
    ['露天焚烧谁处罚', 'ask-duty'],
    ['谁有权罚占道摆摊', 'ask-duty'],
    ['占道摆摊由谁罚', 'ask-duty'],
    ['违建哪个部门批', 'ask-duty'],
    ['谁能管摆摊', 'ask-duty'],
    ['谁批的条子让他盖房', 'report'],
    ['谁罚了他也没用，还在占道', 'report'],
    ['我被人打了派出所不立案', 'complain-unit'],
    ['再报一次：王家村有人占道摆摊', 'again'],
    ['王家村占道那个事还没人来', 'again'],
    ['昨天那件事还没解决', 'again'],
    ['我昨天报的那个还没人管', 'again'],
    ['路口那个坑还没人管', 'report'],
    ['又有人占道摆摊了', 'report'],
  ] as const)('%s: %s', (text, intent) => expect(intentOf(text, PLAIN)).toBe(intent))

  it.each([
    ['低保名额让村支书给他小舅子了', 'complain-unit'],
    ['低保怎么办', 'report'],
    ['医院领导收红包', 'report'],
    ['学校老师打学生', 'report'],
  ] as const)('of what others decide, %s: %s', (text, intent) =>
    expect(intentOf(text, { ...PLAIN, elsewhere: true })).toBe(intent),
  )
})

describe('where somebody is from is no problem yet', () => {
  const town = {
    villages: [
      { code: '1', name: '王家村', aliases: ['老王家'], grid: null, officer: null, lat: null, lng: null },
      { code: '2', name: '张庄村', aliases: [], grid: null, officer: null, lat: null, lng: null },
    ],
  } as unknown as Parameters<typeof saysOnlyWhere>[1]
  it.each(['我是王家村的', '张庄的', '我住王家村', '俺是张庄村三组的村民', '在张庄这边', '王家村', '你好我是老王家的'])(
    '%s',
    (text) => expect(saysOnlyWhere(text, town)).toBe(true),
  )
  it.each(['我是王家村的，路灯坏了', '张庄的狗', '王家村的路', '我是外地的', '张庄没水'])('more is told: %s', (text) =>
    expect(saysOnlyWhere(text, town)).toBe(false),
  )
})
