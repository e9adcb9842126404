import { z } from 'zod'

/** A package says what it is; another way of writing it gets another name. */
export const FORMAT = 'shaozi-evidence-1'
export const MANIFEST = 'manifest.json'

const hash = z.string().regex(/^[0-9a-f]{64}$/u)
const seq = z.int().nonnegative()
const text = z.string().nullable()
/** Written as it was hashed: any other way to write the same instant would give another hash. */
const instant = z.string().refine((said) => !Number.isNaN(Date.parse(said)) && new Date(said).toISOString() === said)

const event = z.strictObject({
  seq,
  prevHash: hash,
  hash,
  taskId: z.string(),
  caseNo: z.string(),
  type: z.string(),
  by: z.string(),
  at: instant,
  data: z.record(z.string(), z.unknown()),
})

const file = z.strictObject({
  /** in the zip; null where it is not in it */
  name: text,
  state: z.enum(['here', 'erased', 'lost']),
  id: z.string(),
  sha256: hash,
  bytes: z.int().nonnegative(),
  mime: text,
  source: z.string(),
  at: instant,
  /** a userid of the staff, or `reporter` */
  by: z.string(),
  /** as people call him */
  sender: z.string(),
  /** where it says it was taken, `lat,lng` in WGS-84 */
  gps: text,
  /** the event by which it became part of the case */
  event: seq,
})

/** What a package says of itself. Strict: what is not written down here is not covered by any check. */
export const manifest = z.strictObject({
  format: z.literal(FORMAT),
  made: z.strictObject({
    at: instant,
    by: z.string(),
    mark: z.string(),
    reason: z.string(),
    program: z.string(),
  }),
  case: z.strictObject({
    caseNo: z.string(),
    town: z.string(),
    openedAt: instant,
    stage: z.string(),
    level: z.string(),
    item: text,
    place: text,
    text: z.string(),
    lead: text,
    assist: z.array(z.string()),
    holder: text,
    result: text,
  }),
  chain: z.strictObject({ head: z.strictObject({ seq, hash }), events: z.array(event).min(1) }),
  files: z.array(file),
  contents: z.strictObject({ name: z.string(), sha256: hash, bytes: z.int().nonnegative() }),
})

export type Manifest = z.infer<typeof manifest>
export type PackedEvent = z.infer<typeof event>
export type PackedFile = z.infer<typeof file>
