import { describe, expect, it } from 'vitest'
import { CARDS, changed, type CardName } from './cards.ts'
import { bot } from './raw.ts'
import { GROUP, town } from './town.ts'

const LONG = '很'.repeat(200)
const many = (count: number, one: object) =>
  Array.from({ length: count }, (_, i) => ({ ...one, id: `i${i}`, key: `k${i}` }))
const rows = (count: number) => many(count, { keyname: '地点', value: '村口' })
const row = (fields: object) => [{ keyname: '地点', ...fields }]
const jump = (fields: object) => [{ title: '打开', ...fields }]
const options = (count: number) => many(count, { text: '好' })

/** One field changed in a faultless card, and the code for it. */
const TABLE: readonly (readonly [card: CardName, path: string, value: unknown, code: number])[] = [
  ['text_notice', 'card_type', undefined, 42031],
  ['text_notice', 'card_type', 'toString', 42031],
  ['text_notice', 'source.desc', '一二三四五六七八九十甲乙丙', 0],
  ['text_notice', 'source.desc', '一二三四五六七八九十甲乙丙丁', 40058],
  ['text_notice', 'source.desc', '😀'.repeat(13), 0],
  ['text_notice', 'source.desc_color', 4, 40058],
  ['text_notice', 'source', 'us', 40058],
  ['text_notice', 'main_title.title', LONG.slice(0, 26), 0],
  ['text_notice', 'main_title.title', LONG.slice(0, 27), 40058],
  ['text_notice', 'main_title.title', 7, 40058],
  ['text_notice', 'main_title.desc', LONG.slice(0, 31), 40058],
  ['text_notice', 'main_title', undefined, 0],
  ['text_notice', 'emphasis_content.title', LONG.slice(0, 11), 40058],
  ['text_notice', 'emphasis_content.desc', LONG.slice(0, 16), 40058],
  ['text_notice', 'sub_title_text', LONG.slice(0, 112), 0],
  ['text_notice', 'sub_title_text', LONG.slice(0, 113), 40058],
  ['text_notice', 'card_action', undefined, 42045],
  ['text_notice', 'card_action.type', 3, 40058],
  ['text_notice', 'card_action.url', undefined, 42028],
  ['text_notice', 'card_action.url', 'javascript:alert(1)', 45034],
  ['text_notice', 'card_action', { type: 2 }, 42030],
  ['text_notice', 'card_action', { type: 2, appid: 'wx1' }, 0],
  ['text_notice', 'action_menu.action_list', [], 40058],
  ['text_notice', 'action_menu.action_list', many(4, { text: '转派' }), 40058],
  [
    'text_notice',
    'action_menu.action_list',
    [
      { text: '转派', key: 'a' },
      { text: '联合', key: 'a' },
    ],
    42051,
  ],
  ['text_notice', 'action_menu.action_list.0.key', 'k'.repeat(1025), 40058],
  ['text_notice', 'task_id', undefined, 42014],
  ['text_notice', 'action_menu', undefined, 0],
  ['text_notice', 'quote_area.type', 5, 40058],
  ['text_notice', 'quote_area.url', undefined, 42028],
  ['text_notice', 'horizontal_content_list', rows(6), 0],
  ['text_notice', 'horizontal_content_list', rows(7), 42035],
  ['text_notice', 'horizontal_content_list', 'rows', 40058],
  ['text_notice', 'horizontal_content_list', [{ value: '村口' }], 42027],
  ['text_notice', 'horizontal_content_list', row({ keyname: '一二三四五六' }), 40058],
  ['text_notice', 'horizontal_content_list', row({ value: LONG.slice(0, 26) }), 0],
  ['text_notice', 'horizontal_content_list', row({ value: LONG.slice(0, 27) }), 40058],
  ['text_notice', 'horizontal_content_list', row({ type: 1 }), 42028],
  ['text_notice', 'horizontal_content_list', row({ type: 2 }), 40058],
  ['text_notice', 'horizontal_content_list', row({ type: 3 }), 42050],
  ['text_notice', 'horizontal_content_list', row({ type: 3, userid: 'nobody' }), 42050],
  ['text_notice', 'jump_list', Array.from({ length: 4 }, () => ({ title: '打开' })), 42042],
  ['text_notice', 'jump_list', [{ type: 0 }], 42033],
  ['text_notice', 'jump_list', jump({ title: LONG.slice(0, 14) }), 40058],
  ['text_notice', 'jump_list', jump({ type: 1 }), 42028],
  ['text_notice', 'jump_list', jump({ type: 2 }), 42030],
  ['text_notice', 'jump_list', jump({ type: 3 }), 40058],
  ['text_notice', 'jump_list', jump({ type: 3, question: '问'.repeat(66) + 'ab' }), 0],
  ['text_notice', 'jump_list', jump({ type: 3, question: '问'.repeat(67) }), 40058],
  ['text_notice', 'feedback', { id: 'f'.repeat(257) }, 40058],

  ['news_notice', 'main_title', undefined, 42033],
  ['news_notice', 'card_action', undefined, 42045],
  ['news_notice', 'card_image', undefined, 42044],
  ['news_notice', 'card_image.url', undefined, 42044],
  ['news_notice', 'card_image.aspect_ratio', 1.2, 40058],
  ['news_notice', 'card_image.aspect_ratio', 2.3, 40058],
  ['news_notice', 'image_text_area', { image_url: 'https://example.com/a.png' }, 0],
  ['news_notice', 'image_text_area', { title: '图' }, 42044],
  ['news_notice', 'vertical_content_list', Array.from({ length: 5 }, () => ({ title: '说明' })), 42036],
  ['news_notice', 'vertical_content_list', [{ desc: '说明' }], 42033],
  ['news_notice', 'vertical_content_list', [{ title: '说明', desc: LONG.slice(0, 113) }], 40058],
  ['news_notice', 'task_id', undefined, 0],
  ['news_notice', 'action_menu', { action_list: [{ text: '转派', key: 'a' }] }, 0],

  ['button_interaction', 'main_title.title', '', 42033],
  ['button_interaction', 'task_id', undefined, 42014],
  ['button_interaction', 'task_id', 'QS261124-0001_1@a', 0],
  ['button_interaction', 'task_id', 'QS:1', 42014],
  ['button_interaction', 'task_id', '任务', 42014],
  ['button_interaction', 'task_id', 't'.repeat(128), 0],
  ['button_interaction', 'task_id', 't'.repeat(129), 42014],
  ['button_interaction', 'button_list', undefined, 40058],
  ['button_interaction', 'button_list', [], 40058],
  ['button_interaction', 'button_list', many(6, { text: '好' }), 0],
  ['button_interaction', 'button_list', many(7, { text: '好' }), 40058],
  ['button_interaction', 'button_list.0.text', '', 42038],
  ['button_interaction', 'button_list.0.text', LONG.slice(0, 11), 42038],
  ['button_interaction', 'button_list.0.key', undefined, 42039],
  ['button_interaction', 'button_list.0.key', '键'.repeat(342), 42039],
  ['button_interaction', 'button_list.0.key', 'return:1', 42039],
  ['button_interaction', 'button_list.0.style', 4, 0],
  ['button_interaction', 'button_list.0.style', 5, 40058],
  ['button_interaction', 'button_selection.question_key', '', 42043],
  ['button_interaction', 'button_selection.option_list', options(10), 0],
  ['button_interaction', 'button_selection.option_list', options(11), 42037],
  ['button_interaction', 'button_selection.option_list', [], 42037],

  ['vote_interaction', 'checkbox', undefined, 40058],
  ['vote_interaction', 'checkbox.question_key', undefined, 42043],
  ['vote_interaction', 'checkbox.mode', 2, 40058],
  ['vote_interaction', 'checkbox.option_list', options(20), 0],
  ['vote_interaction', 'checkbox.option_list', options(21), 42037],
  ['vote_interaction', 'checkbox.option_list.0.text', LONG.slice(0, 12), 42041],
  ['vote_interaction', 'checkbox.option_list.0.id', 'o1', 42040],
  ['vote_interaction', 'checkbox.option_list.0.id', 'i'.repeat(129), 42040],
  ['vote_interaction', 'checkbox.option_list.0.is_checked', 1, 40058],
  ['vote_interaction', 'submit_button', undefined, 42046],
  ['vote_interaction', 'submit_button.key', undefined, 42046],
  ['vote_interaction', 'submit_button.text', LONG.slice(0, 11), 42049],
  ['vote_interaction', 'task_id', undefined, 42014],

  ['multiple_interaction', 'select_list', undefined, 42047],
  ['multiple_interaction', 'select_list', [], 42047],
  [
    'multiple_interaction',
    'select_list',
    Array.from({ length: 4 }, (_, i) => ({ question_key: `q${i}`, option_list: options(1) })),
    42047,
  ],
  ['multiple_interaction', 'select_list.1.question_key', 'lead', 42043],
  ['multiple_interaction', 'select_list.0.title', LONG.slice(0, 14), 40058],
  ['multiple_interaction', 'select_list.0.option_list', options(11), 42037],
  ['multiple_interaction', 'select_list.0.option_list.0.text', LONG.slice(0, 11), 42041],
  ['multiple_interaction', 'submit_button.text', '', 42049],
  ['multiple_interaction', 'task_id', undefined, 42014],
]

