import type { EvidenceRefusal } from '../../../domain/evidence/said.ts'
import { lines, reply, type } from '../common.ts'
import { secondText } from './record.ts'
import { leadOf } from '../../../domain/evidence/wording-record.ts'

import type { Asked } from '../part.ts'

const numberOf = ({ no }: Asked): string => no || '0007'
const typed = (asked: Asked, words: string): string => `${reply(asked.say)}${type(asked.say, words)}`

const again = (asked: Asked): string => `补齐后再发一次${type(asked.say, `办结 ${numberOf(asked)} 结果`)}。`
const NEEDS = '这一项办结要有办前、办后照片，还没有办结。'

const lacks =
  (what: string, how: (asked: Asked) => string) =>
  (asked: Asked): string =>
    lines(`${NEEDS}${what}`, `${how(asked)}${again(asked)}`)

/** Why it was not done, and what to do instead. */
export const evidenceRefusals: Readonly<Record<EvidenceRefusal, (asked: Asked) => string>> = {
  'proof-both': lacks(
    '办前和办后照片都没有。',
    (a) => `请先${typed(a, `办前 ${numberOf(a)}`)}，再发办前的照片；办后的照片和办结一起发。`,
  ),
  'proof-before': lacks(
    '缺办前照片。',
    (a) => `请${typed(a, `办前 ${numberOf(a)}`)}，再发办前的照片；已经发过的，${typed(a, `办前 ${numberOf(a)} 改`)}。`,
  ),
  'proof-after': lacks(
    '缺办后照片。',
    (a) => `请把办后的照片和办结一起发，或者先${typed(a, `办后 ${numberOf(a)}`)}，再发照片。`,
  ),
  'proof-same': lacks('办前、办后是同一张照片。', (a) => `请${typed(a, `办后 ${numberOf(a)}`)}，再发现在拍的照片。`),
  'proof-coming': lacks('照片还在接收。', () => '请过一会儿，'),
  'record-alone': () => '笔录里有当事人的信息，不在群里写，请单独发给我。',
  'record-unit': () => '笔录由主办或协办单位的执法人员写和看，这一份不是您的。',
  'record-licence': () => '您今天没有有效的执法证，不能写或确认笔录。请有证的同事来；证已经办好的，请管理员登记。',
  'record-second': (a) =>
    lines(
      '没有对上同行的执法人员：要是主办或协办单位、今天执法证有效的另一个人。',
      secondText(a.choices),
      a.choices.length > 0 && `请${typed(a, `笔录 ${numberOf(a)} ${leadOf('second')}姓名`)}。`,
    ),
  'record-second-only': () => '这份笔录要由写明的同行执法人员本人确认，写的人自己不能确认。换人请写的人改“同行”。',
  'record-stale': (a) => `笔录后来改过了，请看最新的再确认：${typed(a, `确认笔录 ${numberOf(a)}`)}。`,
  'record-frozen': (a) => `这份笔录已经确认，不能再改。要补充请${typed(a, `补充笔录 ${numberOf(a)}`)}。`,
  'record-none': (a) => `这件还没有可以用的笔录。写一份请${typed(a, `笔录 ${numberOf(a)}`)}。`,
  'record-long': () => '太长了：每一项最多 1000 字，照片最多 30 张。请分开写，多的用“补充笔录”。',
  'record-unconfirmed': () => '这份笔录还没有写完，写完会自动请同行人员确认。',
  'export-who': () => '只有主办单位、指挥室、领导、监督和法制审核人员可以导出证据。请联系主办单位。',
  'export-large': (a) =>
    `这件的证据超过 20 兆，聊天里发不了。请管理员在服务器上运行 npm run shaozi -- evidence ${a.no || '工单编号'}，再交给您。`,
  'export-off': (a) => `这里现在不能打包。请管理员在服务器上运行 npm run shaozi -- evidence ${a.no || '工单编号'}。`,
}
