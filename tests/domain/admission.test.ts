import { describe, expect, it } from 'vitest'
import { formatAdmissionNo, isApproval, seqOf } from '../../domain/admission/admission.ts'
import { readAdmissionNo } from '../../domain/admission/wording-admission.ts'
import { readAsked } from '../../domain/admission/wording-admission.ts'
import { isPaperwork, workIn } from '../../domain/admission/wording-paperwork.ts'
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
    ['准入市教育局 报送辍学名单', 'admit', '市教育局 报送辍学名单'],
    ['准入市教育局报送辍学名单', 'admit', '市教育局报送辍学名单'],
    ['准入：市委宣传部 转发推文', 'admit', '市委宣传部 转发推文'],
    ['市文旅局要求我们每周报一次游客问卷', 'admit', '市文旅局 每周报一次游客问卷'],
    ['接市住建局通知，要求镇里统计空置房', 'admit', '市住建局 统计空置房'],
    ['市应急局下发通知：各镇每天报送隐患排查台账', 'admit', '市应急局 每天报送隐患排查台账'],
    ['县交通局下发通知，要求统计货车数量', 'admit', '县交通局 统计货车数量'],
    ['今天收到市农业农村局的通知，各村填报撂荒地明细表', 'admit', '市农业农村局 填报撂荒地明细表'],
    ['市委组织部让我们天天打卡学习', 'admit', '市委组织部 天天打卡学习'],
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
    '市文旅局要求我们每周报的问卷已经报了',
    '市文旅局要求我们报的问卷怎么报',
    '接市住建局电话，王家村有人违建',
    '县环保局通知我家养猪场明天拆',
    '县医院要我们交押金',
    '市政府门口有人摆摊',
    '准入市场太难了',
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

it.each([
  ['市教育局 报送辍学名单', '市教育局', '报送辍学名单'],
  ['市教育局报送辍学名单', '市教育局', '报送辍学名单'],
  ['市教育局：报送辍学名单', '市教育局', '报送辍学名单'],
  ['市委宣传部要求转发推文', '市委宣传部', '转发推文'],
  ['市应急管理局安委办 上报火灾隐患台账', '市应急管理局安委办', '上报火灾隐患台账'],
])('the department in %j', (rest, department, text) => {
  expect(readAsked(rest)).toEqual({ department, text })
})

describe('papers about a matter are not the matter', () => {
  it.each([
    '王家村占道摆摊整治台账每日报送',
    '每天上报露天焚烧情况',
    '填报违法占地明细表',
    '统计各村乱倒垃圾点位数量',
    '报送污水直排整治工作总结',
    '占道经营零报告',
    '按周汇总违建清单',
    '烧秸秆巡查打卡照片上传',
    '养殖污染问卷一百份',
    '黑作坊排查日报表',
    '违建图斑信息录入系统',
    '对无照经营户登记造册',
  ])('%j is papers', (text) => {
    expect(isPaperwork(text)).toBe(true)
    expect(workIn(text)).toBe('')
  })

  it.each([
    ['就王家村占道摆摊问题，每日报送台账', ''],
    ['清理王家村垃圾堆，并上报台账', '清理王家村垃圾堆'],
    ['查处王家村污水直排并建立台账', '查处王家村污水直排'],
  ])('%j leaves %j to be done', (text, work) => {
    expect(workIn(text)).toBe(work)
  })

  it.each([
    '王家村占道摆摊要整治',
    '查处王家村污水直排，三日内报结果',
    '群众上报王家村有人烧秸秆',
    '核查李家沟违法占地，上报处理情况',
    '网友上传视频反映张庄偷倒渣土',
    '据统计外的养猪场臭气熏天',
    '王家村有人打架已报警，请处置',
    '清除王家村沿街小广告',
    '拆除建筑材料占道棚子',
    '周边报废车占道请清理',
  ])('%j is work', (text) => {
    expect(workIn(text)).toBe(text)
  })
})
