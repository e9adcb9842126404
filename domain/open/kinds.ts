/** The systems that hand in: the hotline by its order file, any other by Open311. */
export const SYSTEMS = ['12345', 'open311'] as const
export type System = (typeof SYSTEMS)[number]

/** An order of another system, beside the case that was made of it: `no` is its number there, `matter` what it is about there. */
export type OrderData = Readonly<{ system: System; no: string; matter: string | null }>

export type OpenKinds = {
  order: Readonly<{ state: 'taken'; data: OrderData }>
}

export const OPEN_MARKS = { order: 'WD' } as const satisfies Record<keyof OpenKinds, string>

/** What another system hands in, as far as it says. Who told it is the sender of the message, and stands nowhere in here. */
export type HandedIn = Readonly<{
  system: System
  /** its own number there: the same number is the same matter */
  no: string
  /** code of the township it is for */
  town: string
  text: string
  /** where, in its words; '' = it does not say */
  place: string
  /** the same in GCJ-02 degrees */
  spot: Readonly<{ lat: number; lng: number }> | null
  /** what it is about there, as it is shown */
  matter: string | null
  /** code of the duty list, where it names one */
  item: string | null
  /** ISO; when it wants an answer */
  answerBy: string | null
}>
