/** What a door takes of a card, in code points unless it says bytes. */
export type CardLimits = Readonly<{
  source: number
  title: number
  desc: number
  subTitle: number
  rows: number
  rowName: number
  rowValue: number
  quoteTitle: number
  quote: number
  buttons: number
  buttonText: number
  keyBytes: number
  taskIdBytes: number
}>

const AIBOT_CARD: CardLimits = {
  source: 13,
  title: 26,
  desc: 30,
  subTitle: 112,
  rows: 6,
  rowName: 5,
  rowValue: 26,
  quoteTitle: 26,
  quote: 112,
  buttons: 6,
  buttonText: 10,
  keyBytes: 1024,
  taskIdBytes: 128,
}

export const CARD_LIMITS = {
  aibot: AIBOT_CARD,
  app: { ...AIBOT_CARD, source: 20, title: 36, desc: 44, subTitle: 160, rowValue: 30 },
  webhook: { ...AIBOT_CARD, buttons: 0 },
} as const satisfies Readonly<Record<string, CardLimits>>

/** How messages look behind a door. */
export type Look = Readonly<{
  marks: 'markdown' | 'plain'
  /** what one text may hold, in bytes of UTF-8 */
  bytes: number
  /** null: no cards with buttons there */
  card: CardLimits | null
  /** the buttons of a card go as a menu below the words */
  menu: boolean
  /** nobody hears what is answered there */
  deaf: boolean
}>

const plain = { marks: 'plain', bytes: 2048, card: null, menu: false, deaf: true } as const

export const LOOKS = {
  aibot: { marks: 'markdown', bytes: 20_480, card: CARD_LIMITS.aibot, menu: false, deaf: false },
  app: { ...plain, card: CARD_LIMITS.app, deaf: false },
  /** without a callback: no buttons, no answers */
  appDeaf: plain,
  kf: { ...plain, menu: true, deaf: false },
  /** a message that mentions people */
  robotText: plain,
  robot: { ...plain, marks: 'markdown', bytes: 4096 },
  appchat: plain,
} as const satisfies Readonly<Record<string, Look>>
