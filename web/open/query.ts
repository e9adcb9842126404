import { z } from 'zod'
import type { Town } from '../../domain/town.ts'
import { OPEN } from '../wording/open.ts'
import { OpenFault } from './fault.ts'

/** The fields of a query or a form that are asked for; whatever else is sent is not even read. Each once: the first counts. */
export function fieldsOf<T extends z.ZodObject>(schema: T, sent: URLSearchParams): z.infer<T> {
  const known = Object.keys(schema.shape).flatMap((name) => {
    const value = sent.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  const parsed = schema.safeParse(Object.fromEntries(known))
  if (parsed.success) return parsed.data
  throw new OpenFault(400, OPEN.strangeQuery([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]))
}

/** `jurisdiction_id` is the code of a township; where there is one only, it may be left out. */
export function townOf(towns: readonly Town[], code: string | undefined): Town {
  const [only, ...others] = towns
  if (code === undefined && only && others.length === 0) return only
  if (code === undefined) throw new OpenFault(400, OPEN.noTown(towns.map((town) => town.code)))
  const found = towns.find((town) => town.code === code.toUpperCase())
  if (!found) throw new OpenFault(404, OPEN.strangeTown)
  return found
}

const LONGEST = 2000
export const text = (most: number) => z.string().max(most)
export const list = text(LONGEST).transform((written) =>
  written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)
export const moment = z
  .string()
  .max(40)
  .refine((written) => !Number.isNaN(Date.parse(written)))
  .transform((written) => new Date(written))
export const page = z.coerce.number().int().min(1).max(100_000)
export const jurisdiction = text(20)
