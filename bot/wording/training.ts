import type { Learner, Share, TrainingRefusal, TrainingSaid } from '../../domain/training/said.ts'
import { dayName, lines, list, quoted, reply, replyFreely, said, type } from './common.ts'
import { when } from './names.ts'
import type { HelpLine, Part } from './part.ts'
import { IN_OTHER_WORDS, knowledgeState, nextText, quizDay, trainingCards, verdict } from './trainingCards.ts'
import { askedText, letter, optionText, sourceText } from './trainingNames.ts'
import { trainingRefusals } from './trainingRefusals.ts'
import type { Body, Say } from './words.ts'

const STAFF: readonly HelpLine[] = [
  ['每日一题', '今天的题（“答题 B”作答，也可以点卡片）'],
  ['错题', '答错的题和正确答案'],
  ['我的学习', '本月答了多少、对了多少'],
  ['停学习', '早上不再发题（“开学习”恢复）'],
  ['知识 占道经营', '查存下来的答复和裁定'],
  ['存知识 0007', '把许可答复或裁定存成知识（不带姓名）'],
  ['参加培训 编号', '培训签到'],
]
const HEAD: readonly HelpLine[] = [
  ...STAFF,
  ['知识 问题？答案', '自己写一条'],
  ['学习情况', '本单位本月的学习情况'],
  ['培训签到 主题', '叫本单位的人签到'],
  ['培训名单 编号', '谁参加了'],
]
const COMMAND: readonly HelpLine[] = [
  ['知识 占道经营', '查存下来的答复和裁定'],
  ['知识 问题？答案', '自己写一条'],
  ['存知识 0007', '把许可答复或裁定存成知识（不带姓名）'],
  ['批准知识 编号', '同意（不同意用“不批知识 编号 理由”）'],
  ['删知识 编号', '删掉一条'],
  ['学习情况', '各单位本月的学习情况'],
  ['培训签到 主题', '叫各单位签到'],
  ['培训名单 编号', '谁参加了'],
]
const WATCH: readonly HelpLine[] = [
  ['学习情况', '各单位本月的学习情况'],
  ['知识 占道经营', '查存下来的答复和裁定'],
]

export const training: Part<TrainingSaid['kind'], TrainingRefusal> = {
  words: {
    quiz: quizText,
    mistakes: ({ items, more }, say) =>
      items.length === 0
        ? '没有错题。'
        : lines(
            '**错题**',
            list(items, ({ question, chosen, due }, n) =>
              lines(
                `${n}. ${quoted(askedText(question), 100)}`,
                `> 您答：${option(question, chosen)}；正确：**${option(question, question.right)}**（${quoted(sourceText(question), 120)}），${dayName(`${due}T04:00:00.000Z`)}起再问`,
              ),
            ),
            more > 0 && `还有 ${more} 道，答对以后再看。`,
            `连着答对两次，就不再问了。今天的题请${reply(say)}${type(say, '每日一题')}。`,
          ),
    'my-study': ({ month, share, mistakes, off }, say) =>
      lines(
        `**我的学习（${monthName(month)}）**`,
        shareText(share),
        mistakes > 0 && `错题 ${mistakes} 道，请${reply(say)}${type(say, '错题')}。`,
        off && `早上的题已经停了，恢复请${reply(say)}${type(say, '开学习')}。`,
      ),
    'study-state': ({ month, units, people, alone, off }) =>
      lines(
        `**学习情况（${monthName(month)}）**`,
        off && '镇里没有开每天早上的题（要开请管理员在 town.yaml 写 training: on），下面只有自己要的题和培训签到。',
        list(units, (each, n) => `${n}. ${learnerLine(each)}`),
        people.length > 0 && '**本单位**',
        people.length > 0 && list(people, (each, n) => `${n}. ${learnerLine(each)}`),
        alone && '本单位每个人的情况，请单独发给我问。',
      ),
    'study-set': ({ off, running }, say) =>
      off
        ? `好的，早上不再给您发题。想学时${reply(say)}${type(say, '每日一题')}，恢复请${reply(say)}${type(say, '开学习')}。`
        : running
          ? '好的，工作日早上给您发一道题。'
          : `镇里没有开每天早上的题，想学时请${reply(say)}${type(say, '每日一题')}。`,
    'study-nothing': (_body, say) => `今天没有新的题了，都答过。错题请${reply(say)}${type(say, '错题')}。`,
    knowledge: knowledgeText,
    'knowledge-found': ({ asked, items, below, mayAdd }, say) =>
      items.length === 0
        ? lines(
            `没有存过“${quoted(asked, 40)}”的知识。归谁管请${reply(say)}${type(say, `谁管 ${quoted(asked, 20)}`)}。`,
            mayAdd && `要写一条请${reply(say)}${type(say, '知识 问题？答案')}。`,
          )
        : lines(
            below ? '**另外，镇里存过**' : `**“${quoted(asked, 40)}”的知识**`,
            ...items.map(({ no, question, answer }) => `${no} ${quoted(question, 80)}\n> ${quoted(answer, 220)}`),
          ),
    'knowledge-gone': ({ no, question }) => `已删除 ${no}（${quoted(question, 80)}），以后查不到了。`,
    class: ({ no, topic, by, at, state, count }, say) =>
      lines(
        `**【培训签到】${no}**`,
        `${quoted(topic, 60)}（${quoted(by, 20)} 组织，${when(at)}），已签到 ${count} 人。`,
        state === 'open'
          ? `参加的人请${reply(say)}${type(say, `参加培训 ${no}`)}，每人一次，当天有效。`
          : '签到已经结束。',
      ),
    'class-list': ({ no, topic, count, names, closed }, say) =>
      lines(
        `**【培训${closed ? '结束' : '名单'}】${no}**`,
        `${quoted(topic, 60)}，签到 ${count} 人。`,
        names !== null && names.length > 0 && names.map((name, n) => `${n + 1}. ${quoted(name, 40)}`).join('\n'),
        names === null && say.group && '名单请组织的人单独发给我问。',
      ),
    'class-sent': ({ no, topic, units, nobody }, say) =>
      lines(
        `**【培训签到】${no}**`,
        `${quoted(topic, 60)}，已通知 ${units.length} 个单位：${units.map((name) => quoted(name, 30)).join('、')}。`,
        nobody.length > 0 && `没有人可通知：${nobody.map((name) => quoted(name, 30)).join('、')}，请另外通知。`,
        `看名单请${reply(say)}${type(say, `培训名单 ${no}`)}，今天结束后名单会发给您。`,
      ),
  },
  cards: trainingCards,
  refusals: trainingRefusals,
  help: { officer: STAFF, head: HEAD, dispatcher: COMMAND, admin: COMMAND, leader: WATCH, supervisor: WATCH },
}

