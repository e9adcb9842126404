import {
  about,
  areaOf,
  keptAs,
  CALL_FIRST,
  dueLine,
  leadName,
  lines,
  list,
  nextClock,
  quoted,
  reply,
  said,
  staffHead,
  suspendedLine,
  type,
  units,
} from './common.ts'
import { powerLine } from './power.ts'
import { helpText, greetingText } from './help.ts'
import { eventName, LEVEL_NAMES, shortNo, when, typedNo } from './names.ts'
import { refusal } from './refusals.ts'
import { state } from './unit.ts'
import { workLines } from './work-lists.ts'
import type { Body, Say, WordsOf } from './words.ts'

type Kinds =
  | 'refused'
  | 'detail'
  | 'on-duty'
  | 'ending'
  | 'classifier'
  | 'alias-proposed'
  | 'alias-decided'
  | 'aliases'
  | 'unknown-command'
  | 'no-case'
  | 'help'
  | 'greeting'
  | 'dropped'
  | 'not-understood'
  | 'media-failed'
  | 'media-kept'
  | 'recalled'
  | 'bind-code'
  | 'bound'
  | 'not-bound'

/** To the one who asked. */
export const answerWords: WordsOf<Kinds> = {
  refused: refusal,
  detail: (body, say) =>
    lines(
      staffHead('详情', body.facts, say),
      detailText(body),
      body.filing && `案卷：${body.filing}`,
      timelineText(body, say),
    ),
  'on-duty': ({ day, rows }, say) =>
    lines(
      `**${dayText(day)}值班**`,
      rows.length === 0 ? '没有排班。' : list(rows, (row) => `${quoted(row.station, 30)}：${people(row.people, say)}`),
    ),
  'unknown-command': ({ nearest }, say) =>
    lines(
      '没听懂这个指令。',
      nearest.length > 0 && `您是不是想说：${nearest.map((words) => type(say, quoted(words, 30))).join('、')}？`,
      `全部指令请${reply(say)}${type(say, '帮助')}。`,
    ),
  'no-case': ({ word }, say) =>
    lines(
      `“${quoted(word, 20)}”没有办成，后面要写编号，例如${reply(say)}${type(say, `${quoted(word, 20)} 0007`)}，要写的内容接在编号后面。`,
      `引用那一件的消息再发，就不用写编号。查编号请${reply(say)}${type(say, '我的任务')}。`,
      '要上报新的事，请先写在哪里。',
    ),
  classifier: ({ state, version, weakest }, say) =>
    state === 'learning'
      ? '开始学习了，学好会告诉您。'
      : version
        ? lines(
            `**分类器** ${version.id}${version.pinned ? '（人工指定）' : ''}`,
            `${when(version.at)} 学成，学了 ${version.rows} 句，其中派单员纠正的 ${version.lessons} 句；没见过的句子判对 ${percent(version.accuracy)}。`,
            weakest.length > 0 &&
              `从最拿不准的起：${weakest.map(({ item, right }) => `${quoted(item, 20)} ${percent(right)}`).join('，')}`,
            `每一项的准确率${reply(say)}${type(say, '分类器 报告')}；换版本请${reply(say)}${type(say, '分类器 回退')}或${type(say, '分类器 用 版本号')}，${version.pinned ? `恢复自动用最新的回复${type(say, '分类器 自动')}，` : ''}马上学一遍回复${type(say, '分类器 训练')}（管理员）。`,
          )
        : '还没有学成的分类器，现在只按权责清单的关键词判断。',
  'alias-proposed': ({ alias, village, caseNo }, say) =>
    lines(
      '**【新叫法待批准】**',
      `${caseNo ? `${shortNo(caseNo)} 的更正里，` : ''}群众说的“${quoted(alias, 20)}”是${quoted(village, 20)}吗？批准以后，再有人这么说就认得了。`,
      `请${reply(say)}${type(say, `批准别名 ${quoted(alias, 20)}`)}或${type(say, `不批别名 ${quoted(alias, 20)}`)}。`,
    ),
  'alias-decided': ({ alias, village, approved }) =>
    approved
      ? `已批准：“${quoted(alias, 20)}”就是${quoted(village, 20)}，马上起作用。`
      : `已记下：“${quoted(alias, 20)}”不是${quoted(village, 20)}的叫法。`,
  aliases: ({ items }) =>
    items.length === 0
      ? '还没有学到新的叫法。'
      : lines(
          '**学到的叫法**',
          list(
            items,
            ({ alias, village, waits }, n) =>
              `${n}. ${quoted(alias, 20)} → ${quoted(village, 20)}${waits ? '（待批准）' : ''}`,
          ),
        ),
  ending: ({ what, subject, others = [], until, days }) =>
    lines(
      `**【到期提醒】${days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : '已经到期'}**`,
      `${ENDING[what](ended([subject, ...others]))} ${until} ${days < 0 ? '已经' : ''}到期。${THEN[what]}`,
    ),
  help: ({ audience, topic }, say) => helpText(audience, say, topic),
  greeting: ({ staff, village, bye }, say) => (bye ? BYE : greetingText(staff, say, village ?? null)),
  dropped: ({ what, open }, say) =>
    lines(
      what === 'report' ? '好的，刚才说的没有登记。以后有事随时告诉我。' : '好的，刚才那句没有记。',
      open &&
        `您之前反映的 ${shortNo(open.caseNo)}（${about(open)}）还在办。那件也不用办了，请${reply(say)}${type(say, `撤回 ${shortNo(open.caseNo)}`)}。`,
    ),
  'not-understood': ({ why }, say) => (why === 'nothing' ? nothingUnderstood(say) : NOT_UNDERSTOOD[why]),
  'media-failed': ({ count }) =>
    `有 ${count} 个图片或文件没有收到（可能过期了、太大了或类型不支持），请重新发一次。支持照片、录音、视频、文档，照片和文件不超过 20 兆。`,
  'media-kept': ({ facts, count }) =>
    facts
      ? lines(`**【附件已收到】${facts.caseNo}**`, `收到 ${count} 个附件，已加到这件里。`)
      : `收到 ${count} 个附件。`,
  recalled: ({ facts }, say) =>
    facts
      ? lines(
          '您撤回了一条消息。',
          `${facts.caseNo}（${about(facts)}）已经登记，还在办。不用办了请${reply(say)}${type(say, `撤回 ${typedNo(facts)}`)}。`,
        )
      : '您撤回了一条消息，没有登记。',
  'bind-code': ({ code, minutes }) =>
    lines(
      `**绑定码：${code}**`,
      `请在微信客服的聊天里发“绑定 ${code}”，${minutes} 分钟内有效，只能用一次。不要告诉别人。`,
    ),
  bound: ({ name }) => `绑定好了，您是${quoted(name, 20)}。以后在这里也能办工单。`,
  'not-bound': ({ why }) => NOT_BOUND[why],
}

