import type { FLOW_COMMANDS } from '../../domain/flow/wording-commands.ts'
import { PAPER } from '../../domain/flow/paperOut.ts'
import { PERMIT } from '../../domain/flow/permit.ts'
import type { Slice } from '../slice.ts'
import { onPaper, onPaperTitle, onPaperTo } from './paper.ts'
import { onPaperRead, onPapers, onPaperWithdraw } from './papers.ts'
import { onPenalties } from './penalties.ts'
import { onPermit } from './permit.ts'
import { onPermitAnswer } from './permitAnswer.ts'
import { onPaperTimer, onPermitTimer } from './timers.ts'

/** 信息流转: papers, permits, penalties. */
export const flow: Slice<keyof typeof FLOW_COMMANDS> = {
  commands: {
    paper: onPaper,
    'paper-to': onPaperTo,
    'paper-title': onPaperTitle,
    'paper-read': onPaperRead,
    'paper-withdraw': onPaperWithdraw,
    papers: onPapers,
    permit: onPermit,
    'permit-answer': onPermitAnswer,
    penalties: onPenalties,
  },
  timers: { [PAPER]: onPaperTimer, [PERMIT]: onPermitTimer },
}
