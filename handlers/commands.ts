import type { Verb } from '../domain/command/parse.ts'
import type { OnCommand } from './slice.ts'
import { refusal } from './acts.ts'
import { partCommands } from './slices.ts'
import { onDetail, onHelp, onMindmap, onOnDuty, onWhoHandles } from './lookup.ts'
import { onToday } from './digest/today.ts'
import { onMyTasks } from './work/mine.ts'
import { onAdmissions, onAdmit, onApprove, onRefuse } from './admission.ts'
import { onErase, onEraseSure, onMyData } from './mydata.ts'
import { onAskReporter } from './askReporter.ts'
import { onReveal, onRevealAgree } from './reveal.ts'
import { onAnonymous, onConfidential } from './shield.ts'
import { onAliasApprove, onAliases, onAliasRefuse, onPlace } from './alias.ts'
import { onClassifier } from './classifier.ts'
import { onMerge, onSplit } from './merge.ts'
import { onToldOtherwise } from './toldOtherwise.ts'
import { onApart, onUnlearn } from './taught.ts'
import { onTransfer, onWhistle } from './partner.ts'
import { onArrive, onAssign, onFeedback, onFinish, onReturn, onSign, onUrge } from './staff.ts'
import {
  onDissatisfied,
  onNudge,
  onProgress,
  onSatisfied,
  onSolved,
  onSupplement,
  onUnsolved,
  onWithdraw,
} from './villager.ts'

/** Every word of command leads to one handler, whether typed, tapped on a card or said to a quoted card. */
export const commands: Readonly<Record<Verb, OnCommand>> = {
  ...partCommands,
  sign: onSign,
  arrive: onArrive,
  feedback: onFeedback,
  finish: onFinish,
  return: onReturn,
  assign: onAssign,
  rule: onAssign,
  urge: onUrge,
  whistle: onWhistle,
  transfer: onTransfer,
  merge: onMerge,
  split: onSplit,
  apart: onApart,
  unlearn: onUnlearn,
  'told-otherwise': onToldOtherwise,
  admit: onAdmit,
  'admit-approve': onApprove,
  'admit-refuse': onRefuse,
  admissions: onAdmissions,
  detail: onDetail,
  'my-tasks': onMyTasks,
  'on-duty': onOnDuty,
  'who-handles': onWhoHandles,
  help: onHelp,
  today: onToday,
  progress: onProgress,
  supplement: onSupplement,
  nudge: onNudge,
  withdraw: onWithdraw,
  satisfied: onSatisfied,
  dissatisfied: onDissatisfied,
  solved: onSolved,
  unsolved: onUnsolved,
  anonymous: onAnonymous,
  confidential: onConfidential,
  'my-data': onMyData,
  erase: onErase,
  'erase-sure': onEraseSure,
  mindmap: onMindmap,
  classifier: onClassifier,
  place: onPlace,
  aliases: onAliases,
  'alias-approve': onAliasApprove,
  'alias-refuse': onAliasRefuse,
  'ask-reporter': onAskReporter,
  reveal: onReveal,
  'reveal-agree': onRevealAgree,
  // what is meant by them is found out in understand.ts
  agree: async () => refusal('agree-none', null),
  disagree: async () => refusal('agree-none', null),
}
