/** The systems that hand in: the hotline by its order file, any other by Open311. */
export const SYSTEMS = ['12345', 'open311'] as const
export type System = (typeof SYSTEMS)[number]

/** An order of another system, beside the case that was made of it: `no` is its number there, `matter` what it is about there. */
export type OrderData = Readonly<{ system: System; no: string; matter: string | null }>

export type OpenKinds = {
  order: Readonly<{ state: 'taken'; data: OrderData }>
}

export const OPEN_MARKS = { order: 'WD' } as const satisfies Record<keyof OpenKinds, string>
