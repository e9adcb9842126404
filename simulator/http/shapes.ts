import { z } from 'zod'

const file = z.strictObject({ name: z.string().min(1).max(255), base64: z.base64() })
const count = z.int().min(0).max(1_000_000)
const ms = z.int().min(0).max(86_400_000)
const counted = z.strictObject({ count, cmd: z.string().optional() })

/** What the page may post, by route. */
export const SHAPES = {
  say: z.strictObject({
    userid: z.string(),
    chatid: z.string().optional(),
    text: z.string(),
    quote: z.string().optional(),
    files: z.array(file).max(20).optional(),
    voice: z.boolean().optional(),
  }),
  click: z.strictObject({
    userid: z.string(),
    bubbleId: z.string(),
    key: z.string(),
    selected: z.record(z.string(), z.array(z.string())).optional(),
    stale: z.boolean().optional(),
  }),
  enter: z.strictObject({ userid: z.string() }),
  /** a year is the longest move */
  clock: z.strictObject({
    advanceMs: z
      .int()
      .min(0)
      .max(366 * 86_400_000),
  }),
  reset: z.strictObject({}),
  fault: z.strictObject({
    outage: z.union([z.boolean(), ms]).optional(),
    kick: z.enum(['close', 'leave-open']).optional(),
    close: z.literal(true).optional(),
    terminate: z.literal(true).optional(),
    halfOpen: z.literal(true).optional(),
    duplicate: z.int().min(1).max(100).optional(),
    redeliver: z.string().optional(),
    hold: z.literal(true).optional(),
    release: z.enum(['in-order', 'reversed']).optional(),
    loseFrames: counted.optional(),
    loseAcks: counted.optional(),
    delayAcks: ms.optional(),
    reject: counted.extend({ code: z.int() }).optional(),
    media: z.enum(['none', 'late', 'missing', 'forbidden', 'slow', 'garbage', 'cut']).optional(),
    silentDrop: z.boolean().optional(),
    leaveKickedOpen: z.boolean().optional(),
    botInGroup: z.strictObject({ chatid: z.string(), isIn: z.boolean() }).optional(),
    clear: z.literal(true).optional(),
  }),
} as const

export type Post<R extends keyof typeof SHAPES> = z.infer<(typeof SHAPES)[R]>
