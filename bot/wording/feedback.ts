import type { FeedbackItem, FeedbackRefusal, FeedbackSaid } from '../../domain/feedback/said.ts'
import { about, askAlone, head, lines, list, quoted, reply, replyFreely, said, staffHead, type } from './common.ts'
import { feedbackCards, REVISIT_ANSWERS } from './feedbackCards.ts'
import { EXCLUSION_STATES, exclusionHead, opinionHead, OPINION_STATES } from './feedbackNames.ts'
import { feedbackRefusals } from './feedbackRefusals.ts'
import { calmWords } from './calm.ts'
import { when, typedNo } from './names.ts'
import type { HelpLine, Part } from './part.ts'
import type { Body, Say } from './words.ts'

const SUPERVISOR: readonly HelpLine[] = [
  ['监督 0007 问题', '要求承办单位整改'],
  ['认可 编号', '整改到位'],
  ['再改 编号 理由', '整改没到位'],
  ['监督清单', '没整改完的'],
  ['同意剔除 编号', '评价不计入（不同意用“不同意剔除 编号 理由”）'],
  ['剔除清单', '剔除申请'],
  ['回访清单', '要回访的'],
]
const UNIT: readonly HelpLine[] = [['整改 编号 措施和结果', '回复监督意见']]
const HEAD: readonly HelpLine[] = [
  ...UNIT,
  ['申请剔除 0007 理由', '不合理的诉求，评价不计入'],
  ['监督清单', '本单位没整改完的'],
]
const COMMAND: readonly HelpLine[] = [
  ['回访清单', '这个月要回访的'],
  ['回访 编号 解决 满意', '记回访结果（没解决、不满意、打不通）'],
  ['回访 编号 在线', '不打电话，在聊天里问'],
  ['监督清单', '没整改完的监督意见'],
  ['剔除清单', '剔除申请'],
  ['静音 0007 3天 理由', '反复辱骂、胡乱刷屏的，几天不受理（紧急的照收）'],
  ['静音名单', '谁被静音了（解除用“解除静音 0007”）'],
]
const LEADER: readonly HelpLine[] = [
  ['监督清单', '没整改完的监督意见'],
  ['剔除清单', '剔除申请'],
  ['回访清单', '要回访的'],
]

export const feedback: Part<FeedbackSaid['kind'], FeedbackRefusal> = {
  words: {
    opinion: opinionText,
    exclusion: exclusionText,
    'revisit-ask': ({ no, facts, said: answered }, say) =>
      lines(
        head('镇里回访', facts),
        answered !== null && `您的答复：${quoted(answered, 60)}`,
        `您反映的${about(facts)}已经结案，想再问问您：解决了吗？对办理满意吗？`,
        say.menu
          ? '请点下面的一行。'
          : `请${reply(say)}${REVISIT_ANSWERS.map(({ typed }) => type(say, `回访答复 ${no} ${typed}`)).join('或')}。`,
      ),
    revisited: ({ no, facts, what, tries }, say) =>
      lines(staffHead(`回访 ${no}`, facts, say), `${about(facts)}，${RESULTS[what](no, tries, say)}`),
    'feedback-list': listText,
    ...calmWords,
    'feedback-words': ({ facts, wants }, say) =>
      lines(
        staffHead(WANTS[wants].head, facts, say),
        `请${replyFreely(say)}${WANTS[wants].ask}`,
        say.group && '（在群里请先@我再写）',
      ),
  },
  cards: feedbackCards,
  refusals: feedbackRefusals,
  help: { supervisor: SUPERVISOR, officer: UNIT, head: HEAD, dispatcher: COMMAND, leader: LEADER },
}

function opinionText(body: Body<'opinion'>, say: Say): string {
  const { no, facts, unit, by, defect, again, answer, answeredBy, round, state } = body
  return lines(
    staffHead(opinionHead(body), facts, say),
    `${no}，${about(facts)}，${quoted(unit, 30)}，第 ${round} 次，${OPINION_STATES[state] ?? ''}`,
    body.about && `案卷：${quoted(body.about, 40)}`,
    `${quoted(by, 20)}指出：${said(defect, 500) ?? ''}`,
    said(again, 500) && `再改的理由：${said(again, 500)}`,
    said(answer, 500) && `${quoted(answeredBy ?? unit, 20)}答复：${said(answer, 500)}`,
    opinionNext(body, say),
  )
}

function opinionNext({ no, state, for: reads, news, unit, dueAt }: Body<'opinion'>, say: Say): string | null {
  const due = dueAt ? when(dueAt) : ''
  if (state === 'accepted') return reads === 'decides' ? `已告诉${quoted(unit, 30)}。` : '不用再办。'
  if (state === 'answered' && reads === 'decides')
    return `到位的请${reply(say)}${type(say, `认可 ${no}`)}，没到位回复${type(say, `再改 ${no} 理由`)}。`
  if (state === 'answered') return '已交监督人员，认可了会告诉您。'
  if (reads === 'unit')
    return `请在 ${due} 前${reply(say)}${type(say, `整改 ${no} 措施和结果`)}，可附照片。工单照常办理，整改没认可前一直挂着。`
  if (reads === 'decides')
    return `已发给${quoted(unit, 30)}的经办人和负责人，${due} 前要答复整改；超期会报指挥室和领导。`
  return news === 'stuck' ? `已经改了几次还没到位，请领导过问。` : `整改期限 ${due}，请督促${quoted(unit, 30)}。`
}

