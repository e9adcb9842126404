import type { FlowRefusal, FlowSaid, PaperFacts } from '../../domain/flow/said.ts'
import { lines, list, quoted, reply, said, type, units } from './common.ts'
import { shortNo, when } from './names.ts'
import type { Part } from './part.ts'
import type { Say } from './words.ts'

type Kinds = Extract<FlowSaid['kind'], `paper${string}`>
type Reasons = Extract<FlowRefusal, `paper-${string}`>

export const COMMAND_ROOM = '综合指挥室'
const titleOf = ({ title }: PaperFacts): string => `《${quoted(title, 60) || '没有名称的文件'}》`
export const sender = ({ from, by }: PaperFacts): string =>
  `${quoted(from ?? COMMAND_ROOM, 30)}${by ? ` ${quoted(by, 20)}` : ''}`
export const readCount = ({ read, of }: PaperFacts): string => `已读 ${read}/${of}`

const STATE: Readonly<Record<PaperFacts['state'], string>> = {
  draft: '还没转发',
  out: '',
  read: '全部已读',
  missed: '提醒过，还有人没读',
  withdrawn: '已撤回',
  dropped: '没有转发',
}

const states = (paper: PaperFacts): string =>
  [paper.of > 0 && readCount(paper), STATE[paper.state]].filter(Boolean).join('，')

const howToRead = ({ no }: PaperFacts, say: Say): string =>
  `看过了请${reply(say)}${type(say, `已读 ${shortNo(no)}`)}；再看一遍${reply(say)}${type(say, `文件 ${shortNo(no)}`)}。`

const WANTED: Readonly<Record<Extract<FlowSaid, { kind: 'paper-want' }>['what'], () => string>> = {
  file: () => '好，请把要转发的文件（或照片）发过来。',
  title: () => '这份文件叫什么？请直接打字告诉我，例如：关于做好防汛工作的通知。',
}

export const CHOSEN = {
  out: '已转发',
  case: '已放进工单',
  dropped: '没有转发',
  going: '还差文件名称',
} as const

export const paperWords: Pick<Part<Kinds, Reasons>, 'words'>['words'] = {
  'paper-ask': ({ no, files, busy, chosen }, say) =>
    chosen
      ? `**【文件】${no}** ${CHOSEN[chosen]}。`
      : lines(
          `**【要转发给谁？】${no}**`,
          `收到 ${files} 份文件。${reply(say)}“大队和全部站所”、“只给大队”或“不转发”，也可以写单位名。`,
          busy && `要放进手上的工单 ${busy}，点卡片上的“放进工单”。`,
        ),
  'paper-want': ({ what }) => WANTED[what](),
  paper: ({ paper, view, seen, again }, say) =>
    lines(
      `**【${again > 0 ? '请看文件' : '文件'}】${paper.no}**`,
      `${titleOf(paper)}，${sender(paper)}转发，${when(paper.at)}`,
      paper.state === 'withdrawn' && '这份文件已撤回，请不要再用、再传。',
      paper.state !== 'withdrawn' && view === 'group' && `${readCount(paper)}。文件已发给值班人员和负责人本人。`,
      paper.state !== 'withdrawn' &&
        view === 'reader' &&
        again > 0 &&
        !seen &&
        `您还没有点已读（第 ${again} 次提醒）。`,
      paper.state !== 'withdrawn' && view === 'reader' && (seen ? '您已经读过了。' : howToRead(paper, say)),
    ),
  'paper-sent': ({ paper, nobody }, say) =>
    lines(
      `**【已转发】${paper.no}**`,
      `${titleOf(paper)}，发给${units(paper.to) || '综合行政执法大队'}，共 ${paper.of} 人。`,
      nobody.length > 0 && `这些单位没有人接收，请另外通知：${units(nobody)}。`,
      `看谁读了，${reply(say)}${type(say, `文件 ${shortNo(paper.no)}`)}；发错了，${reply(say)}${type(say, `撤回文件 ${shortNo(paper.no)}`)}。`,
    ),
  'paper-status': ({ paper, left, gone }) =>
    lines(
      `**【文件】${paper.no}**`,
      `${titleOf(paper)}，${sender(paper)}转发，${when(paper.at)}`,
      `发给：${units(paper.to) || '综合行政执法大队'}`,
      states(paper),
      left.length > 0 && `还没读：${units(left)}`,
      gone && '文件本身已过保存期，不再保存。',
    ),
  'paper-left': ({ paper, left }, say) =>
    lines(
      `**【文件没人读】${paper.no}**`,
      `${titleOf(paper)}，${sender(paper)}转发。${readCount(paper)}，提醒多次，这些人还没读：${units(left)}。`,
      `请当面或打电话通知；看最新情况${reply(say)}${type(say, `文件 ${shortNo(paper.no)}`)}。`,
    ),
  'paper-news': ({ paper, news }) => NEWS[news](paper),
  papers: ({ items }, say) =>
    items.length === 0
      ? '还没有转发来的文件。'
      : lines(
          `**文件（最近 ${items.length} 份）**`,
          list(items, line),
          `看哪一份，${reply(say)}${type(say, `文件 ${shortNo(items[0]?.no ?? '')}`)}。`,
        ),
}

