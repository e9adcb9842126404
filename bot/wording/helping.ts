import type { ChildFacts, JointSaid, RequestFacts } from '../../domain/joint/said.ts'
import type { Facts } from '../../domain/facts.ts'
import { about, lines, quoted, reply, replyFreely, said, type } from './common.ts'
import { shortNo, when } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

/** What stands on the cards of requests and child tasks. */
export const HELPING_CARD = {
  request: '请求协助',
  child: '子任务',
  keys: {
    caseNo: '工单',
    place: '地点',
    item: '事项',
    from: '来自',
    due: '时限',
    holder: '承办',
    must: '要求',
    answer: '答复',
    result: '结果',
  },
  buttons: { agree: '同意协助', refuse: '不能协助', take: '签收', done: '完成', detail: '工单详情' },
  title: (text: string): string => `子任务：${text}`,
  asks: (unit: string): string => `${unit}请求协助`,
  must: '必办',
  optional: '可选',
  by: (no: string, iso: string): string => `${no}·${when(iso).split(' ').at(-1) ?? ''}前答复`,
} as const

export const REQUEST_STATES: Readonly<Record<RequestFacts['state'], string>> = {
  asked: '等答复',
  agreed: '同意协助',
  refused: '不能协助',
  lapsed: '不用再答复',
}
export const CHILD_STATES: Readonly<Record<ChildFacts['state'], string>> = {
  given: '待签收',
  taken: '办理中',
  done: '已完成',
  dropped: '不用再办',
}

const BASIS = '《行政处罚法》第二十六条：协助事项属于本机关职权范围的，应当依法协助'

const head = (title: string, no: string): string => `**【${title}】${no}**`
const ofCase = (facts: Facts): string => `工单：${facts.caseNo} ${about(facts)}`
const command = (say: Say, verb: string, no: string, rest = ''): string => type(say, `${verb} ${shortNo(no)}${rest}`)

const asked = ({ from, by, unit, reason }: RequestFacts): string =>
  lines(
    `${quoted(from || '镇指挥室', 30)} ${quoted(by, 20)} 请 ${quoted(unit, 30)} 协助`,
    said(reason, 300) && `理由：${said(reason, 300)}`,
  )

const answerOf = ({ state, answer, unit }: RequestFacts): string =>
  `${quoted(unit, 30)}${answer?.by ? ` ${quoted(answer.by, 20)}` : ''}：${REQUEST_STATES[state]}${answer?.note ? `，${said(answer.note, 200)}` : ''}`

const task = ({ unit, text, must }: ChildFacts): string =>
  `${quoted(unit, 30)}：${quoted(text, 200)}（${must ? HELPING_CARD.must : HELPING_CARD.optional}）`

type Kinds = Exclude<JointSaid['kind'], `whistle-${string}`>

