import type { AdmissionFacts } from '../../domain/facts.ts'
import { about, dueLine, head, leadName, lines, list, quoted, reply, said, type } from './common.ts'
import { shortNo, when } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

type Kinds = 'admission' | 'admission-listed' | 'admissions'

/** 职责准入: tasks that departments push down. */
export const admissionWords: WordsOf<Kinds> = {
  admission: ({ said: what, admission, note }, say) =>
    lines(
      `**【${HEADS[what]}】${printed(admission.no)}**`,
      `${quoted(admission.department, 40)}交办：${said(admission.text, 300) ?? ''}`,
      NEXT[what](admission, note, say),
    ),
  'admission-listed': ({ facts, department }) =>
    lines(
      head('在清单内，已立件', facts),
      `${quoted(department, 40)}交办的事在权责清单里，按正常工单办理。`,
      about(facts),
      facts.lead && `主办：${leadName(facts)}`,
      dueLine(facts, 'finish'),
    ),
  admissions: ({ items }) =>
    items.length === 0 ? '还没有准入记录。' : lines(`**职责准入（${items.length} 件）**`, list(items, line)),
}

/** QS-ZR2026-0001 → QS准入〔2026〕第0001号 */
export function printed(no: string): string {
  const found = /^([A-Z]{2,4})-ZR(\d{4})-(\d+)$/.exec(no)
  return found ? `${found[1]}准入〔${found[2]}〕第${found[3]}号` : quoted(no, 40)
}

const HEADS: Readonly<Record<Body<'admission'>['said'], string>> = {
  held: '不在清单，已转准入',
  known: '这件事登记过了',
  asked: '请审批准入',
  reminder: '准入还没有审批',
  approved: '准入已批准',
  refused: '不予准入',
}

type Next = (admission: AdmissionFacts, note: string | null, say: Say) => string

const howToDecide: Next = ({ no }, _note, say) =>
  `请${reply(say)}${type(say, `批准准入 ${shortNo(no)} 批文号`)}，或者${type(say, `不予准入 ${shortNo(no)} 理由`)}。没有批文号不能批准。`

const NEXT: Readonly<Record<Body<'admission'>['said'], Next>> = {
  held: () => '这件事不在本镇权责清单里，已暂缓办理、登记留痕，报监督人员审批。批准以前不用办。',
  known: ({ at, status, approval, caseNo }) =>
    status === 'approved'
      ? `${when(at)}登记，已批准，批文号：${quoted(approval ?? '', 60)}。${caseNo ? `已立件 ${caseNo}，不用重复登记。` : ''}`
      : `${when(at)}登记，还在等审批，不用重复登记。批准以前不用办。`,
  asked: (admission, note, say) =>
    lines(
      `登记：${quoted(admission.by, 20)}，${when(admission.at)}。这件事不在权责清单里，已暂缓办理。`,
      howToDecide(admission, note, say),
    ),
  reminder: (admission, note, say) =>
    lines(
      `${when(admission.at)}登记，到现在没有审批${note && note !== '1' ? `（第 ${note} 次提醒）` : ''}。`,
      howToDecide(admission, note, say),
    ),
  approved: ({ approval, caseNo }) => `批文号：${quoted(approval ?? '', 60)}。${caseNo ? `已立件 ${caseNo}。` : ''}`,
  refused: (_admission, note) => lines(said(note, 300) && `理由：${said(note, 300)}`, '这件事不办，已登记留痕。'),
}

const STATUS: Readonly<Record<AdmissionFacts['status'], string>> = {
  held: '待审批',
  approved: '已批准',
  refused: '不予准入',
}

function line({ no, department, text, status, approval, caseNo }: AdmissionFacts, n: number): string {
  const more = [approval && `批文 ${quoted(approval, 40)}`, caseNo].filter((part) => part).join('，')
  return `${n}. **${printed(no)}** ${STATUS[status]}：${quoted(department, 30)}，${quoted(text, 40)}${more ? `（${more}）` : ''}`
}
