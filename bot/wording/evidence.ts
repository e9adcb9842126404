import type { EvidenceRefusal, EvidenceSaid } from '../../domain/evidence/said.ts'
import { picturesCard, recordCard } from '../render/evidence.ts'
import type { HelpLine, Part } from './part.ts'
import { evidenceRefusals } from './evidence/refusals.ts'
import { listText, sentText, whyText } from './evidence/list.ts'
import { markedText, picturesText, wantedText } from './evidence/pictures.ts'
import { confirmText, returnedText, shownText, waitsText, whyReturned } from './evidence/record.ts'

const LOOK: readonly HelpLine[] = [
  ['证据 0007', '列出照片、录音、视频和笔录'],
  ['取证 0007 理由', '把证据打成一个压缩包，单独发给您'],
  ['笔录 0007', '看笔录写到哪一步'],
]

const OFFICER: readonly HelpLine[] = [
  ['办前 0007', '和办前照片一起发'],
  ['办后 0007', '和办后照片一起发'],
  ['办后 0007 改', '刚才的照片记错了，改成办后'],
  ['笔录 0007', '写现场检查笔录，一项一项问您'],
  ['确认笔录 0007', '同去的执法人员核对、确认'],
  ['退回笔录 0007 哪里不对', '请对方改'],
  ['补充笔录 0007', '确认以后要补充的，另写一份'],
  ...LOOK.slice(0, 2),
]

export const evidence: Part<EvidenceSaid['kind'], EvidenceRefusal> = {
  words: {
    'pictures-card': picturesText,
    'pictures-marked': markedText,
    'pictures-wanted': wantedText,
    'record-shown': shownText,
    'record-card': confirmText,
    'record-returned': returnedText,
    'record-why': whyReturned,
    'record-waits': waitsText,
    'evidence-list': listText,
    'evidence-why': whyText,
    'evidence-sent': sentText,
  },
  cards: { 'pictures-card': picturesCard, 'record-card': recordCard },
  refusals: evidenceRefusals,
  help: { officer: OFFICER, dispatcher: LOOK, leader: LOOK, supervisor: LOOK, reviewer: LOOK },
}