const NOT_BOUND: Readonly<Record<Body<'not-bound'>['why'], string>> = {
  'no-code':
    '绑定是给镇里工作人员用的：请先在企业微信里给哨子发“绑定”，拿到 6 位数字，再到这里发“绑定 数字”。群众反映问题不用绑定。',
  wrong: '绑定码不对或已经过期，请在企业微信里重新发“绑定”拿一个新的。',
  'too-often': '试得太多了，请一小时后再试。',
  here: '请在微信客服的聊天里发这个绑定码，不是在这里。',
}

const NOT_UNDERSTOOD: Readonly<Record<Exclude<Body<'not-understood'>['why'], 'nothing'>, string>> = {
  empty: '没有收到文字。请说一下：在哪里、是什么问题。',
  emoji: '请用文字说一下：在哪里、是什么问题。',
  kind: '这种消息我还看不懂。请发文字、语音、照片、视频或文件。',
  nonsense: '我是镇里的问题上报助手，只办镇里的事。遇到问题请说：在哪里、是什么问题。',
  abuse: '让您着急了，对不起。请说一下：在哪里、是什么问题，我马上登记。',
}

const BYE = '好的。以后有事随时告诉我：在哪里、是什么问题。'

const nothingUnderstood = (say: Say): string =>
  `没有听懂。请用文字说一下：在哪里、是什么问题。要看用法，请${reply(say)}“帮助”。`

