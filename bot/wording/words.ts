import type { NoticeBody } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'

export type Kind = NoticeBody['kind']
export type Body<K extends Kind> = Extract<NoticeBody, { kind: K }>

/** To whom something is said: in a group the bot only hears what mentions it, and a county names the township. */
export type Say = Readonly<{
  group: boolean
  towns: readonly Town[]
  /** nobody hears an answer given there: the words must say where to give it */
  deaf: boolean
  /** what can be answered stands below as a menu */
  menu: boolean
}>

/** The words of each kind of notice, as markdown. */
export type Words = Readonly<{ [K in Kind]: (body: Body<K>, say: Say) => string }>
export type WordsOf<K extends Kind> = Pick<Words, K>
