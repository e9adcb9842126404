import type { DutyMode } from '../town.ts'

/** Whose step it is: a column of the duty list, the command room, or the units that help. */
export type Whose = 'lead' | 'assist' | 'approve' | 'supervise' | 'punish' | 'command' | 'review'

type Steps = readonly (readonly [step: string, whose: Whose])[]

/** The steps of an item by its mode, in order; a step whose unit the list does not name falls to the lead. */
export const STEPS: Readonly<Record<DutyMode, Steps>> = {
  own: [
    ['受理派单', 'command'],
    ['现场核查', 'lead'],
    ['协同配合', 'assist'],
    ['立案审批', 'approve'],
    ['法制审核', 'review'],
    ['处罚决定', 'punish'],
    ['整改复查', 'supervise'],
  ],
  joint: [
    ['受理派单', 'command'],
    ['先行核查', 'lead'],
    ['吹哨联合', 'assist'],
    ['审批', 'approve'],
    ['处罚决定', 'punish'],
    ['日常监管', 'supervise'],
  ],
  transfer: [
    ['受理派单', 'command'],
    ['核查取证', 'lead'],
    ['移送处理', 'punish'],
    ['跟踪反馈', 'lead'],
  ],
  refer: [
    ['受理', 'command'],
    ['告知对口部门', 'lead'],
  ],
}
/** What would be handed over to the unit that has it already. */
export const KEPT: Steps = [
  ['受理派单', 'command'],
  ['核查处理', 'lead'],
  ['反馈结果', 'lead'],
]
/** Who decides a penalty where the list names nobody. */
export const SOMEBODY = '有权的部门'
export const COMMAND_ROOM = '镇指挥室'
export const REVIEWERS = '法制审核人员'
