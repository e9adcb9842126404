import type { DIGEST_COMMANDS } from '../../domain/digest/wording-commands.ts'
import type { Slice } from '../slice.ts'
import { onDigest, onHints, onMonthReport, onOverdues, onRanking, onWeekReport } from './asked.ts'
import { DIGEST, editions, onEdition } from './cards.ts'
import { onLess, onMore, onMyAlerts, onOnly } from './listen.ts'

/** 简报: what carries the picture to those who look for none. */
export const digest: Slice<keyof typeof DIGEST_COMMANDS> = {
  commands: {
    digest: onDigest,
    overdues: onOverdues,
    hints: onHints,
    ranking: onRanking,
    'week-report': onWeekReport,
    'month-report': onMonthReport,
    'hear-less': onLess,
    'hear-more': onMore,
    'hear-only': onOnly,
    'my-alerts': onMyAlerts,
  },
  timers: { [DIGEST]: onEdition },
  daily: [editions],
}
