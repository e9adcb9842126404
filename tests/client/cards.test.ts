import { describe, expect, it } from 'vitest'
import { readCard } from '../../simulator/client/src/card/read.ts'

describe('cards on the phones page', () => {
  it('reads the parts every card may have', () => {
    const card = readCard({
      card_type: 'text_notice',
      source: { desc: '哨子', desc_color: 2 },
      main_title: { title: '办结超时' },
      emphasis_content: { title: '26 小时', desc: '城管中队' },
      quote_area: { quote_text: '村口有人摆摊' },
      horizontal_content_list: [
        { keyname: '牵头', value: '城管中队' },
        { keyname: '看板', value: '打开', type: 1, url: 'https://town.example/x' },
      ],
      action_menu: { desc: '更多', action_list: [{ text: '转派', key: 'transfer:1' }] },
      jump_list: [{ type: 3, title: '今日', question: '今日' }],
      card_action: { type: 1, url: 'javascript:alert(1)' },
    })
    expect(card).toMatchObject({
      source: { text: '哨子', color: 2 },
      emphasis: { title: '26 小时' },
      quote: { desc: '村口有人摆摊' },
      rows: [{ href: null }, { href: 'https://town.example/x' }],
      menu: { actions: [{ key: 'transfer:1' }] },
      jumps: [{ question: '今日' }],
      href: null,
    })
  })

  it('reads the questions of button, vote and multiple cards with what is chosen', () => {
    const options = [
      { id: 'a', text: '甲' },
      { id: 'b', text: '乙', is_checked: true },
    ]
    expect(
      readCard({
        button_selection: {
          question_key: 'q',
          selected_id: 'a',
          option_list: options.map(({ id, text }) => ({ id, text })),
        },
      }).questions,
    ).toMatchObject([{ kind: 'select', options: [{ chosen: true }, { chosen: false }] }])
    expect(
      readCard({ checkbox: { question_key: 'q', mode: 1, disable: true, option_list: options } }).questions,
    ).toMatchObject([{ kind: 'many', disabled: true, options: [{ chosen: false }, { chosen: true }] }])
    expect(
      readCard({
        select_list: [{ question_key: 'q', option_list: options }],
        submit_button: { text: '提交', key: 'send' },
      }),
    ).toMatchObject({
      questions: [{ kind: 'select' }],
      submit: { key: 'send' },
    })
  })

  it('keeps button styles, and shows a replaced button that cannot be clicked', () => {
    expect(
      readCard({
        button_list: [
          { text: '签收', key: 'sign:1', style: 1 },
          { text: '退回', key: 'return:1', style: 3 },
        ],
      }).buttons.map((button) => button.style),
    ).toEqual([1, 3])
    expect(readCard({ button_list: [{ text: '签收', key: 'sign:1' }], replace_text: '已签收' }).buttons).toMatchObject([
      { text: '已签收', disabled: true },
    ])
  })

  it.each(['https://elsewhere.example/p.png', '//elsewhere.example/p.png', 'data:image/svg+xml,x'])(
    'does not load %s',
    (url) => {
      expect(readCard({ card_image: { url } }).picture?.src).toBeNull()
    },
  )

  it('loads a picture from the own server', () => {
    expect(readCard({ card_image: { url: 'files/p.png' } }).picture?.src).toBe('files/p.png')
  })

  it.each([[{}], [{ main_title: 'x', button_list: 'y', select_list: [1, null], checkbox: [], source: null }]])(
    'survives a card of another shape: %j',
    (card) => {
      expect(readCard(card)).toMatchObject({ buttons: [], questions: [], picture: null })
    },
  )
})
