import type { FeedbackRefusal } from '../../domain/feedback/said.ts'
import { leadName, quoted, reply, type } from './common.ts'

import type { Asked } from './part.ts'

const no = (a: Asked): string => a.no || '0007'
const entryNo = (a: Asked, mark: string): string => (a.choices[0] ? quoted(a.choices[0], 40) : `QS-${mark}2026-0001`)

export const feedbackRefusals: Readonly<Record<FeedbackRefusal, (asked: Asked) => string>> = {
  'not-supervisor': () => '只有本镇的执法监督人员（司法所）可以这样操作。有问题请告诉他们。',
  'opinion-how': (a) =>
    `请写上编号和要整改的问题：${reply(a.say)}${type(a.say, `监督 ${no(a)} 没有按时到场，请说明并整改`)}。`,
  'opinion-no-unit': () => '这件还没有派给单位，没有整改的对象。派单以后再提监督意见。',
  'opinion-own': () => '这件由您所在的单位办理，按规定要回避，请另一位监督人员来提。',
  'opinion-known': (a) => `同样的意见已经提过，正在整改。看办到哪一步，请${reply(a.say)}${type(a.say, '监督清单')}。`,
  'opinion-none': (a) => `没有找到这份监督意见，请核对编号。全部意见请${reply(a.say)}${type(a.say, '监督清单')}。`,
  'opinion-answered': () =>
    '本单位已经有人答复了整改，正在等监督人员认可。要补充的，请等监督人员要求再改，或者直接联系他。',
  'opinion-accepted': () => '这份监督意见已经认可，不用再办。',
  'opinion-moved': () => '这是前一次的卡片，后来又要求再改过。请看最新的卡片。',
  'opinion-unanswered': (a) =>
    `单位还没有答复整改，请等答复。不用整改了的，请${reply(a.say)}${type(a.say, '认可 编号')}。`,
  'not-its-unit': () => '这份监督意见不是给您单位的，请由被监督的单位答复。',
  'exclude-how': (a) => `请写上编号和理由：${reply(a.say)}${type(a.say, `申请剔除 ${no(a)} 理由`)}。`,
  'exclude-who': () => '申请剔除要由承办单位的负责人提出，请告诉您的负责人。',
  'exclude-waits': () => '这件已经申请过了，正在等审核。',
  'exclude-already': () => '这件已经同意剔除，不用再申请。',
  'exclude-often': () => '这件申请过两次都没有同意，不能再申请。请按现有情况办理。',
  'exclude-none': (a) => `没有找到等您审核的剔除申请。全部申请请${reply(a.say)}${type(a.say, '剔除清单')}。`,
  'exclude-own': () => '这是您本人或您单位的申请，不能自己审核，请别的监督人员或镇指挥室决定。',
  'exclude-not-you': () => '剔除申请由执法监督人员审核；没有监督人员的，由镇指挥室审核。',
  'exclude-decided': () => '这件剔除申请已经决定了，不能再改。',
  'revisit-who': () => '回访由镇指挥室的派单员来打，请告诉他们。',
  'revisit-how': (a) =>
    `没有看懂回访结果，请${reply(a.say)}${type(a.say, `回访 ${entryNo(a, 'HF')} 解决 满意`)}；可以写：解决、没解决、满意、不满意、打不通，后面写说明。要在聊天里问，写“在线”。`,
  'revisit-own': ({ facts }) =>
    `这件由${facts ? leadName(facts) : '您的单位'}办理，办理单位的人不能回访，请别的派单员来打。`,
  'revisit-chat': () => '反映的人要求匿名或保密，不打电话，只在聊天里问。他答复了会自动记下。',
  'revisit-none': () => '没有找到这一件回访，请核对编号。',
  'revisit-over': () => '这一件回访已经有结果了，不用再记。',
  'mute-who': () => '静音由镇指挥室的派单员来定，名单也只给派单员和监督人员看。要静音的，请告诉他们。',
  'mute-how': (a) =>
    `请写上编号、几天（最多 30 天）和理由（至少 4 个字）：${reply(a.say)}${type(a.say, `静音 ${no(a)} 3天 反复辱骂`)}。`,
  'mute-several': () => '这件有好几个人反映，分不清是谁；或者反映的人已经不在了。请用他一个人反映的那件的编号。',
  'mute-complaint': () => '这件反映的是本镇的人员，不能静音。确实有问题的，请告诉监督人员。',
  'mute-none': () => '反映这件的人没有被静音，不用解除。',
  'list-who': () => '这张清单只给监督人员、镇指挥室和领导看。',
}
