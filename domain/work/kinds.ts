/** 延期: more time is asked for, and somebody else decides. */
export type Extension = Readonly<{
  /** counted as the level counts: working days of 8 h, or plain days */
  days: number
  reason: string
  /** userid of who asked */
  by: string
  /** of which unit */
  lead: string
  approver: 'head' | 'command'
  /** ISO; what was due when it was asked */
  dueWas: string | null
  dueNow: string | null
  decidedBy: string | null
  /** why it was refused */
  answer: string | null
}>

/** 挂账: the case waits for what the unit cannot hurry (materials, a season, a court). */
export type Suspension = Readonly<{
  reason: string
  by: string
  lead: string
  /** ISO; when it is looked at again */
  until: string
  /** it was suspended already */
  renewed: boolean
  decidedBy: string | null
  answer: string | null
}>

/** Whom to ask there. An official of a department: his name is for those who work on the case. */
export type Contact = Readonly<{ name: string; phone: string }>

/** 转出: an authority outside the township has to act; the unit keeps asking. */
export type Outside = Readonly<{
  name: string
  /** of the office, for everybody */
  phone: string | null
  contact: Contact | null
  by: string
  lead: string | null
  /** how often the unit was reminded to ask */
  asked: number
  answer: Readonly<{ at: string; by: string; text: string }> | null
}>

export const BLOCKS = ['equipment', 'vehicle', 'people', 'money', 'other'] as const
export type BlockReason = (typeof BLOCKS)[number]

/** 受阻: what the unit lacks. The clocks go on. */
export type Block = Readonly<{ reason: BlockReason; text: string; by: string; lead: string; endedBy: string | null }>

export type WorkKinds = {
  extension: Readonly<{ state: 'asked' | 'approved' | 'refused' | 'lapsed'; data: Extension }>
  suspension: Readonly<{ state: 'asked' | 'held' | 'refused' | 'lapsed' | 'over'; data: Suspension }>
  outside: Readonly<{ state: 'waiting' | 'answered' | 'over'; data: Outside }>
  block: Readonly<{ state: 'open' | 'over'; data: Block }>
}

export const WORK_MARKS = {
  extension: 'YQ',
  suspension: 'GZ',
  outside: 'ZC',
  block: 'SZ',
} as const satisfies Record<keyof WorkKinds, string>
