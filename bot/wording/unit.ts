import type { Facts } from '../../domain/facts.ts'
import {
  about,
  dueLine,
  dueLines,
  inHands,
  keptAs,
  areaOf,
  leadName,
  lines,
  nextClock,
  quoted,
  reply,
  replyFreely,
  said,
  staffHead,
  stageOf,
  type,
  units,
} from './common.ts'
import { powerLine } from './power.ts'
import { LEVEL_NAMES, MARK_NAMES, typedNo } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

type Kinds = 'task-card' | 'assist' | 'card-update' | 'taken' | 'case-news' | 'ask-text' | 'done'

/** To those who handle a case: what it is, and what to type next. */
export const unitWords: WordsOf<Kinds> = {
  'task-card': ({ facts, note }, say) =>
    lines(
      staffHead('新工单', facts, say),
      matter(facts),
      powerLine(facts),
      said(note, 300) && `说明：${said(note, 300)}`,
      dueLines(facts),
      nextStep(facts, say),
    ),
  assist: ({ facts }, say) =>
    lines(
      staffHead('协办通知', facts, say),
      matter(facts),
      `主办是${leadName(facts)}，请配合。联系主办单位看需要做什么，用${type(say, `详情 ${typedNo(facts)}`)}看全部情况。`,
      dueLine(facts, 'finish'),
    ),
  // that of a part of the house has the words of its part (render.ts)
  'card-update': (body, say) =>
    body.view === 'answered' || body.view === 'part'
      ? `您选了：${quoted(body.view === 'answered' ? body.chosen : '', 40)}`
      : lines(
          staffHead('最新状态', body.facts, say),
          `${about(body.facts)}：${state(body.facts)}`,
          body.view === 'unit' && nextStep(body.facts, say),
        ),
  taken: ({ facts }, say) =>
    lines(
      staffHead('最新状态', facts, say),
      facts.holder
        ? `${about(facts)}，已由${inHands(facts)}签收办理。现在：${state(facts)}`
        : `${about(facts)}，现在：${state(facts)}`,
    ),
  'case-news': (body, say) => lines(staffHead(NEWS_HEADS[body.news], body.facts, say), newsText(body, say)),
  'ask-text': ({ facts, wants, lacks }, say) =>
    lines(
      staffHead(WANTS[wants].head, facts, say),
      WANTS[wants].ask(replyFreely(say)),
      lacks && '这一项要有办后照片，请和结果一起发来。',
      say.group && '（在群里请先@我再写）',
    ),
  done: (body, say) =>
    lines(
      staffHead(DONE[body.step], body.facts, say),
      body.files > 0 && `收到 ${body.files} 个附件${body.marked ? `，记作${MARK_NAMES[body.marked]}照片` : ''}。`,
      doneNext(body, say),
    ),
}

function matter(facts: Facts): string {
  return lines(
    facts.place && `地点：${about({ ...facts, item: null })}`,
    facts.item && `事项：${about({ ...facts, place: null })}`,
    said(facts.text, 500) && `反映：${said(facts.text, 500)}`,
    facts.lead && `主办：${leadName(facts)}${areaOf(facts)}`,
    facts.assist.length > 0 && `协办：${units(facts.assist)}`,
    facts.patterns && facts.patterns.length > 0 && `情况：${facts.patterns.join('，')}`,
    keptAs(facts),
    facts.reopens > 0 && '反映人说上次没有解决，这是重新办理。',
  )
}

/** 已签收（城管中队 张伟） */
export function state(facts: Facts): string {
  if (facts.mergedInto) return `已并入 ${facts.mergedInto}`
  return facts.lead ? `${stageOf(facts)}（${inHands(facts)}）` : stageOf(facts)
}

