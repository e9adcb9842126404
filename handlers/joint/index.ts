import type { JOINT_COMMANDS } from '../../domain/joint/wording-commands.ts'
import { whistling } from '../partner.ts'
import type { Slice } from '../slice.ts'
import { onCannot, onCheckIn, onSeen } from './checkIn.ts'
import { onChild, onDone, onDrop, onTake } from './child.ts'
import { onEnd, onRollCall, onScore } from './end.ts'
import { onAgree, onRefuseHelp, onRequest, onRequestPolice } from './request.ts'
import { timers } from './timers.ts'

/** 吹哨报到, requests for help, and parts of a case that other units do. */
export const joint: Slice<keyof typeof JOINT_COMMANDS> = {
  commands: {
    'whistle-emergency': whistling('emergency'),
    'whistle-daily': whistling('daily'),
    'whistle-hard': whistling('hard'),
    'roll-call': onRollCall,
    'whistle-seen': onSeen,
    'check-in': onCheckIn,
    'cannot-come': onCannot,
    'whistle-end': onEnd,
    'whistle-score': onScore,
    request: onRequest,
    'request-police': onRequestPolice,
    'request-agree': onAgree,
    'request-refuse': onRefuseHelp,
    child: onChild,
    'child-take': onTake,
    'child-done': onDone,
    'child-drop': onDrop,
  },
  timers,
}
