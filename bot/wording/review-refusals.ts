import type { ReviewRefusal } from '../../domain/review/said.ts'
import { lines, quoted, reply, type } from './common.ts'
import { article } from './legal-names.ts'
import { when } from './names.ts'
import type { Asked } from './part.ts'

const typed = ({ no, say }: Asked, verb: string, rest = ''): string =>
  `${reply(say)}${type(say, `${verb} ${no || '0007'} ${rest}`.trim())}`
const choice = ({ choices }: Asked, at = 0): string => quoted(choices[at] ?? '', 40)
const names = ({ choices }: Asked): string =>
  choices
    .slice(0, 10)
    .map((each) => quoted(each, 40))
    .join('、')
const until = ({ choices }: Asked): string => when(choices[1] ?? '')

const OVER: Readonly<Record<string, string>> = {
  passed: '已经审核通过',
  rejected: '已经驳回',
  withdrawn: '送审已经撤回（案卷改过或已结束）',
  agreed: '已经同意',
  refused: '已经答复不同意',
}

export const reviewRefusals: Readonly<Record<ReviewRefusal, (asked: Asked) => string>> = {
  'review-who': () => '只有法制审核人员可以审核。办案人员改案卷、送审，请等审核结果。',
  'review-certificate': () =>
    `您没有登记有效的法律职业资格证，不能审核（${article(58)}）。请让管理员在人员名单里补上证号和有效期，或请其他审核人员接审。`,
  'review-conflict': () => '您是承办单位的人、办过这件、反映过这件或已经回避，不能审核。请由其他审核人员办。',
  'review-nobody': () =>
    `没有持证的审核人员，请管理员在人员名单里登记有法律职业资格证的审核人员（全县各镇的都可以），再送审。（${article(58)}）`,
  'review-simple': (a) => `简易程序当场处罚，不用法制审核。要审核请先${typed(a, '转普通程序')}。`,
  'review-early': (a) => `调查终结以后才能送审。请先${typed(a, '调查终结')}。`,
  'review-waits': (a) =>
    `已经送审，${choice(a) ? `在${choice(a)}手上` : '等着安排审核人员'}${until(a) ? `，${until(a)} 前审完` : ''}。请等结果；要改可以直接改案卷，改了会自动撤回，再重新送审。`,
  'review-done': (a) => `已经审核通过，案卷没有再改，不用再送审。可以${typed(a, '决定')}。`,
  'review-none': (a) => `没有找到等您审核的这一件。看有哪些请${reply(a.say)}${type(a.say, '审核清单')}。`,
  'review-which': (a) => lines('有好几件等着审核，请写清楚是哪一件。', names(a) && `可以写：${names(a)}。`),
  'review-over': (a) =>
    `这一次${OVER[a.choices[0] ?? ''] ?? '已经结束'}${choice(a, 1) ? `（${choice(a, 1)}）` : ''}，不能再改。改正后由办案人员重新送审。`,
  'review-not-yours': (a) =>
    `这件${choice(a) ? `在${choice(a)}手上` : '还没有定审核人员'}。您要审，请先${typed(a, '接审')}。`,
  'review-points': (a) =>
    lines(
      '请写明哪一点不行：主体、事实、证据、程序、法律适用、裁量、文书，再写怎么改。',
      `例如${typed(a, '驳回', '证据 程序 缺第二名执法人员签字')}。`,
    ),
  'review-to-whom': (a) =>
    names(a)
      ? lines('没有找到这位审核人员，或者他不能审这一件。', `可以转给：${names(a)}。`)
      : `没有别的持证审核人员可以转。您不能审的请${typed(a, '回避', '理由')}。`,
  'review-yours': (a) => `这件已经在您手上。请${typed(a, '通过')}，或${typed(a, '驳回', '要点 意见')}。`,
  'review-law': (a) => `没有写依据的法律。请${typed(a, '拟处罚', '依据《法律》第几条，罚款 500')}。`,
  'signoff-none': () => '这一项不在过渡期，没有指导单位，不用会签。',
  'signoff-simple': () => '简易程序当场处罚，不用会签。',
  'signoff-done': (a) => `${choice(a) || '指导单位'}已经会签，案卷没有再改，不用再会签。`,
  'signoff-waits': (a) => `已经请${choice(a) || '指导单位'}会签${until(a) ? `，${until(a)} 前答复` : ''}，请等答复。`,
  'signoff-outside': (a) =>
    lines(
      `指导单位${choice(a) ? `（${choice(a)}）` : ''}不在系统里，请电话或发文联系。`,
      `答复后${typed(a, '会签记录', '文号或姓名 意见')}，可以一起发照片。`,
    ),
  'signoff-inside': (a) => `${choice(a) || '指导单位'}在系统里，请直接${typed(a, '会签')}，由他们自己答复。`,
  'signoff-who': (a) => `会签由指导单位${choice(a) ? `（${choice(a)}）` : ''}的人答复，您不能代签。`,
  'signoff-over': (a) =>
    `这一次会签${OVER[a.choices[0] ?? ''] ?? '已经结束'}${choice(a, 1) ? `（${choice(a, 1)}）` : ''}，不能再改。需要时由办案人员重新请会签。`,
  'signoff-nothing': () => '没有等着会签的这一件。办案人员请会签后，会发卡片给您单位。',
  'signoff-which': (a) => lines('有好几件等着会签，请写清楚是哪一件。', names(a) && `可以写：${names(a)}。`),
}
