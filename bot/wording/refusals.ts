import type { RefusalReason } from '../../domain/refusal.ts'
import { insteadOf } from './power.ts'
import { printed } from './admission.ts'
import { inHands, leadName, lines, quoted, reply, type } from './common.ts'
import { shortNo, STAGE_NAMES, typedNo } from './names.ts'
import type { Asked } from './part.ts'
import { partRefusals } from './parts.ts'
import type { Body, Say } from './words.ts'

const listed = ({ choices }: Asked): string =>
  choices
    .slice(0, 10)
    .map((c) => quoted(c, 40))
    .join('、')
const example = ({ choices }: Asked): string => (choices[0] ? quoted(choices[0], 40) : '0007')

/** The first of the choices is the name that could not be told, the others are those that can be written. */
function whom({ no, choices: [said = '', ...meant], say }: Asked, verb: string, what: string): string {
  const unknown = said ? `对不上“${quoted(said, 30)}”是哪个单位` : '没有写清楚是哪个单位'
  const example = `${verb} ${no || '0007'} ${meant[0] ? quoted(meant[0], 30) : '单位名'} ${what}`
  return lines(
    `${unknown}，还没有通知任何人。`,
    `编号后面先写单位，再写事情：${reply(say)}${type(say, example)}。`,
    meant.length > 0 &&
      `可以写：${meant
        .slice(0, 10)
        .map((name) => quoted(name, 40))
        .join('、')}。镇外的写全称，例如 县公安局。`,
  )
}

