import type { TemplateCard } from '@wecom/aibot-node-sdk'

/** Seconds within which the platform takes the same message for the same: briefly for a first try, as long as it can for a repeated one. */
const SAME = { first: 5, again: 14_400 } as const

/** Where a message goes; `again` = an earlier try may have arrived. */
export type Envelope = Readonly<{ userid: string; agentId: number; again: boolean }>

function envelope({ userid, agentId, again }: Envelope): object {
  return {
    touser: userid,
    agentid: agentId,
    enable_duplicate_check: 1,
    duplicate_check_interval: again ? SAME.again : SAME.first,
  }
}

export const textBody = (to: Envelope, content: string): object => ({
  ...envelope(to),
  msgtype: 'text',
  text: { content },
})

export const cardBody = (to: Envelope, card: TemplateCard): object => ({
  ...envelope(to),
  msgtype: 'template_card',
  template_card: card,
})

/** A picture or a file that was uploaded. */
export const enclosedBody = (to: Envelope, as: 'image' | 'file', mediaId: string): object => ({
  ...envelope(to),
  msgtype: as,
  [as]: { media_id: mediaId },
})

/** Replaces the card of the one who clicked. */
export const updateBody = (userid: string, agentId: number, code: string, card: TemplateCard): object => ({
  userids: [userid],
  agentid: agentId,
  response_code: code,
  template_card: card,
})
