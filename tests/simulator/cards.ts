/** One faultless card of each kind. */
const more = {
  source: { icon_url: 'https://example.com/i.png', desc: '青石镇', desc_color: 1 },
  main_title: { title: '占道摆摊', desc: '王家村村口' },
  quote_area: { type: 1, url: 'https://example.com/', title: '原话', quote_text: '有人占道' },
  horizontal_content_list: [
    { keyname: '地点', value: '王家村' },
    { type: 1, keyname: '依据', value: '看原文', url: 'https://example.com/law' },
    { type: 3, keyname: '签收人', value: '张伟', userid: 'u-zhangwei' },
  ],
  jump_list: [
    { type: 1, title: '打开', url: 'https://example.com/' },
    { type: 3, title: '看进度', question: '进度 0001' },
  ],
} as const
const action = { type: 1, url: 'https://example.com/' } as const
const menu = { desc: '更多', action_list: [{ text: '转派', key: 'move:1' }] } as const
const options = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `o${i}`, text: `选项${i}` }))

export const CARDS = {
  text_notice: {
    ...more,
    card_type: 'text_notice',
    emphasis_content: { title: '2', desc: '逾期' },
    sub_title_text: '说明',
    card_action: action,
    action_menu: menu,
    task_id: 'text-1',
  },
  news_notice: {
    ...more,
    card_type: 'news_notice',
    card_image: { url: 'https://example.com/p.png', aspect_ratio: 2 },
    vertical_content_list: [{ title: '说明', desc: '现场照片' }],
    card_action: action,
    task_id: 'news-1',
  },
  button_interaction: {
    ...more,
    card_type: 'button_interaction',
    action_menu: menu,
    button_selection: { question_key: 'unit', title: '站所', option_list: options(3), selected_id: 'o1' },
    button_list: [
      { text: '签收', style: 1, key: 'sign:1' },
      { text: '退回', style: 2, key: 'return:1' },
    ],
    task_id: 'button-1',
  },
  vote_interaction: {
    ...more,
    card_type: 'vote_interaction',
    checkbox: { question_key: 'solved', mode: 1, option_list: options(4) },
    submit_button: { text: '提交', key: 'vote:1' },
    task_id: 'vote-1',
  },
  multiple_interaction: {
    ...more,
    card_type: 'multiple_interaction',
    select_list: [
      { question_key: 'lead', title: '主办', option_list: options(10) },
      { question_key: 'level', title: '级别', option_list: options(3), selected_id: 'o2' },
    ],
    submit_button: { text: '提交', key: 'route:1' },
    task_id: 'multi-1',
  },
} as const satisfies Record<string, Readonly<Record<string, unknown>>>

export type CardName = keyof typeof CARDS

/** A copy in which the field at `path` (`a.0.b`) is another value; undefined takes it away. */
export function changed(name: CardName, path: string, value: unknown): Record<string, unknown> {
  const card = structuredClone(CARDS[name]) as Record<string, unknown>
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const at = steps.reduce<Record<string, unknown>>((from, step) => (from[step] ??= {}) as Record<string, unknown>, card)
  if (value === undefined) delete at[last]
  else at[last] = value
  return card
}
