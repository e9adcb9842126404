import type { FlowSaid, PaperFacts } from '../../domain/flow/said.ts'
import { oneLine } from '../text/clean.ts'
import type { CardPlan } from '../render/card.ts'
import { CHOSEN, COMMAND_ROOM, readCount, sender } from './flow-paper.ts'
import { FOUND } from './flow-permit.ts'
import { shortNo, when } from './names.ts'
import type { Cards } from './part.ts'
import type { Body } from './words.ts'

const button = (verb: string, no: string, text: string, arg = '') => ({ key: `${verb}:${no}:${arg}`, text })

/** What stands on cards: plain text, no markdown. */
export const flowCards: Pick<Cards, FlowSaid['kind']> = {
  'paper-ask': askCard,
  paper: paperCard,
  'permit-question': questionCard,
}

function askCard({ no, cardId, files, busy, chosen }: Body<'paper-ask'>): CardPlan {
  const into = busy ? [button('paper-to', no, `放进工单${shortNo(busy)}`, 'case')] : []
  const open = [
    button('paper-to', no, '大队和全部站所', 'all'),
    button('paper-to', no, '只给大队', 'brigade'),
    ...into,
    button('paper-to', no, '不转发', 'none'),
  ]
  return {
    id: cardId,
    source: '文件',
    red: false,
    title: chosen ? CHOSEN[chosen] : '要转发给谁？',
    desc: no,
    body: chosen ? '' : `收到 ${files} 份文件。也可以直接打字写单位名。涉密文件不能用微信传。`,
    rows: [],
    buttons: chosen
      ? [button(chosen === 'out' ? 'papers' : 'paper-to', no, chosen === 'out' ? '看谁读了' : '知道了')]
      : open,
  }
}

function paperCard({ paper, cardId, view, seen, again }: Body<'paper'>): CardPlan {
  const gone = paper.state === 'withdrawn'
  const open = [button('paper-read', paper.no, '已读')]
  const again1 = [button('papers', paper.no, '再看一遍')]
  return {
    id: cardId,
    source: gone ? '文件已撤回' : again > 0 ? '请看文件' : '文件',
    red: gone || again > 0,
    title: oneLine(paper.title, 60) || '没有名称的文件',
    desc: gone ? '已撤回，请不要再用' : view === 'reader' && seen ? `您已读·${readCount(paper)}` : readCount(paper),
    body: gone ? '' : view === 'group' ? '文件已发给值班人员和负责人本人。' : seen ? '' : '文件在上面，看过请点已读。',
    rows: rowsOf(paper),
    buttons: gone || (view === 'reader' && seen) ? again1 : open,
  }
}

const rowsOf = (paper: PaperFacts) => [
  { name: '编号', value: paper.no },
  { name: '转发', value: sender(paper) || COMMAND_ROOM },
  { name: '发给', value: paper.to.join('、') },
  { name: '时间', value: when(paper.at) },
]

function questionCard({ permit, cardId, again }: Body<'permit-question'>): CardPlan {
  const { no, holder, matter, place, dueAt, found, answer, of, answeredBy } = permit
  const choices = (['valid', 'none', 'expired'] as const).map((each) => button('permit-answer', no, FOUND[each], each))
  return {
    id: cardId,
    source: found ? '许可已答复' : again > 0 ? '请答复许可' : '查许可',
    red: !found && again > 0,
    title: oneLine(holder, 60) || '查许可',
    desc: found
      ? `${FOUND[found]}${answeredBy ? `·${answeredBy}` : ''}`
      : dueAt && when(dueAt)
        ? `${when(dueAt)}前答复`
        : no,
    body: answer ?? (found ? '' : '有没有许可、还有效吗？'),
    rows: [
      { name: '编号', value: no },
      { name: '事项', value: matter ?? '' },
      { name: '地点', value: place ?? '' },
      { name: '答复单位', value: of },
    ],
    buttons: found ? [button('permit-answer', no, '已答复')] : choices,
  }
}