function detailText({ facts, files, work }: Body<'detail'>): string {
  const clock = nextClock(facts)
  return lines(
    `现在：${state(facts)}，${LEVEL_NAMES[facts.level]}`,
    facts.place && `地点：${about({ ...facts, item: null })}`,
    facts.item && `事项：${about({ ...facts, place: null })}`,
    said(facts.text, 2000) && `反映：${said(facts.text, 2000)}`,
    facts.patterns && facts.patterns.length > 0 && `情况：${facts.patterns.join('，')}`,
    keptAs(facts),
    facts.lead && `主办：${leadName(facts)}${areaOf(facts)}`,
    facts.assist.length > 0 && `协办：${units(facts.assist)}`,
    suspendedLine(facts),
    clock && dueLine(facts, clock),
    clock && clock !== 'finish' && dueLine(facts, 'finish'),
    powerLine(facts),
    facts.legalBasis && `依据：${quoted(facts.legalBasis, 300)}`,
    said(facts.result, 1000) && `结果：${said(facts.result, 1000)}`,
    work && workLines(work),
    files > 0 && `附件：${files} 个`,
    facts.level === 'emergency' && CALL_FIRST,
  )
}

const MOST_STEPS = 40

/** The newest steps; the whole log stays in the database. */
function timelineText({ timeline, earlier = 0 }: Body<'detail'>, say: Say): string | null {
  if (timeline.length === 0) return null
  const shown = timeline.slice(-MOST_STEPS).map(({ at, type: kind, by, note }) => {
    const words = said(note, 200)
    return `${when(at)} ${eventName(kind)}（${personName(by, say)}）${words ? `：${words}` : ''}`
  })
  const left = earlier + Math.max(0, timeline.length - MOST_STEPS)
  return lines('**经过**', left > 0 && `（前面还有 ${left} 条没有列出）`, ...shown)
}

/** A name as people know it: of a listed person or as given in Chinese; never a userid. */
function personName(by: string, say: Say): string {
  if (by === 'system') return '系统'
  if (by === 'reporter') return '反映人'
  const known = say.towns.flatMap((t) => t.people).find((p) => p.userid === by)
  if (known) return quoted(known.name, 20)
  return /\p{Script=Han}/u.test(by) ? quoted(by, 20) : '工作人员'
}

function people(userids: readonly string[], say: Say): string {
  return userids.length === 0 ? '无人值班' : userids.map((userid) => personName(userid, say)).join('、')
}

/** 2026-11-24 → 11月24日 */
function dayText(day: string): string {
  const found = /^\d{4}-(\d{2})-(\d{2})$/.exec(day)
  return found ? `${Number(found[1])}月${Number(found[2])}日` : '今天'
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

const ENDING: Readonly<Record<Body<'ending'>['what'], (subject: string) => string>> = {
  delegation: (subjects) => `委托${subjects}`,
  mentor: (subjects) => `${subjects}的过渡指导期`,
  licence: (subjects) => `${subjects}的执法证`,
  certificate: (subjects) => `${subjects}的法律职业资格证或行政执法监督证`,
  agreement: (subjects) => `${subjects}的使用协议`,
  item: (subjects) => `清单事项${subjects}`,
}

/** What is to be done before, and what is so afterwards. */
const THEN: Readonly<Record<Body<'ending'>['what'], string>> = {
  delegation: '请提前办好续签；没有续签的，到期以后不能再按它处罚。',
  mentor: '到期以后权限不变，只是没有上级部门带着办；还拿不准的，请提前请教。',
  licence: '请提前换证；没有换证的，到期以后不能执法。',
  certificate: '请提前换证；没有换证的，到期以后不能做法制审核或执法监督。',
  agreement: '请提前和提供的单位续签；没有续签的，到期以后不能再用。',
  item: '请提前核对清单；到期以后不能再按它办。',
}

const NAMED = 3
function ended(subjects: readonly string[]): string {
  const named = subjects.slice(0, NAMED).map((subject) => `“${quoted(subject, 40)}”`)
  return `${named.join('、')}${subjects.length > NAMED ? `等 ${subjects.length} 项` : ''}`
}