function exclusionText(body: Body<'exclusion'>, say: Say): string {
  const { no, facts, state, for: reads, unit, by, reason, decidedBy, why } = body
  const asks = reads === 'decides' && state === 'asked'
  return lines(
    staffHead(exclusionHead(body), facts, say),
    `${no}，${about(facts)}，${quoted(unit, 30)} ${quoted(by, 20)}`,
    `理由：${said(reason, 500) ?? ''}`,
    decidedBy && `${quoted(decidedBy, 20)}：${EXCLUSION_STATES[state]}${said(why, 300) ?? ''}`,
    state === 'agreed' && '是否解决、是否满意不再计入评价；工单和评价原文照样保留。',
    state === 'refused' && '评价照常计入。',
    asks && `同意请${reply(say)}${type(say, `同意剔除 ${no}`)}，不同意回复${type(say, `不同意剔除 ${no} 理由`)}。`,
    state === 'asked' && !asks && '已交审核，有了结果会告诉您。请不要对群众说他的诉求不合理。',
  )
}

const RESULTS: Readonly<Record<Body<'revisited'>['what'], (no: string, tries: number, say: Say) => string>> = {
  done: () => '回访结果已记下。',
  half: (no, _tries, say) => `已记下解决了。满不满意也问一下：${reply(say)}${type(say, `回访 ${no} 满意`)}或“不满意”。`,
  tried: (no, tries, say) =>
    `第 ${tries} 次没打通，已记下。换个时间再打，或${reply(say)}${type(say, `回访 ${no} 在线`)}在聊天里问。`,
  unreached: (_no, tries) => `${tries} 次都没打通，不用再打了。`,
  redo: () => '没解决，已经重新办理，也告诉了反映的人。',
  asked: () => '已经在聊天里问了，答复会自动记下。',
}

const WANTS: Readonly<Record<Body<'feedback-words'>['wants'], Readonly<{ head: string; ask: string }>>> = {
  supervise: { head: '请写监督意见', ask: '要整改的问题：哪里没做对、依据是什么、要怎么改（至少 4 个字）。' },
  rectify: { head: '请写整改情况', ask: '整改措施和结果，可附照片。' },
  'rectify-again': { head: '请写再改的理由', ask: '哪里还没有改到位。' },
  exclude: { head: '请写剔除的理由', ask: '为什么这件的评价不该计入，依据是什么（至少 4 个字）。' },
  'exclude-refuse': { head: '请写不同意的理由', ask: '为什么评价应当照常计入。' },
}

const TITLES = { opinion: '监督意见清单', exclusion: '剔除清单', revisit: '回访清单' } as const
const NOTHING = {
  opinion: '没有还没整改完的监督意见。',
  exclusion: '没有剔除申请。',
  revisit: '现在没有要回访的。',
} as const

function listText({ list: kind, month, items, alone, lapsed }: Body<'feedback-list'>, say: Say): string {
  if (items.length + alone === 0) return NOTHING[kind]
  const calls = items.filter(({ reach }) => reach === 'call')
  return lines(
    `**${month ? `${Number(month.slice(5))}月` : ''}${TITLES[kind]}**`,
    month && `从${Number(month.slice(5))}月结案的里面抽的，每个单位都有。请在这个月打完。`,
    list(items, (item, n) => itemLine(item, n, kind)),
    kind === 'revisit' && calls[0] && howToCall(calls[0], say),
    items.some(({ reach }) => reach === 'chat') && '要求匿名、保密的不打电话，已经在聊天里问了。',
    month && alone > 0 ? `另有 ${alone} 件要求匿名、保密，已经在聊天里问了。` : askAlone(alone),
    lapsed > 0 && `上次的清单还有 ${lapsed} 件没有回访，已经过期。`,
  )
}

function howToCall({ no, facts }: FeedbackItem, say: Say): string {
  const n = typedNo(facts)
  return `打完${reply(say)}${type(say, `回访 ${no} 解决 满意`)}（没解决、不满意、打不通照样写）。电话要用${type(say, `查看反映人 ${n} 回访`)}查，会留记录；不打电话就${reply(say)}${type(say, `回访 ${no} 在线`)}在聊天里问。`
}

function itemLine(
  { no, facts, unit, state, dueAt, reach }: FeedbackItem,
  n: number,
  kind: Body<'feedback-list'>['list'],
): string {
  const names = kind === 'opinion' ? OPINION_STATES : EXCLUSION_STATES
  const how = reach === 'chat' ? '，在聊天里问' : ''
  const due = dueAt && kind === 'opinion' ? `，${when(dueAt)}前` : ''
  const stands = kind === 'revisit' ? '' : `，${names[state] ?? ''}`
  return `${n}. **${no}** ${facts.caseNo} ${about(facts)}，${quoted(unit, 30)}${stands}${due}${how}`
}
