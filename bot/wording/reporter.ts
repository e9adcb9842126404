import type { Facts } from '../../domain/facts.ts'
import {
  about,
  askAlone,
  CALL_FIRST,
  callFirst,
  dayName,
  dueLine,
  dueLines,
  head,
  inHands,
  KEPT_FOR_HIM,
  leadName,
  lines,
  list,
  listed,
  quoted,
  reply,
  replyFreely,
  said,
  stageOf,
  type,
  units,
} from './common.ts'
import { knownLine } from './known.ts'
import { shortNo, typedNo, when } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

type Kinds =
  | 'accepted'
  | 'accepted-several'
  | 'ask-place'
  | 'ask-problem'
  | 'ask-same'
  | 'ask-which'
  | 'elsewhere'
  | 'progress'
  | 'reopened'
  | 'progress-list'
  | 'progress-card'
  | 'ask-solved'
  | 'ask-satisfied'
  | 'thanks'
  | 'supplemented'
  | 'nudged'
  | 'withdrawn'
  | 'joined'
  | 'again'
  | 'split'

const ASK_SPOT = '请再说一下具体位置：哪个村、哪条路、旁边有什么标志，也可以发一张现场照片。'
const WATCHED = '您反映的情况已交监督人员，换别的单位来办，没有发给被反映的人和单位。'
const ASK_AGAIN = {
  which: '这样的地方不止一个村有，请再说一下是哪个村的。',
  kindly: '对不起，让您多说了一遍。您反映的事已经记下，只差地点，知道是哪个村就能派人去。',
} as const
const REMINDED = '前两天问过您一次，想再听听您的意见。这是最后一次问，不方便可以不答。'
const CUT = '您发的内容太长，只记下了前面的部分。最要紧的请再用一句话说一遍。'
const AT_SUPERVISORS = '已交监督人员，由他们定哪个单位办'
const beingAssigned = ({ watched }: Facts): string =>
  watched ? `${AT_SUPERVISORS}，定了马上告诉您` : '主办：镇指挥室正在确定，定了马上告诉您'

