import type { Facts } from '../facts.ts'
import type { CrewKinds } from './kinds.ts'

/** Names and days (YYYY-MM-DD) as they are shown; `gaps` = days on which nobody of the unit would be on duty. */
export type LeaveCard = Readonly<{
  kind: 'leave-card'
  no: string
  cardId: string
  by: string
  station: string | null
  from: string
  to: string
  /** why; not for a group */
  note: string | null
  gaps: readonly string[]
  state: CrewKinds['leave']['state']
  decidedBy: string | null
  answer: string | null
  late?: true
}>

export type ShiftSaid = Readonly<{ date: string; out: string; in: string }>

export type SwapCard = Readonly<{
  kind: 'swap-card'
  no: string
  cardId: string
  by: string
  with: string
  station: string
  shifts: readonly ShiftSaid[]
  state: CrewKinds['swap']['state']
}>

export type HandoverCard = Readonly<{
  kind: 'handover-card'
  no: string
  cardId: string
  by: string
  to: string
  note: string | null
  items: readonly Facts[]
  state: CrewKinds['handover']['state']
  /** asked before, and nothing happened */
  again?: true
}>

/** What became of a request; `gaps` as on the card. */
export type CrewNews =
  | 'leave-agreed'
  | 'leave-refused'
  | 'leave-cancelled'
  | 'leave-lapsed'
  | 'swapped'
  | 'swap-refused'
  | 'swap-lapsed'
  | 'handover-taken'
  | 'handover-lapsed'

/** What is said of these matters, as data; the words are in bot/wording/crew.ts. */
export type CrewSaid =
  | LeaveCard
  | SwapCard
  | HandoverCard
  /** to who asked: `who` decides or has to agree */
  | Readonly<{
      kind: 'crew-asked'
      what: 'leave' | 'swap' | 'handover'
      no: string
      who: string | null
      from?: string
      to?: string
      shifts?: readonly ShiftSaid[]
      count?: number
      /** numbers of cases that cannot be handed to him */
      without?: readonly string[]
    }>
  | Readonly<{
      kind: 'crew-news'
      news: CrewNews
      no: string
      by: string
      who: string | null
      from?: string
      to?: string
      shifts?: readonly ShiftSaid[]
      note?: string | null
      /** numbers of cases that passed on, and of those that had moved on meanwhile */
      cases?: readonly string[]
      without?: readonly string[]
    }>
  /** 没有人值班: `instead` = who gets the cards */
  | Readonly<{ kind: 'crew-gap'; station: string; days: readonly string[]; instead: string | null }>
  /** `to`: who booked, or who keeps the key */
  | Readonly<{
      kind: 'booked'
      news: 'booked' | 'returned' | 'cancelled' | 'late' | 'late-watch'
      for: 'booker' | 'keyholder'
      booking: BookingSaid
      keyholder: string | null
      km?: number | null
    }>
  | Readonly<{ kind: 'bookings'; items: readonly BookingSaid[] }>
  /** `lacks` = how often this month a unit could not go on for want of it */
  | Readonly<{
      kind: 'assets'
      items: readonly AssetSaid[]
      month: string
      lacks: readonly Readonly<{ station: string; equipment: number; vehicle: number }>[]
    }>
  /** `until` null = none is registered */
  | Readonly<{
      kind: 'licences'
      items: readonly Readonly<{
        name: string
        station: string | null
        what: 'licence' | 'certificate'
        until: string | null
        days: number | null
      }>[]
    }>
  /** in the evening, to who is not there tomorrow */
  | Readonly<{ kind: 'handover-hint'; count: number }>

/** What is booked, as it is shown; instants are ISO. */
export type BookingSaid = Readonly<{
  no: string
  asset: string
  by: string
  from: string
  to: string
  late: boolean
}>

export type AssetSaid = Readonly<{
  kind: 'vehicle' | 'equipment' | 'room'
  name: string
  station: string | null
  keyholder: string | null
  until: string | null
}>

/** Why something is refused. */
export type CrewRefusal =
  | 'leave-how'
  | 'leave-past'
  | 'leave-longest'
  | 'leave-known'
  | 'leave-none'
  | 'leave-why'
  | 'leave-decided'
  | 'leave-own'
  | 'leave-others'
  | 'swap-how'
  | 'swap-past'
  | 'swap-who'
  | 'swap-both'
  | 'swap-neither'
  | 'swap-away'
  | 'swap-known'
  | 'swap-none'
  | 'swap-not-you'
  | 'swap-decided'
  | 'swap-changed'
  | 'no-unit'
  | 'handover-nothing'
  | 'handover-who'
  | 'handover-nobody'
  | 'handover-barred'
  | 'handover-none'
  | 'handover-not-you'
  | 'handover-over'
  | 'booking-how'
  | 'booking-past'
  | 'booking-longest'
  | 'booking-none-such'
  | 'booking-taken'
  | 'booking-none'
  | 'booking-not-yours'
  | 'booking-over'
  | 'booking-begun'
  | 'booking-not-begun'
  | 'licences-who'
