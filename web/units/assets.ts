import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Entry } from '../../domain/book/entry.ts'
import { takenBy } from '../../domain/crew/free.ts'
import { findStation, nameOf } from '../../domain/people/directory.ts'
import type { Asset, Town } from '../../domain/town.ts'
import { ASSET_KINDS } from '../wording/units.ts'

const booking = z.object({
  no: z.string(),
  by: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  late: z.boolean(),
})

/** What is written of it in the list. */
export const assetLine = z.strictObject({
  id: z.string().trim().min(1).max(32),
  kind: z.enum(['vehicle', 'equipment', 'room']),
  name: z.string().trim().min(1).max(40),
  station: z.string().max(64).nullable(),
  keyholder: z.string().max(64).nullable(),
  agreementUntil: z.iso.date().nullable(),
  note: z.string().trim().max(100),
})

/** What a list is called, so that two who change it at once do not overwrite each other. */
export const assetsMark = (assets: readonly Asset[]): string =>
  createHash('sha256').update(JSON.stringify(assets)).digest('hex').slice(0, 12)

/** What is gone from the list and yet not back: it must be given back first. */
export function stillOut(
  before: readonly Asset[],
  after: readonly Asset[],
  open: readonly Entry<'booking'>[],
): Asset[] {
  const left = new Set(after.map(({ id }) => id))
  return before.filter(({ id }) => !left.has(id) && open.some(({ data }) => data.asset === id))
}

/** What may be booked, who has it now, and who has it next. */
export const assetShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  unit: z.string().nullable(),
  keyholder: z.string().nullable(),
  agreementUntil: z.string().nullable(),
  note: z.string(),
  now: booking.nullable(),
  next: z.array(booking),
})

/** `open` = bookings that are not back. */
export function assetsOf(town: Town, open: readonly Entry<'booking'>[], now: Date): z.infer<typeof assetShape>[] {
  return (town.assets ?? []).map((asset) => assetOf(town, asset, open, now))
}

function assetOf(town: Town, asset: Asset, open: readonly Entry<'booking'>[], now: Date) {
  const own = open
    .filter(({ data }) => data.asset === asset.id)
    .toSorted((a, b) => a.data.from.localeCompare(b.data.from))
  const holds = own.find((each) => takenBy(each, now).from <= now)
  const said = (each: Entry<'booking'>) => bookingOf(town, each, now)
  return {
    id: asset.id,
    name: asset.name,
    kind: ASSET_KINDS[asset.kind],
    unit: findStation(town, asset.station)?.name ?? null,
    keyholder: nameOf(town, asset.keyholder),
    agreementUntil: asset.agreementUntil,
    note: asset.note,
    now: holds ? said(holds) : null,
    next: own.filter((each) => each !== holds).map(said),
  }
}

const bookingOf = (town: Town, { no, data }: Entry<'booking'>, now: Date) => ({
  no,
  by: nameOf(town, data.by) ?? data.by,
  from: data.from,
  to: data.to,
  reason: data.reason,
  late: new Date(data.to) < now,
})