type Asked = Pick<Body<'quiz'>['question'], 'ask' | 'options'>
const option = ({ ask, options }: Asked, at: number): string => quoted(optionText(ask, options[at] ?? ''), 60)

function quizText(body: Body<'quiz'>, say: Say): string {
  const { no, question, right, chosen, again } = body
  const mark = (n: number) => (right === null ? '' : n === right ? ' ✅' : n === chosen ? ' ❌' : '')
  return lines(
    `**【每日一题】${quizDay(body)}${again ? '（错题再答）' : ''}**`,
    quoted(askedText(question), 120),
    ...question.options.map((_, n) => `${letter(n)}. ${option(question, n)}${mark(n)}`),
    right === null
      ? `请点选项，或${reply(say)}${type(say, `答题 ${no} B`)}。`
      : `**${verdict(body)}**。${quoted(sourceText(question), 300)}`,
  )
}

function knowledgeText(body: Body<'knowledge'>, say: Say): string {
  const { no, question, answer, view, by, why } = body
  return lines(
    `**【知识·${knowledgeState(body)}】${no}**`,
    `问：${quoted(question, 120)}`,
    `答：${quoted(answer, 300)}`,
    view === 'room' && `${quoted(by, 20)}提出。`,
    said(why, 200) && `意见：${said(why, 200)}`,
    nextText(body),
    knowledgeOrders(body, say),
  )
}

/** What to type, where there is something to type. */
function knowledgeOrders({ no, state, view }: Body<'knowledge'>, say: Say): string | false {
  if (state === 'draft')
    return `没问题请${reply(say)}“确认”，不存回复“不存”；要改，${replyFreely(say)}${IN_OTHER_WORDS}。`
  if (state !== 'proposed' || view !== 'room') return false
  return `可以存的请${reply(say)}${type(say, `批准知识 ${no}`)}；不行的${reply(say)}${type(say, `不批知识 ${no} 理由`)}。`
}

const monthName = (month: string): string => `${Number(month.slice(5))}月`
const percent = (part: number, of: number): string => (of === 0 ? '—' : `${Math.round((part * 100) / of)}%`)

const shareText = ({ asked, answered, right, late, attended }: Share): string =>
  [
    `出题 ${asked} 道，答了 ${answered} 道（${percent(answered, asked)}）`,
    `答对 ${right} 道（${percent(right, answered)}）`,
    late > 0 ? `过了当天才答 ${late} 道` : '',
    `培训签到 ${attended} 次`,
  ]
    .filter(Boolean)
    .join('，')

const learnerLine = (learner: Learner): string => `${quoted(learner.name, 30)}：${shareText(learner)}`