/** To the one who reported: short, polite, plain. */
export const reporterWords: WordsOf<Kinds> = {
  accepted: ({ facts, emergency, askSpot, cut, call }, say) =>
    lines(
      emergency && callFirst(call),
      head('已受理', facts),
      `您反映的：${said(facts.text, 120) ?? about(facts)}`,
      facts.place && `地点：${about({ ...facts, item: null })}`,
      facts.lead ? `主办：${leadName(facts)}` : beingAssigned(facts),
      facts.assist.length > 0 && `协办：${units(facts.assist)}`,
      dueLines(facts),
      keptLine([facts]),
      facts.tentative && '“暂定”是因为假期安排还没公布，公布后会重算。',
      askSpot && ASK_SPOT,
      cut && CUT,
      `每走一步都会在这里告诉您。您也可以${reply(say)}${type(say, '进度')}${type(say, '补充')}${type(say, '催一催')}${type(say, '撤回')}。`,
    ),
  'accepted-several': ({ items }, say) =>
    lines(
      `**已受理 ${items.length} 件**`,
      `这几件事归不同的单位管，分开办，各有各的号。`,
      list(items, acceptedLine),
      keptLine(items),
      `每走一步都会在这里告诉您。您也可以${reply(say)}${type(say, `进度 ${shortNo(items[0]?.caseNo ?? '')}`)}看其中一件。`,
    ),
  'ask-place': ({ text, emergency, towns = [], again, ask }, say) =>
    lines(
      emergency && CALL_FIRST,
      again && ASK_AGAIN[again],
      said(text, 60) && `收到：${said(text, 60)}`,
      towns.length > 1 && `${units(towns)}都有这个地方，请说一下是哪个镇的。`,
      `请问在哪里？请${replyFreely(say)}村名或标志，例如：××村村口、××市场门口${say.group ? '（在群里请先@我）' : ''}。${ask ? '也可以发位置或者照片。' : ''}`,
    ),
  'ask-problem': ({ withMedia, voice, place }) =>
    place
      ? `位置收到了：${quoted(place, 40)}。请再用一句话说说是什么问题，有照片也可以发来。`
      : voice
        ? '语音收到并存下了，但我听不出字。请再打一句话：在哪里、是什么问题。'
        : withMedia
          ? '收到了。请再用一句话说说：在哪里、是什么问题。'
          : '请用一句话说说：在哪里、是什么问题。有照片也可以一起发来。',
  'ask-same': ({ known, again, ask }, say) =>
    lines(
      again && '对不起，没看明白您说的是哪一件，请再选一下。',
      known.every(({ own }) => own) ? '**这件事您可能已经反映过：**' : '**这件事可能已经有人反映了：**',
      list(known, knownLine),
      `${known.length === 1 ? `和 ${shortNo(known[0]?.caseNo ?? '')} 是同一件事吗？` : '是其中哪一件吗？'}${say.menu ? '请点下面的一行。' : `请${reply(say)}${ask.choices.map((choice) => type(say, choice)).join('或')}。`}`,
    ),
  'ask-which': ({ items, said: words, ask }, say) =>
    lines(
      said(words, 60) && `收到：${said(words, 60)}`,
      items.length === 1 ? '这是回答下面这件的提问，还是另一件事？' : '办理单位问了您几件事，这是回答哪一件？',
      list(items, whichLine),
      say.menu ? '请点下面的一行。' : `请${reply(say)}${ask.choices.map((choice) => type(say, choice)).join('或')}。`,
    ),
  elsewhere: ({ name, phone, ask, part }, say) =>
    lines(
      `${part ? `您说的「${quoted(part, 40)}」` : '这件事'}由${quoted(name, 40)}管，镇里定不了。${phone ? `请打 ${quoted(phone, 60)}。` : '请直接找他们，或者打 12345 政务热线。'}`,
      ask &&
        (say.menu
          ? '还是要镇里帮忙的，请点下面的一行。'
          : `还是要镇里帮忙的，请${reply(say)}${type(say, ask.choices[0] ?? '')}。`),
    ),
  progress: (body, say) => lines(head(...stepHead(body)), stepText(body, say)),
  reopened: ({ facts, askWhat, watched }, say) =>
    lines(
      head(STEP_HEADS[facts.stage === 'triage' ? 'triage' : 'reopened'], facts),
      `对不起，让您费心了。${watched ? WATCHED : facts.stage === 'triage' ? '已转镇指挥室，正在确定由哪个单位办。' : `由${leadName(facts)}重新办理。`}`,
      dueLine(facts, 'sign'),
      dueLine(facts, 'finish'),
      askWhat && `哪里还没解决？请再说一句，也可以发照片${say.group ? '（在群里请先@我）' : ''}。`,
    ),
  'progress-list': ({ items, alone = 0 }, say) =>
    items.length === 0
      ? askAlone(alone) || '您还没有反映过问题。有事直接发给我就行：在哪里、是什么问题。'
      : lines(
          '**您反映的事项**',
          list(items, progressLine),
          askAlone(alone),
          items.length > 1 && `看其中一件，请${reply(say)}${type(say, `进度 ${shortNo(items[0]?.caseNo ?? '')}`)}。`,
        ),
  'progress-card': ({ facts }, say) =>
    lines(
      '**您反映的事项**',
      progressLine(facts, 1),
      !say.menu && `要催一催，请${reply(say)}${type(say, `催一催 ${typedNo(facts)}`)}。`,
    ),
  'ask-solved': ({ facts, again }, say) =>
    lines(
      head('请您确认', facts),
      again && REMINDED,
      `您反映的${about(facts)}，${leadName(facts)}说已经办完了。`,
      said(facts.result, 500) && `办理结果：${said(facts.result, 500)}`,
      say.menu
        ? '问题解决了吗？请点下面的一行。'
        : `问题解决了吗？请${reply(say)}${type(say, `解决了 ${typedNo(facts)}`)}或${type(say, `没解决 ${typedNo(facts)}`)}。`,
    ),
  'ask-satisfied': ({ facts, again }, say) =>
    lines(
      head('请您评价', facts),
      again && REMINDED,
      `您反映的${about(facts)}办完了，您对${leadName(facts)}的办理满意吗？`,
      say.menu
        ? '请点下面的一行。'
        : `请${reply(say)}${type(say, `满意 ${typedNo(facts)}`)}或${type(say, `不满意 ${typedNo(facts)}`)}。`,
    ),
  thanks: ({ facts, satisfied, askWhat }, say) =>
    lines(
      head('已记下您的评价', facts),
      thanks(satisfied),
      askWhat &&
        `是哪里不满意？请再说一句；要是问题还没解决，也请说一声，会重新办理${say.group ? '（在群里请先@我）' : ''}。`,
    ),
  supplemented: ({ facts, watched, kept, placed }) =>
    lines(
      head(placed ? '地点已更正' : '补充已记下', facts),
      placed && facts.place && `地点改成${quoted(facts.place, 40)}了。`,
      watched ? WATCHED : `已经转告${facts.lead ? leadName(facts) : facts.watched ? '监督人员' : '镇指挥室'}。`,
      kept && keptLine([facts]),
    ),
  nudged: ({ facts, left }) =>
    lines(
      head('已为您催办', facts),
      `已经催了${facts.lead ? leadName(facts) : '镇指挥室'}。现在：${stageOf(facts)}。`,
      left > 0 ? `还可以再催 ${left} 次。` : '催办次数用完了，有进展会马上告诉您。',
    ),
  withdrawn: ({ facts, others = 0 }) =>
    lines(
      head('已撤回', facts),
      others > 0
        ? `您的反映已经撤回，以后的进展不再发给您。还有 ${others} 人反映这件事，会继续办理。`
        : '这件事不再办理。以后有需要，随时再发给我。',
    ),
  joined: ({ facts, count, emergency, from, kept }, say) =>
    lines(
      emergency && CALL_FIRST,
      head('已并入', facts),
      `${from ? `您反映的 ${shortNo(from)} 和别人反映的是同一件事，` : ''}已并入 ${typedNo(facts)}，已有 ${count} 人反映。`,
      `现在：${stageOf(facts)}${facts.lead ? `，主办：${inHands(facts)}` : ''}`,
      dueLine(facts, 'finish'),
      kept && keptLine([facts]),
      `以后每走一步都会在这里告诉您。不是同一件事，请${reply(say)}${type(say, '撤回')}再说一遍。`,
    ),
  again: ({ facts, nudged, left }, say) =>
    lines(
      head('您之前报过', facts),
      `这件事您之前报过，编号 ${facts.caseNo}，现在：${stageOf(facts)}${facts.lead ? `，主办：${inHands(facts)}` : ''}。`,
      dueLine(facts, 'finish'),
      nudged
        ? `这次算您催了一次，已经催了${facts.lead ? leadName(facts) : '镇指挥室'}${left > 0 ? `，还可以再催 ${left} 次` : ''}。`
        : '已经替您催过了，有进展会马上告诉您。',
      `要补充情况，请${reply(say)}${type(say, `补充 ${typedNo(facts)} 内容`)}。不是同一件事，请写明在哪里，再说一遍。`,
    ),
  split: ({ facts, from }) =>
    lines(
      head('已单独办理', facts),
      `您反映的${about(facts)}原来并在 ${shortNo(from)} 里，现在单独办理，新的编号是 ${facts.caseNo}。`,
      facts.lead ? `主办：${leadName(facts)}` : beingAssigned(facts),
      dueLines(facts),
    ),
}