export const helpingWords: WordsOf<Kinds> = {
  'request-card': ({ facts, request }, say) =>
    lines(
      head('请求协助', request.no),
      asked(request),
      ofCase(facts),
      request.state === 'asked'
        ? `请在 ${when(request.dueAt)} 前${reply(say)}${command(say, '同意协助', request.no)}，或${command(say, '不能协助', request.no, ' 理由')}。`
        : answerOf(request),
      request.state === 'asked' && `${BASIS}。`,
    ),
  'request-sent': ({ facts, request }) =>
    lines(
      head('已发出协助请求', request.no),
      asked(request),
      ofCase(facts),
      `请他们在 ${when(request.dueAt)} 前答复，有答复马上告诉您。`,
    ),
  'request-answered': ({ facts, request, to }) =>
    lines(
      head(ANSWERED[request.state], request.no),
      answerOf(request),
      ofCase(facts),
      request.state === 'lapsed' && '工单已经结束，不用再答复。',
      request.state === 'refused' &&
        (to === 'command' ? `${BASIS}。请镇指挥室协调。` : '已同时告诉镇指挥室，请等协调。'),
    ),
  'request-late': ({ facts, request, to }, say) =>
    lines(
      head('协助请求没有答复', request.no),
      asked(request),
      ofCase(facts),
      `应在 ${when(request.dueAt)} 前答复，现在还没有。`,
      to === 'command'
        ? '请镇指挥室协调。'
        : `请马上${reply(say)}${command(say, '同意协助', request.no)}，或${command(say, '不能协助', request.no, ' 理由')}。`,
    ),
  'child-card': ({ facts, child }, say) =>
    lines(
      head(`子任务${child.state === 'given' ? '' : `：${CHILD_STATES[child.state]}`}`, child.no),
      task(child),
      ofCase(facts),
      child.from && `主办：${quoted(child.from, 30)}`,
      child.holder && `承办：${quoted(child.holder, 20)}`,
      child.result && `结果：${said(child.result, 200)}`,
      childNext(child, say),
    ),
  'child-given': ({ facts, child }, say) =>
    lines(
      head('子任务已派出', child.no),
      task(child),
      ofCase(facts),
      `时限：${when(child.dueAt)} 前`,
      child.must && '必办的没有完成以前，这件不能办结。',
      `不要了请${reply(say)}${command(say, '取消子任务', child.no)}。`,
    ),
  'child-news': ({ facts, child, news, by, done, of }, say) =>
    lines(
      head(CHILD_NEWS[news], child.no),
      `${task(child)}${by ? `，${quoted(by, 20)}` : ''}`,
      child.result && news === 'done' && `结果：${said(child.result, 200)}`,
      ofCase(facts),
      news === 'dropped' &&
        (facts.mergedInto ? `工单已并入 ${facts.mergedInto}，这个子任务不用再办。` : '这个子任务不用再办。'),
      news === 'moved' &&
        `现在由${quoted(child.from, 30)}主办，子任务照办，办完${reply(say)}${command(say, '完成', child.no, ' 结果')}。`,
      (news === 'done' || news === 'taken') && `子任务完成 ${done}/${of}。`,
    ),
  'child-due': ({ facts, child, share, to }, say) =>
    lines(
      head(share < 1 ? '子任务提醒' : '子任务超时', child.no),
      `${task(child)}，${share < 1 ? `时间已过 ${Math.round(share * 100)}%，请在 ${when(child.dueAt)} 前完成` : `应在 ${when(child.dueAt)} 前完成，现在还没有`}。`,
      ofCase(facts),
      to === 'unit'
        ? `办完请${reply(say)}${command(say, '完成', child.no, ' 结果')}。`
        : `请督促，或者${reply(say)}${command(say, '取消子任务', child.no)}。`,
    ),
  'joint-ask': ({ no, wants }, say) =>
    lines(head(WANTS[wants].head, no), WANTS[wants].ask(replyFreely(say)), say.group && '（在群里请先@我再写）'),
}

function childNext({ no, state, dueAt }: ChildFacts, say: Say): string | null {
  if (state === 'given')
    return `请在 ${when(dueAt)} 前完成。接下请${reply(say)}${command(say, '签收子任务', no)}，办完回复${command(say, '完成', no, ' 结果')}。`
  return state === 'taken'
    ? `请在 ${when(dueAt)} 前完成，办完${reply(say)}${command(say, '完成', no, ' 结果')}，可附照片。`
    : null
}

const ANSWERED: Readonly<Record<RequestFacts['state'], string>> = {
  asked: '请求协助',
  agreed: '同意协助',
  refused: '不能协助',
  lapsed: '协助请求已结束',
}
const CHILD_NEWS: Readonly<Record<Body<'child-news'>['news'], string>> = {
  taken: '子任务已签收',
  done: '子任务已完成',
  dropped: '子任务取消',
  moved: '子任务换了主办',
}
const WANTS: Readonly<Record<Body<'joint-ask'>['wants'], Readonly<{ head: string; ask: (reply: string) => string }>>> =
  {
    cannot: { head: '为什么来不了', ask: (words) => `请${words}来不了的原因，会马上告诉指挥。` },
    result: { head: '请写完成情况', ask: (words) => `请${words}做了什么、结果怎么样，可附照片。` },
    reason: { head: '请写请求的理由', ask: (words) => `请${words}要他们协助什么、为什么。` },
    refusal: { head: '请写不能协助的理由', ask: (words) => `请${words}不能协助的理由。${BASIS}。` },
  }