const NEWS: Readonly<Record<'read' | 'withdrawn' | 'taken-back', (paper: PaperFacts) => string>> = {
  read: (paper) => `**【已读】${paper.no}** ${titleOf(paper)}，记下了。`,
  withdrawn: (paper) =>
    `**【已撤回】${paper.no}** ${titleOf(paper)}。已通知收到的人不要再用；已经发到各人手机上的文件收不回来，要紧的请再打电话。`,
  'taken-back': (paper) =>
    `**【文件已撤回】${paper.no}** ${titleOf(paper)}，${sender(paper)}发错了，请不要再用、再传，并把它删掉。`,
}

const line = (paper: PaperFacts, n: number): string =>
  `${n}. **${paper.no}** ${titleOf(paper)}，${sender(paper)}，${when(paper.at)}，${states(paper)}`

export const paperRefusals: Part<Kinds, Reasons>['refusals'] = {
  'paper-secret': () =>
    '涉密文件不能用微信传，这份没有转发，也没有留下。请马上把它从手机上删掉，按保密规定走机要渠道。如果不涉密，请把“秘密”之类的字样去掉再发。',
  'paper-unknown': ({ say }) => `没有找到这份文件，请核对编号；${reply(say)}${type(say, '文件')}看有哪些。`,
  'paper-which': ({ choices }) => `有好几份，请写明编号：${units(choices)}。`,
  'paper-whom': ({ choices: [word = '', ...known] }) =>
    lines(
      word ? `对不上“${said(word, 30)?.slice(1, -1) ?? ''}”是哪个单位，还没有转发。` : '还没有写转发给哪些单位。',
      '请直接打字告诉我发给哪些单位，或者写“全体”、“只给大队”、“不转发”。',
      known.length > 0 && `可以写：${units(known.slice(0, 10))}。`,
    ),
  'paper-nobody': ({ choices }) =>
    `${units(choices) || '这些单位'}现在没有值班人员，也没有群，没有人能收到，还没有转发。请换一个单位，或请管理员补上人员。`,
  'paper-how': ({ say }) =>
    `要转发文件，${reply(say)}${type(say, '转发 全体 文件名称')}，再把文件发过来；直接把文件发给我也行。`,
  'paper-coming': ({ say }) => `文件还在接收，过一分钟${reply(say)}“继续”，我就发出去。`,
  'paper-lost': () => '文件没有收到，请把文件再发一次。',
  'paper-read-already': () => '您已经读过这份文件了，不用再点。',
  'paper-not-reader': ({ choices, say }) =>
    `这份文件点名给值班人员和负责人看，您不用点已读；要看请${reply(say)}${type(say, `文件 ${shortNo(choices[0] ?? '')}`)}。`,
  'paper-gone': () => '这份文件已经撤回，请不要再用、再传。',
  'paper-sent-already': ({ choices, say }) =>
    `这份文件已经处理过了，要看请${reply(say)}${type(say, `文件 ${shortNo(choices[0] ?? '')}`)}。`,
  'paper-not-yours': () => '只有转发的人、他的负责人和指挥室能撤回。请联系转发的人。',
}
