import type { REVIEW_COMMANDS } from '../../domain/review/wording-commands.ts'
import { SIGNOFF_TIMER } from '../../domain/review/signoffTell.ts'
import { REVIEW_TIMER } from '../../domain/review/tell.ts'
import type { Slice } from '../slice.ts'
import { onAside, onHand, onPass, onReject, onShow, onTake } from './decide.ts'
import { onList } from './list.ts'
import { onAgree, onAsk, onDisagree, onRecord } from './signoff.ts'
import { onSubmit } from './submit.ts'
import { onReviewTimer, onSignoffTimer } from './timers.ts'

export const review: Slice<keyof typeof REVIEW_COMMANDS> = {
  commands: {
    'review-submit': onSubmit,
    'review-pass': onPass,
    'review-reject': onReject,
    'review-hand': onHand,
    'review-aside': onAside,
    'review-take': onTake,
    'review-list': onList,
    'review-show': onShow,
    'signoff-ask': onAsk,
    'signoff-agree': onAgree,
    'signoff-refuse': onDisagree,
    'signoff-record': onRecord,
  },
  timers: { [REVIEW_TIMER]: onReviewTimer, [SIGNOFF_TIMER]: onSignoffTimer },
}
