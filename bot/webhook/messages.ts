import type { TemplateCard } from '@wecom/aibot-node-sdk'
import { createHash } from 'node:crypto'
import { oneLine as line } from '../text/clean.ts'
import { CARD_LIMITS } from '../render/look.ts'

export type Mentions = Readonly<{ userids: readonly string[]; mobiles: readonly string[] }>

/** What a group robot can say. */
export type RobotMessage =
  | Readonly<{
      msgtype: 'text'
      text: Readonly<{
        content: string
        mentioned_list?: readonly string[]
        mentioned_mobile_list?: readonly string[]
      }>
    }>
  | Readonly<{ msgtype: 'markdown'; markdown: Readonly<{ content: string }> }>
  | Readonly<{ msgtype: 'markdown_v2'; markdown_v2: Readonly<{ content: string }> }>
  | Readonly<{ msgtype: 'image'; image: Readonly<{ base64: string; md5: string }> }>
  | Readonly<{ msgtype: 'file'; file: Readonly<{ media_id: string }> }>
  | Readonly<{ msgtype: 'template_card'; template_card: TemplateCard }>

const list = <K extends string>(name: K, all: readonly string[]) =>
  (all.length > 0 ? { [name]: all } : {}) as Partial<Record<K, readonly string[]>>

/** Plain words that call people by name. */
export const robotText = (content: string, { userids, mobiles }: Mentions): RobotMessage => ({
  msgtype: 'text',
  text: { content, ...list('mentioned_list', userids), ...list('mentioned_mobile_list', mobiles) },
})

export const robotMarkdown = (content: string): RobotMessage => ({ msgtype: 'markdown', markdown: { content } })

/** Knows tables, but no colours and no mentions; old clients show it as it is written. */
export const robotTable = (content: string): RobotMessage => ({ msgtype: 'markdown_v2', markdown_v2: { content } })

/** JPG or PNG. */
export const robotImage = (data: Buffer): RobotMessage => ({
  msgtype: 'image',
  image: { base64: data.toString('base64'), md5: createHash('md5').update(data).digest('hex') },
})

/** A file uploaded for this robot. */
export const robotFile = (mediaId: string): RobotMessage => ({ msgtype: 'file', file: { media_id: mediaId } })

export const robotCard = (card: TemplateCard): RobotMessage => ({ msgtype: 'template_card', template_card: card })

/** A picture with a title, which leads to a page. */
export function newsNotice(
  news: Readonly<{ title: string; desc: string; image: string; aspect: number; url: string }>,
): RobotMessage {
  const limits = CARD_LIMITS.webhook
  return robotCard({
    card_type: 'news_notice',
    main_title: { title: line(news.title, limits.title), desc: line(news.desc, limits.desc) },
    card_image: { url: news.image, aspect_ratio: news.aspect },
    card_action: { type: 1, url: news.url },
  })
}
