import type { OutboxRow } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { uploaded, type Enclosed } from '../door/enclosed.ts'
import { distinct, type Button } from '../render/card.ts'
import { LOOKS } from '../render/look.ts'
import { planOf, wordsOf } from '../render/render.ts'
import { cutBytes, oneLine } from '../text/clean.ts'
import { shorten } from '../text/split.ts'
import type { WecomApi } from '../wecom/answer.ts'
import { SHORTENED } from '../wording/common.ts'

export const MENU_LIMITS = { headBytes: 1024, items: 10, idBytes: 128, contentBytes: 128 } as const

type Item = Readonly<{ type: 'click'; click: Readonly<{ id: string; content: string }> }>
type KfWords =
  | Readonly<{ msgtype: 'text'; text: Readonly<{ content: string }> }>
  | Readonly<{ msgtype: 'msgmenu'; msgmenu: Readonly<{ head_content: string; list: readonly Item[] }> }>

export type KfMessage =
  | KfWords
  | Readonly<{ msgtype: 'image'; image: Readonly<{ media_id: string }> }>
  | Readonly<{ msgtype: 'file'; file: Readonly<{ media_id: string }> }>

/** What to say in one message, whatever it is: a customer gets five until he writes again. Where a card has buttons, a menu. */
export function kfMessage(rows: readonly OutboxRow[], towns: readonly Town[]): KfWords {
  const items = distinct(planOf(rows)?.buttons ?? [])
    .flatMap(item)
    .slice(0, MENU_LIMITS.items)
  if (items.length === 0) return kfText(rows, towns)
  const head = menuHead(wordsOf(rows, towns, LOOKS.kf))
  return { msgtype: 'msgmenu', msgmenu: { head_content: head, list: items } }
}

/** A picture or a file; null where it could not be uploaded: then the same is said in words. */
export async function kfEnclosed(api: Pick<WecomApi, 'upload'>, enclosed: Enclosed): Promise<KfMessage | null> {
  const id = await uploaded(api, enclosed)
  if (typeof id !== 'string') return null
  return enclosed.as === 'image'
    ? { msgtype: 'image', image: { media_id: id } }
    : { msgtype: 'file', file: { media_id: id } }
}

/** The same without a menu, with what to type. */
export function kfText(rows: readonly OutboxRow[], towns: readonly Town[]): KfWords {
  const look = { ...LOOKS.kf, menu: false }
  return { msgtype: 'text', text: { content: shorten(wordsOf(rows, towns, look), SHORTENED, look.bytes) } }
}

function item({ key, text }: Button): Item[] {
  const content = cutBytes(oneLine(text, MENU_LIMITS.contentBytes), MENU_LIMITS.contentBytes)
  const fits = key !== '' && content !== '' && Buffer.byteLength(key) <= MENU_LIMITS.idBytes
  return fits ? [{ type: 'click', click: { id: key, content } }] : []
}

/** The last line asks; what is left out stands before it. */
function menuHead(text: string): string {
  const { headBytes: limit } = MENU_LIMITS
  const at = text.lastIndexOf('\n')
  const question = at < 0 ? '' : text.slice(at)
  const room = limit - Buffer.byteLength(question)
  if (room < limit / 2) return shorten(text, SHORTENED, limit)
  return `${shorten(text.slice(0, text.length - question.length), SHORTENED, room)}${question}`
}