const push = (card: unknown) => ({ chatid: GROUP, msgtype: 'template_card', template_card: card })

describe('a card', () => {
  it.each(Object.entries(CARDS))('of kind %s may fill every field', async (_, card) => {
    const raw = await bot(await town())
    expect(await raw.ask('aibot_send_msg', push(card))).toMatchObject({ errcode: 0 })
  })

  it.each(TABLE)('%s with %s = %j is answered %i', async (name, path, value, code) => {
    const raw = await bot(await town())
    expect((await raw.ask('aibot_send_msg', push(changed(name, path, value)))).errcode).toBe(code)
  })

  it('needs a title or a text below it', async () => {
    const raw = await bot(await town())
    const { main_title: _title, sub_title_text: _text, ...bare } = CARDS.text_notice
    expect(await raw.code('aibot_send_msg', push(bare))).toBe(42033)
    expect(await raw.code('aibot_send_msg', push({ ...bare, sub_title_text: '说明' }))).toBe(0)
  })

  it('must be there', async () => {
    const raw = await bot(await town())
    expect(await raw.code('aibot_send_msg', push(undefined))).toBe(40058)
    expect(await raw.code('aibot_send_msg', push([]))).toBe(40058)
  })

  it('has a task_id that this bot never used; one that was refused used none', async () => {
    const raw = await bot(await town())
    const card = CARDS.button_interaction
    expect(await raw.code('aibot_send_msg', { ...push(card), chatid: 'wrNONE' })).toBe(93006)
    expect(await raw.code('aibot_send_msg', push(card))).toBe(0)
    expect(await raw.code('aibot_send_msg', push(card))).toBe(42014)
  })
})