/** Why something was not done, and what to do instead. */
const REASONS: Readonly<Record<RefusalReason, (asked: Asked) => string>> = {
  ...partRefusals,
  // the same for a case that does not exist and for one that is none of the speaker's business
  'unknown-case': () => '没有找到这个编号，请核对一下。',
  'ask-alone': () => '这件不方便在群里说，请单独发给我问。',
  'ambiguous-case': (a) => `这个短编号对应好几件，请用完整编号：${listed(a)}。`,
  'not-yours': ({ facts }) => (facts ? `这件由${leadName(facts)}办理，您不能操作。` : '这件不是您办理的，您不能操作。'),
  'not-staff': () => '这个操作只有镇里的工作人员能用。要反映问题，直接把情况发给我就行。',
  'not-command': () => '只有镇指挥室和领导可以这样操作。',
  'not-reporter': () => '只有反映这件事的人可以这样操作。',
  'already-signed': ({ facts }) =>
    facts ? `已由${inHands(facts)}签收，现在${STAGE_NAMES[facts.stage]}。` : '已经有人签收了。',
  'already-yours': ({ facts }) =>
    facts ? `您已经签收了，现在${STAGE_NAMES[facts.stage]}，不用再签。` : '您已经签收了。',
  'sign-first': ({ no, say }) => `请先签收：${reply(say)}${type(say, `签收 ${no || '0007'}`)}。`,
  'already-finished': () => '这件已经办结，正在等反映人确认。',
  'already-closed': () => '这件已经结案。',
  withdrawn: () => '反映人已经撤回，不用再办。',
  'being-ruled': () => '这件退回了，镇指挥室正在裁定，请等裁定结果。',
  'not-dispatched': () => '这件还没有派给单位，镇指挥室正在确定。',
  'return-limit': () => '这件已经退回过，不能再退。请先办理，有困难请联系镇指挥室。',
  'needs-case': (a) =>
    lines(`有好几件，请在后面写上编号，例如“${example(a)}”。`, a.choices.length > 0 && `可能是：${listed(a)}。`),
  'agree-none': ({ say }) =>
    `现在没有等您同意的申请。卡片上有按钮的请点按钮；也可以写全，例如${type(say, '同意延期 0001')}、${type(say, '同意协助 0001')}。`,
  'agree-which': (a) =>
    `有好几个等您答复，请点卡片上的按钮，或者写上完整编号，例如${type(a.say, `同意 ${quoted(a.choices[0] ?? '', 40)}`)}。可能是：${listed(a)}。`,
  'unknown-station': (a) => lines('没有找到这个站所。', a.choices.length > 0 && `可以写：${listed(a)}。`),
  'empty-unit': (a) =>
    lines('这个单位现在没有人，派过去没人接。', a.choices.length > 0 && `请改派有人的单位：${listed(a)}。`),
  'whistle-how': (a) =>
    lines(
      `请写上要请的单位和要他们做什么：${reply(a.say)}${type(a.say, `吹哨 ${a.no || '0007'} ${a.choices[0] ? quoted(a.choices[0], 30) : '站所名'} 要配合的事`)}。`,
      a.choices.length > 0 && `可以写：${listed(a)}。`,
    ),
  'transfer-how': (a) =>
    lines(
      `只能移送清单里这一项写的单位，或者镇外有权的部门：${reply(a.say)}${type(a.say, `移送 ${a.no || '0007'} ${a.choices[0] ? quoted(a.choices[0], 30) : '单位名'} 说明`)}。不归本单位管，用“退回”。`,
      a.choices.length > 0 && `可以写：${listed(a)}。`,
    ),
  'whistle-whom': (a) => whom(a, '吹哨', '要配合的事'),
  'transfer-whom': (a) => whom(a, '移送', '说明'),
  'nudged-too-soon': () => '刚刚催过，请过一小时再催。有进展会马上告诉您。',
  'nudge-limit': () => '催办次数用完了。有进展会马上告诉您。',
  'too-late': () => '已经过了可以重新办理的期限。如果问题还在，请重新发给我，会按新的一件办理。',
  'nothing-open': () => '您现在没有正在办理的事。有事直接发给我就行。',
  'nothing-to-do': ({ say }) => `没有等您这样办的工单。手上有哪些，请${reply(say)}${type(say, '我的任务')}。`,
  'not-finished': () => '这件还没有办完，办完会请您评价。',
  'same-unit': ({ facts }) => (facts ? `这件本来就由${leadName(facts)}主办。` : '这件本来就由这个单位主办。'),
  'unknown-card': ({ say }) => `这张卡片已经失效，请用编号操作，或${reply(say)}“帮助”。`,
  'unknown-version': (a) => lines('没有这个版本。', a.choices.length > 0 && `可以写：${listed(a)}。`),
  'place-how': ({ no, say }) =>
    `没有认出是哪个村，请写村名：${reply(say)}${type(say, `地点 ${no || '0007'} 王家村`)}。`,
  'unknown-alias': ({ say }) => `没有这个等批准的叫法，看清单请${reply(say)}${type(say, '别名')}。`,
  'beyond-power': ({ facts, say }) => insteadOf(facts, say),
  'relay-how': ({ no, say }) =>
    `请写上编号和要问的话：${reply(say)}${type(say, `问群众 ${no || '0007'} 摊子一般几点出来？`)}。`,
  'nobody-left': () => '反映这件事的群众已经删除了自己的信息，问不到了。请按现有情况办，或者到现场了解。',
  'asks-who': ({ no, say }) =>
    `群众要求匿名或保密，不能问姓名、电话、证件和住处。请只问事情本身，例如：${reply(say)}${type(say, `问群众 ${no || '0007'} 一般几点出来、在路的哪一边？`)}。`,
  'reveal-how': ({ no, say }) =>
    `请写上编号和办案的理由（至少 4 个字，说清为什么要看）：${reply(say)}${type(say, `查看反映人 ${no || '0007'} 理由`)}。`,
  'reveal-private': () => '这个只能在和哨子单聊时使用，不能在群里用。',
  'reveal-none': () => '没有等您同意的查看请求，或者已经过了 30 分钟。',
  'reveal-not-asked': () => '同意查看要由收到请求的监督人员、管理员来定，请他们回复。',
  'reveal-nobody': () =>
    '反映人要求匿名或保密，要第二个人同意才能看；名册里没有别的监督人员、管理员可以请。请管理员先在 town.yaml 里加上监督人员。',
  'reveal-self': () => '要由另外一个人同意，不能自己同意自己。',
  'reveal-waits': (a) =>
    `${listed(a)}已经请求查看这一件，正在等另一个人同意。请等他的有了结果，或者 30 分钟以后再请求。`,
  'ask-admin': () => '您是工作人员，您的信息在镇里的人员名单里，要改要删请联系管理员。',
  conflict: () => '这件反映的是您本人或您所在的单位，按规定要回避，由别的单位办理。',
  'conflict-unit': () => '这件反映的就是这个单位的人，按规定要回避，请定别的单位。',
  'conflict-merge': () => '其中一件反映的是另一件的承办单位，按规定要回避，不能合并。',
  'conflict-reporter': () => '其中一件反映的人，正是另一件的反映人，按规定要回避，不能合并。',
  'merge-sure': ({ no, choices: [other = '0008'], say }) =>
    `两件的地点和事项都不一样，请核对。确实是同一件的，请${reply(say)}${type(say, `合并 ${no || '0007'} ${shortNo(other)} 确认`)}。`,
  'already-asked': ({ no, choices: [unit = ''], say }) =>
    `已经请过${quoted(unit, 30)}了，不用再请。要他们做别的事，请写明：${reply(say)}${type(say, `吹哨 ${no || '0007'} ${quoted(unit, 30)} 要配合的事`)}。`,
  merged: ({ facts }) => `这件已经并入 ${facts?.mergedInto ?? '别的工单'}，请到那一件上操作。`,
  'same-case': () => '这是同一件。请写两个不同的编号。',
  'other-town': () => '两件不是同一个乡镇的，不能合并。',
  'not-merged': () => '这两件没有并在一起，不用拆。',
  'merge-how': ({ no, say }) =>
    `请写上要并进来的那一件的编号：${reply(say)}${type(say, `合并 ${no || '0007'} 0008`)}。`,
  'split-how': (a) =>
    lines(
      `请写上被并的编号，或者那条反映里的几个字：${reply(a.say)}${type(a.say, `拆分 ${a.no || '0007'} 0008`)}。`,
      a.choices.length > 0 ? `并进来的有：${listed(a)}。` : '这一件里没有并进来的反映。',
    ),
  'apart-how': ({ no, say }) => `请写上另一件的编号：${reply(say)}${type(say, `不是一件 ${no || '0007'} 0008`)}。`,
  'unlearn-none': ({ no }) => `${no || '这件'}上没有改过什么，没有要忘的。改过的在工作台“派单台”的“学到的”里看。`,
  'split-first': ({ no, choices: [outer = '0007', inner = '0008'], say }) =>
    `${no || '这件'} 并在 ${shortNo(inner)} 里，${shortNo(inner)} 又并在 ${shortNo(outer)} 里。请先${reply(say)}${type(say, `拆分 ${shortNo(outer)} ${shortNo(inner)}`)}。`,
  'admit-how': ({ say }) => `请写上交办的部门和事项：${reply(say)}${type(say, '准入 市水利局 每天报送河道照片')}。`,
  'admit-who': () => '您没有权限登记上级交办的事，请站所负责人或镇指挥室来发。',
  'mindmap-how': ({ say }) => `请写上要画的事项：${reply(say)}${type(say, '导图 占道经营')}。`,
  'approve-how': ({ choices, say }) =>
    `请写上批文号（至少 4 个字，要有数字）：${reply(say)}${type(say, `批准准入 ${shortNo(choices[0] ?? '0001')} 青政办〔2026〕12号`)}。没有批文号不能批准。`,
  'approve-own': ({ choices }) =>
    `${choices[0] ? printed(choices[0]) : '这件'}是您登记的，不能自己批准。请另一位指挥室人员、监督人员或镇领导批准。`,
  'refuse-how': ({ choices, say }) =>
    `请写上理由：${reply(say)}${type(say, `不予准入 ${shortNo(choices[0] ?? '0001')} 理由`)}。`,
  'unknown-admission': ({ say }) =>
    `没有找到这个准入编号，请核对一下。全部记录请${reply(say)}${type(say, '准入清单')}。`,
  'admission-decided': ({ choices }) => `${choices[0] ? printed(choices[0]) : '这件'}已经审批过了，不能再改。`,
  'no-permission': () => '您没有权限这样操作。',
}

export function refusal({ reason, caseNo, facts, choices }: Body<'refused'>, say: Say): string {
  const no = facts?.caseNo ?? (caseNo === null ? '' : quoted(caseNo, 40))
  const text = REASONS[reason]({ no: facts ? typedNo(facts) : shortNo(no), facts, choices, say })
  return no && reason !== 'unknown-case' ? `**【没有办成】${no}**\n${text}` : text
}
