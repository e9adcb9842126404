import type { CREW_COMMANDS } from '../../domain/crew/wording-commands.ts'
import type { Slice } from '../slice.ts'
import { booking, ending, onAssets, onBookings } from './booking.ts'
import { onCrewDue } from './due.ts'
import { evening } from './evening.ts'
import { onHandover, onTakeOver } from './handover.ts'
import { decidingLeave, onCancelLeave, onLeave } from './leave.ts'
import { onLicences } from './licences.ts'
import { decidingSwap, onSwap } from './swap.ts'

/** 值守: who is there, and who has what. */
export const crew: Slice<keyof typeof CREW_COMMANDS> = {
  commands: {
    leave: onLeave,
    'leave-agree': decidingLeave(true),
    'leave-refuse': decidingLeave(false),
    'leave-cancel': onCancelLeave,
    swap: onSwap,
    'swap-agree': decidingSwap(true),
    'swap-refuse': decidingSwap(false),
    handover: onHandover,
    'handover-take': onTakeOver,
    'book-vehicle': booking('vehicle'),
    'book-room': booking('room'),
    book: booking(null),
    'give-back': ending('returned'),
    'book-cancel': ending('cancelled'),
    bookings: onBookings,
    assets: onAssets,
    licences: onLicences,
  },
  timers: { leave: onCrewDue, swap: onCrewDue, handover: onCrewDue, booking: onCrewDue },
  daily: [evening],
}