/** What to type next at this stage. */
export function nextStep(facts: Facts, say: Say): string | null {
  const n = typedNo(facts)
  const command = (verb: string, rest = '') => type(say, `${verb} ${n}${rest}`)
  if (facts.suspended?.filed) return `下一步怎么办，请${reply(say)}${command('案卷')}。`
  if (facts.suspended) return `条件到了请${reply(say)}${command('恢复')}；办完了回复${command('办结', ' 结果')}。`
  if (facts.stage === 'dispatched')
    return `请${reply(say)}${command('签收')}；不归本单位管，回复${command('退回', ' 理由')}。`
  if (facts.stage === 'signed')
    return `到现场后请${reply(say)}${command('到场')}；有进展回复${command('反馈', ' 情况')}。`
  if (facts.stage === 'arrived')
    return `有进展请${reply(say)}${command('反馈', ' 情况')}；办完回复${command('办结', ' 结果')}，可附照片。`
  return null
}

const NEWS_HEADS: Readonly<Record<Body<'case-news'>['news'], string>> = {
  withdrawn: '反映人已撤回',
  supplement: '反映人补充了情况',
  answered: '群众答复了提问',
  nudge: '反映人催办',
  reassigned: '已改派',
  'taken-away': '已改派',
  urged: '领导督办',
  reopened: '重新办理',
  closed: '已结案',
  finished: '已办结',
  'handed-over': '转由您接着办',
  joined: '又有人反映',
  raised: '已提高紧急程度',
  merged: '已并入别的工单',
  placed: '地点已更正',
}

function newsText({ facts, news, note, count = 0 }: Body<'case-news'>, say: Say): string {
  const what = about(facts)
  const words = said(note, 500)
  switch (news) {
    case 'withdrawn':
      return lines(`${what}，不用再办了。`, words)
    case 'supplement':
    case 'answered':
      return lines(what, words ?? '（没有文字，附件请看详情）', `全部情况：${type(say, `详情 ${typedNo(facts)}`)}`)
    case 'nudge':
      return lines(
        `${what}，反映人在催${note && /^\d+$/.test(note) ? `（第 ${note} 次）` : ''}。现在：${state(facts)}`,
        dueNext(facts),
        nextStep(facts, say),
      )
    case 'reassigned':
      return lines(`${what}，已改由${leadName(facts)}主办，本单位不用再办。`, words && `说明：${words}`)
    case 'taken-away':
      return `${what}，已由镇里另行安排，本单位不用再办。`
    case 'urged':
      return lines(
        `${what}，领导要求抓紧办理。现在：${state(facts)}`,
        words && `要求：${words}`,
        dueNext(facts),
        nextStep(facts, say),
      )
    case 'reopened':
      return lines(
        `${what}，反映人说没有解决，请重新办理。`,
        words && `反映人说：${words}`,
        dueNext(facts),
        nextStep(facts, say),
      )
    case 'closed':
      return lines(`${what}，已经结案。`, words)
    case 'finished':
      return lines(`${what}，${leadName(facts)}已经办完。`, words ?? said(facts.result, 500))
    case 'joined':
      return lines(`${what}，已有 ${count} 人反映。现在：${state(facts)}`, words && `新说的：${words}`)
    case 'raised':
      return lines(
        `${what}，现在按${LEVEL_NAMES[facts.level]}办${count > 1 ? `（已有 ${count} 人反映）` : ''}。现在：${state(facts)}`,
        words && `新说的：${words}`,
        dueLines(facts),
        nextStep(facts, say),
      )
    case 'merged':
      return lines(`${what}，和 ${note ?? ''} 是同一件事，已经并过去，这个编号不用再办。`)
    case 'placed':
      return lines(`${what}，地点更正为${quoted(note ?? '', 40)}。`, nextStep(facts, say))
    case 'handed-over':
      return lines(
        `${what}，原来由${note ? quoted(note, 20) : '一位同事'}在办，他已不在本单位，请接着办。现在：${state(facts)}`,
        dueNext(facts),
      )
  }
}

function dueNext(facts: Facts): string | null {
  const clock = nextClock(facts)
  return clock && dueLine(facts, clock)
}