const keptLine = ([facts]: readonly Facts[]) => facts?.shield && KEPT_FOR_HIM[facts.shield]

function whichLine(facts: Facts, n: number): string {
  return `${n}. **${typedNo(facts)}** ${about(facts)}`
}

function thanks(satisfied: boolean | null): string {
  if (satisfied === null) return '谢谢您的反馈！'
  return satisfied ? '谢谢您的评价！' : '谢谢您的评价。没让您满意，对不起，您的意见已经记下。'
}

const OVER: readonly Facts['stage'][] = ['finished', 'closed', 'withdrawn']

function acceptedLine(facts: Facts, n: number): string {
  const due = dueLine(facts, 'finish')
  return `${listed(facts, n)}，${facts.lead ? `主办：${leadName(facts)}` : beingAssigned(facts)}${due ? `，${due}` : ''}`
}

/** Why its time does not run. */
function waiting({ suspended }: Facts): string {
  if (suspended?.filed) return '，已经立案查处，要按法律规定的步骤办，结果会告诉您'
  return suspended ? `，先等着（${quoted(suspended.why, 60)}），${dayName(suspended.until)}再看` : ''
}

function progressLine(facts: Facts, n: number): string {
  const due = OVER.includes(facts.stage) ? null : dueLine(facts, 'finish')
  return `${listed(facts, n)}${facts.lead ? `，主办：${inHands(facts)}` : ''}${facts.handedTo ? `，已移送${quoted(facts.handedTo, 40)}` : ''}${waiting(facts)}${due ? `，${due}` : ''}`
}

const STEP_HEADS: Readonly<Record<Body<'progress'>['step'], string>> = {
  dispatched: '已派单',
  signed: '已签收',
  arrived: '已到场',
  feedback: '有新进展',
  returned: '正在重新确定承办单位',
  ruled: '已确定承办单位',
  escalated: '已报告领导',
  urged: '正在督办',
  finished: '已办结',
  reopened: '重新办理',
  triage: '正在派单',
  settled: '已结案',
  closed: '已结案',
  whistled: '请别的单位一起办',
  'help-refused': '请的单位没有来',
  transferred: '已移送',
  extended: '办理时间延长了',
  suspended: '先等一等',
  resumed: '接着办了',
  'outside-replied': '对方部门有答复',
}

const stepHead = ({ step, facts }: Body<'progress'>): [string, Facts] => [STEP_HEADS[step], facts]

