import type { TrainingRefusal } from '../../domain/training/said.ts'
import { quoted, reply, type } from './common.ts'
import type { Asked } from './part.ts'

const choices = (a: Asked): string => a.choices.map((each) => quoted(each, 30)).join('、')

export const trainingRefusals: Readonly<Record<TrainingRefusal, (asked: Asked) => string>> = {
  'quiz-none': (a) => `没有找到您的这道题。今天的题请${reply(a.say)}${type(a.say, '每日一题')}。`,
  'quiz-how': (a) => `请写选哪一个，例如${reply(a.say)}${type(a.say, '答题 B')}。`,
  'quiz-not-learner': () => '每日一题只出给执法人员和站所负责人。',
  'study-alone': () => '这个不在群里说，请单独发给我。',
  'study-who': (a) =>
    `学习情况给镇指挥室、领导、监督人员和站所负责人看。您自己的请${reply(a.say)}${type(a.say, '我的学习')}。`,
  'knowledge-how': (a) =>
    `查知识请${reply(a.say)}${type(a.say, '知识 占道经营')}；存一条请写编号：${type(a.say, '存知识 0007')}；自己写：${type(a.say, '知识 问题？答案')}。`,
  'knowledge-who': (a) =>
    `直接写知识由指挥室、管理员和站所负责人来写。您可以把许可答复或裁定存下来：${reply(a.say)}${type(a.say, '存知识 0007')}。`,
  'knowledge-none': (a) =>
    `没有找到可以存、可以改的知识，请核对编号。许可答复和裁定过的工单可以存，例如${type(a.say, '存知识 0007')}。`,
  'knowledge-which': (a) => `这个编号有几样，请写全：${choices(a)}。`,
  'knowledge-no-ruling': () => '这件工单没有指挥室的裁定，不能存成知识。裁定过的工单、答复过的许可查询可以存。',
  'knowledge-unanswered': () => '这次许可查询还没有答复，答复以后再存。',
  'knowledge-private': () => '这件要求匿名、保密，或者反映了工作人员，不能存成知识。',
  'knowledge-kept': (a) => `已经存过了，或者正在审核。查请${reply(a.say)}${type(a.say, '知识 关键词')}。`,
  'knowledge-decided': () => '这一条已经有结果了，不能再改。要改请重新存一条。',
  'knowledge-not-yours': () => '这一条由提出的人自己确认、修改。',
  'knowledge-decider': () => '审核和删除知识由镇指挥室派单员、管理员来做。',
  'class-how': (a) => `请写培训的主题，例如${type(a.say, '培训签到 露天焚烧怎么查')}。`,
  'class-who': () => '培训签到由指挥室、管理员或站所负责人发起，请告诉他们。',
  'class-none': (a) =>
    a.choices.length > 0
      ? `今天有几场，请写编号：${choices(a)}。`
      : `没有找到这场培训，请核对编号。发起请${reply(a.say)}${type(a.say, '培训签到 主题')}。`,
  'class-over': () => '这场培训的签到已经结束。补签请找组织培训的人。',
  'class-not-asked': () => '这场培训没有通知您的单位，不用签到。',
}
