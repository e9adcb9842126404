/**
 * Every answer but "ok". The codes of the first group are known from WeCom; those of the second are our choice, taken
 * from its table of codes, because the documents do not say what a bot on the long connection hears.
 */
const ANSWERS = {
  credentials: [853000, 'invalid bot_id or secret'],
  'not-subscribed': [846609, 'aibot websocket not subscribed'],
  'req-id': [846605, 'invalid req_id'],
  'stream-over': [846608, 'stream message update expired'],
  'message-type': [40008, 'invalid message type'],
  parameter: [40058, 'invalid Request Parameter'],
  chatid: [93006, 'invalid chatid'],
  'not-in-group': [93008, 'bot not in group'],

  'too-often': [45009, 'api freq out of limit'],
  'never-wrote': [93006, 'invalid chatid'],
  'too-long': [45002, 'content size out of limit'],
  'empty-text': [44004, 'empty content'],
  'media-id': [40007, 'invalid media_id'],
  'file-size': [40006, 'invalid file size'],
  'file-too-big': [45001, 'media size out of limit'],
  'voice-format': [301017, 'voice file only support amr'],
  md5: [301019, 'file md5 mismatch'],
  'task-id': [42014, 'invalid task_id'],
  'task-id-of-update': [42016, 'task_id of the update does not exist'],
  'card-type': [42031, 'invalid template_card.card_type'],
  'card-keyname': [42027, 'missing template_card.horizontal_content_list.keyname'],
  'card-url': [42028, 'missing template_card url'],
  'card-appid': [42030, 'missing template_card appid'],
  'card-title': [42033, 'missing template_card title'],
  'card-rows': [42035, 'invalid length of template_card.horizontal_content_list'],
  'card-sections': [42036, 'invalid length of template_card.vertical_content_list'],
  'card-options': [42037, 'invalid length of template_card option_list'],
  'card-button-text': [42038, 'invalid template_card.button_list.text'],
  'card-button-key': [42039, 'invalid template_card.button_list.key'],
  'card-option-id': [42040, 'invalid template_card option_list.id'],
  'card-option-text': [42041, 'invalid template_card option_list.text'],
  'card-jumps': [42042, 'invalid length of template_card.jump_list'],
  'card-question-key': [42043, 'invalid template_card question_key'],
  'card-image': [42044, 'invalid template_card.card_image.url'],
  'card-action': [42045, 'invalid template_card.card_action'],
  'card-submit-key': [42046, 'invalid template_card.submit_button.key'],
  'card-selects': [42047, 'invalid length of template_card.select_list'],
  'card-submit-text': [42049, 'invalid template_card.submit_button.text'],
  'card-userid': [42050, 'invalid template_card.horizontal_content_list.userid'],
  'card-menu-key': [42051, 'conflicting template_card.action_menu.action_list.key'],
  scheme: [45034, 'url must have a scheme'],
} as const satisfies Record<string, readonly [code: number, text: string]>

export type Reason = keyof typeof ANSWERS

/** A frame that WeCom would not take; becomes an error ack. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** Throws the Refusal for a reason; `detail` helps the person who debugs and is no part of WeCom's text. */
export function refuse(reason: Reason, detail = ''): never {
  const [code, text] = ANSWERS[reason]
  throw new Refusal(code, detail ? `${text} (${detail})` : text)
}

/** An errmsg as WeCom words it. Bots must read the code, never this. */
export function errmsgOf(refusal: Refusal, hint: string): string {
  const help = `https://open.work.weixin.qq.com/devtool/query?e=${refusal.code}`
  return `${refusal.message}, hint: [${hint}], from ip: 127.0.0.1, more info at ${help}`
}