/** Steps whose note is the name of who was called in. */
const NAMES_A_PARTNER: Readonly<Partial<Record<Body<'progress'>['step'], (facts: Facts, name: string) => string>>> = {
  whistled: (f, name) => `${leadName(f)}已请${name}一起办。`,
  'help-refused': (f, name) => `请了${name}一起办，这次来不了。${leadName(f)}接着办，镇指挥室会另外安排，定了告诉您。`,
  transferred: (f, name) => `已移送${name}处理，${leadName(f)}跟着办，有结果告诉您。`,
}

function stepLine({ step, facts, note, own, later }: Body<'progress'>): string {
  if (later) return `超过了时限，已经报给分管领导过问，领导最迟${when(later)}看到。有进展马上告诉您。`
  if (step === 'reopened' && own) return `您说还没有解决，由${leadName(facts)}重新办理。`
  const named = note ? NAMES_A_PARTNER[step] : undefined
  return named && note ? named(facts, quoted(note, 60)) : STEP_TEXTS[step](facts)
}

/** What the words of a step are, where they are its reason. */
const NOTE_NAMES: Readonly<Partial<Record<Body<'progress'>['step'], string>>> = { returned: '退回理由', ruled: '理由' }

function stepText(body: Body<'progress'>, say: Say): string {
  const { facts, note, why } = body
  const what = facts.item ? about(facts) : (said(facts.text, 30) ?? about(facts))
  return lines(
    `您反映的${what}，${stepLine(body)}`,
    !NAMES_A_PARTNER[body.step] && said(note, 1000) && `${NOTE_NAMES[body.step] ?? '说明'}：${said(note, 1000)}`,
    said(why ?? null, 300) && `原因：${said(why ?? null, 300)}`,
    after(body, say),
  )
}

const STEP_TEXTS: Readonly<Record<Body<'progress'>['step'], (facts: Facts) => string>> = {
  dispatched: (f) => `已交给${leadName(f)}办理。`,
  signed: (f) => `${inHands(f)}已经签收，开始办理。`,
  arrived: (f) => `${inHands(f)}已经到场。`,
  feedback: (f) => `${leadName(f)}报来了新进展。`,
  returned: (f) =>
    `${leadName(f)}退回来了，认为不归自己管。接下来由${f.watched ? '监督人员' : '镇指挥室'}定哪个单位办，定了马上告诉您。办理时限照常计算。`,
  ruled: (f) => `已确定由${leadName(f)}主办。`,
  escalated: (f) =>
    `超过了时限，已经提醒分管领导过问。领导会督促${f.stage === 'disputed' ? '定下由谁办' : `${leadName(f)}抓紧办`}，有进展马上告诉您。`,
  urged: (f) => `镇里已经督促${leadName(f)}抓紧办理。`,
  finished: (f) => `${leadName(f)}已经办完。`,
  reopened: (f) => `有人反映没有解决，由${leadName(f)}重新办理。`,
  triage: (f) => (f.watched ? `${AT_SUPERVISORS}。` : '已转镇指挥室，正在确定由哪个单位办。'),
  settled: () => '一起反映的人说已经解决，就此结案。',
  closed: () => '已经结案。谢谢您！',
  whistled: (f) => `${leadName(f)}已请别的单位一起办。`,
  'help-refused': (f) => `请来一起办的单位没有来。${leadName(f)}接着办，镇指挥室会另外安排，定了告诉您。`,
  transferred: (f) => `已移送有权处理的部门，${leadName(f)}跟着办，有结果告诉您。`,
  extended: () => '一时办不完，经批准延长了办理时间，新的时间在下面。',
  suspended: (f) =>
    `现在还办不了，要等条件，没有丢下不管。${f.suspended ? `最迟${dayName(f.suspended.until)}再看一次，` : ''}能办了马上告诉您。`,
  resumed: (f) => `原来在等，现在由${leadName(f)}接着办。`,
  'outside-replied': () => '移送的部门有答复了。',
}

/** What comes next, where something does. */
function after({ facts, step }: Body<'progress'>, say: Say): string | null {
  if (step === 'finished') return lines(said(facts.result, 500) && `办理结果：${said(facts.result, 500)}`) || null
  if (step === 'closed') return null
  if (step === 'settled') return `要是还没解决，请${reply(say)}${type(say, `没解决 ${typedNo(facts)}`)}。`
  const begins = step === 'dispatched' || step === 'ruled' || step === 'reopened'
  return (
    lines(
      begins && facts.assist.length > 0 && `协办：${units(facts.assist)}`,
      begins && dueLine(facts, 'sign'),
      dueLine(facts, 'finish'),
      step === 'escalated' && `您可以${reply(say)}${type(say, `进度 ${typedNo(facts)}`)}查看。`,
    ) || null
  )
}