const WANTS: Readonly<Record<Body<'ask-text'>['wants'], Readonly<{ head: string; ask: (reply: string) => string }>>> = {
  result: { head: '请写办理结果', ask: (reply) => `请${reply}办理结果：查到什么、怎么处理的，可附照片。` },
  reason: {
    head: '请写退回理由',
    ask: (reply) => `请${reply}退回的理由：为什么不归本单位管、应该归谁管、依据是什么。`,
  },
  feedback: { head: '请写进展', ask: (reply) => `请${reply}现在的情况，可附照片。` },
  supplement: { head: '请写补充内容', ask: (reply) => `请${reply}要补充的情况，可附照片。` },
}

const DONE: Readonly<Record<Body<'done'>['step'], string>> = {
  signed: '签收成功',
  arrived: '到场已记下',
  feedback: '进展已记下',
  finished: '办结已记下',
  returned: '退回已提交',
  assigned: '已指派',
  ruled: '已裁定',
  urged: '已督办',
  merged: '已合并',
  split: '已拆分',
  apart: '记下了，不是一件',
  unlearnt: '不再这样猜',
  'told-otherwise': '记下了，已另行通知',
  placed: '地点已更正',
  whistled: '已吹哨',
  transferred: '已移送',
}

function doneNext({ facts, step, to, alone }: Body<'done'>, say: Say): string | null {
  const what = about(facts)
  if (step === 'signed') return lines(what, dueNext(facts), nextStep(facts, say))
  if (step === 'arrived' || step === 'feedback')
    return lines(alone ? what : `${what}，反映人已经知道了。`, dueLine(facts, 'finish'), nextStep(facts, say))
  if (step === 'finished' && alone) return `${what}。反映人已经删除了自己的信息，不再请他确认，到期自动结案。`
  if (step === 'finished') return `${what}，正在请反映人确认是否解决。`
  if (step === 'returned') return `${what}，已交镇指挥室裁定。裁定前时限照常计算。`
  if (step === 'placed') return `地点更正为${quoted(facts.place ?? '', 40)}，已告知办理单位。`
  if (step === 'whistled' || step === 'transferred') return partnerText(facts, step, [to ?? []].flat(), say)
  if (step === 'urged') return `${what}，已通知${leadName(facts)}和负责人。`
  if (step === 'merged')
    return `${what}，两件的反映人都已告知。分开请${reply(say)}${type(say, `拆分 ${typedNo(facts)} 被并的编号`)}。`
  if (step === 'split')
    return facts.lead ? `${what}，单独办理，由${leadName(facts)}主办。` : `${what}，单独办理，请派单。`
  if (step === 'apart') return `${what}，和另一件各办各的，不再问是不是一件。`
  if (step === 'told-otherwise') return `${what}，没送到的都已另行通知，不再列出；以后再有没送到的照样列。`
  if (step === 'unlearnt') return `${what}，这件上改过的，派单台马上不再照着猜，分类器今晚重新学。`
  return lines(`${what}，由${leadName(facts)}主办。`, dueLine(facts, 'sign'))
}

type Partners = NonNullable<Body<'done'>['to']>

/** Units of the township were told by us; an authority outside has to be told by the unit. */
function partnerText(facts: Facts, step: 'whistled' | 'transferred', to: Partners, say: Say): string {
  const moved = to.find(({ name }) => name === facts.lead)
  if (moved) return `${about(facts)}，已移送${quoted(moved.name, 30)}主办，本单位不用再办。`
  const ours = to.filter(({ name }) => facts.assist.includes(name))
  const outside = to.filter(({ name }) => !facts.assist.includes(name))
  const told = ours.length > 0 ? `，已通知${ours.map(({ name }) => quoted(name, 30)).join('、')}一起办。` : ''
  if (outside.length === 0) return lines(`${about(facts)}${told}`, dueNext(facts))
  const what = step === 'transferred' ? '，已记下移送，反映人已经知道了。' : '，已记下。'
  return lines(
    `${about(facts)}${told || what}`,
    ...outside.map(
      ({ name, phone }) =>
        `${quoted(name, 30)}不在哨子里，请${phone ? `打 ${quoted(phone, 30)}` : '打电话或发函'}告诉他们。`,
    ),
    `有结果请${reply(say)}${type(say, `反馈 ${typedNo(facts)} 情况`)}。`,
  )
}
