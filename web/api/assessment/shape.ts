import { z } from 'zod'
import { MEASURE_KEYS } from '../../../domain/assess/measures.ts'
import { REPORT_FORMATS } from '../../../domain/assess/assessed.ts'

const text = z.string()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)
const month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/u)

const cell = z.object({ top: z.number(), of: z.number(), against: z.array(text) })
const scored = z.object({
  id: text,
  name: text,
  /** what sort of unit: a place is one among units of one sort; '' = no unit */
  kind: text,
  /** empty = only his place among the others is shown */
  cells: z.array(cell),
  score: z.number().nullable(),
  rank: z.number().nullable(),
  among: z.number(),
})

const state = z.enum(['running', 'over', 'shown', 'frozen'])

const indicator = z.object({
  code: text,
  name: text,
  measure: z.enum(MEASURE_KEYS as [string, ...string[]]),
  duty: z.enum(['find', 'fix']),
  better: z.enum(['high', 'low']),
  formula: text,
  weight: z.number(),
  source: text,
  legal: text,
})

const appeal = z.object({
  no: text,
  unit: text,
  indicator: text,
  caseNo: text.nullable(),
  reason: text,
  state: z.enum(['asked', 'agreed', 'refused', 'lapsed']),
  why: text.nullable(),
  /** may the viewer decide on it? */
  mine: z.boolean(),
})

/** Which township (the viewer's first where none is named), and which month. */
export const asked = z.strictObject({ town: z.string().max(8).optional(), month })
export const askedFile = asked.extend({ format: z.enum(REPORT_FORMATS) })

export const figures = z.object({
  town: text,
  name: text,
  class: text,
  month,
  state,
  asOf: text,
  days: z.object({ shown: day, appealUntil: day, frozen: day }),
  indicators: z.array(indicator),
  units: z.array(scored),
  villages: z.array(scored),
  total: z.object({ fix: scored, find: scored }),
  appeals: z.array(appeal),
  sha256: text.nullable(),
  /** may the viewer object to the figures of his unit now, and take files with him? */
  may: z.object({ appeal: z.boolean(), files: z.boolean() }),
})
export type Figures = z.infer<typeof figures>

/** The scores of the last months, the oldest first; a month in which nothing was counted is left out. */
export const trend = z.object({
  months: z.array(
    z.object({
      month,
      state,
      fix: z.number().nullable(),
      find: z.number().nullable(),
      units: z.array(z.object({ id: text, name: text, score: z.number().nullable() })),
    }),
  ),
})
export type Trend = z.infer<typeof trend>

const line = z.string().trim().min(1)
export const objection = z.strictObject({
  month,
  indicator: line.max(60),
  caseNo: z.string().trim().max(20).optional(),
  reason: line.max(500),
})
export const verdict = z.strictObject({ agree: z.boolean(), why: z.string().trim().max(500).optional() })
export const outcome = z.object({ ok: z.boolean(), said: z.array(z.string()) })
