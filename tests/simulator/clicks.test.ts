import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator/port.ts'
import { CARDS, type CardName } from './cards.ts'
import { bot, reqIdOf, type Raw } from './raw.ts'
import { GROUP, HEAD, heard, OFFICER, sdk, town, VILLAGER } from './town.ts'

type Scene = Readonly<{ simulator: Simulator; raw: Raw; bubbleId: string }>

async function pushed(name: CardName, chatid = GROUP, extra: object = {}): Promise<Scene> {
  const simulator = await town()
  simulator.acquaint([VILLAGER, OFFICER])
  const raw = await bot(simulator)
  await raw.ask('aibot_send_msg', { chatid, msgtype: 'template_card', template_card: { ...CARDS[name], ...extra } })
  return { simulator, raw, bubbleId: simulator.chat(chatid)[0]!.id }
}

async function click({ simulator, raw, bubbleId }: Scene, key: string, who = OFFICER, options = {}): Promise<string> {
  return reqIdOf(raw, await simulator.click(who, bubbleId, key, options))
}

const event = ({ raw }: Scene, reqId: string) => raw.frames.find((frame) => frame.headers.req_id === reqId)?.body
const update = (card: object, more: object = {}) => ({
  response_type: 'update_template_card',
  template_card: card,
  ...more,
})
const signed = {
  ...CARDS.button_interaction,
  main_title: { title: '已签收' },
  button_list: [{ text: '到场', key: 'arrive:1' }],
}

describe('a tap', () => {
  it('in a group names the person, the chat, the key and the card', async () => {
    const scene = await pushed('button_interaction')
    const body = event(scene, await click(scene, 'sign:1'))
    expect(body).toMatchObject({
      msgtype: 'event',
      chatid: GROUP,
      chattype: 'group',
      from: { userid: OFFICER },
      event: {
        eventtype: 'template_card_event',
        template_card_event: { card_type: 'button_interaction', event_key: 'sign:1', task_id: 'button-1' },
      },
    })
    expect(body?.['create_time']).toBeTypeOf('number')
  })

  it('in a single chat names no chatid', async () => {
    const scene = await pushed('button_interaction', OFFICER)
    const body = event(scene, await click(scene, 'return:1'))
    expect(body).toMatchObject({ chattype: 'single', from: { userid: OFFICER } })
    expect(body).not.toHaveProperty('chatid')
  })

  const selected = (body: unknown) =>
    (body as { event: { template_card_event: { selected_items?: unknown } } }).event.template_card_event.selected_items

  it('carries what is chosen, or what is chosen from the start', async () => {
    const scene = await pushed('multiple_interaction')
    expect(selected(event(scene, await click(scene, 'route:1', OFFICER, { selected: { lead: ['o7'] } })))).toEqual({
      selected_item: [
        { question_key: 'lead', option_ids: { option_id: ['o7'] } },
        { question_key: 'level', option_ids: { option_id: ['o2'] } },
      ],
    })
  })

  it('of a vote carries all that is checked', async () => {
    const scene = await pushed('vote_interaction')
    const reqId = await click(scene, 'vote:1', OFFICER, { selected: { solved: ['o0', 'o3'] } })
    expect(selected(event(scene, reqId))).toEqual({
      selected_item: [{ question_key: 'solved', option_ids: { option_id: ['o0', 'o3'] } }],
    })
  })

  it('in the menu carries no choice', async () => {
    const scene = await pushed('button_interaction')
    expect(selected(event(scene, await click(scene, 'move:1')))).toBeUndefined()
    expect(selected(event(scene, await click(scene, 'sign:1')))).toEqual({
      selected_item: [{ question_key: 'unit', option_ids: { option_id: ['o1'] } }],
    })
  })

  it('on a prepared question says it', async () => {
    const scene = await pushed('text_notice')
    const body = event(scene, await click(scene, '进度 0001'))
    expect(body).toMatchObject({ msgtype: 'text', text: { content: '@哨子 进度 0001' }, chatid: GROUP })
  })

  it.each([
    ['a key that is not on the card', OFFICER, 'close:1', {}],
    ['an option that is not on the card', OFFICER, 'sign:1', { selected: { unit: ['o9'] } }],
    ['a question that is not on the card', OFFICER, 'sign:1', { selected: { other: ['o1'] } }],
    ['two options of a drop-down', OFFICER, 'sign:1', { selected: { unit: ['o0', 'o1'] } }],
    ['a card one does not see', VILLAGER, 'sign:1', {}],
  ])('is impossible on %s', async (_, who, key, options) => {
    const { simulator, bubbleId } = await pushed('button_interaction')
    await expect(simulator.click(who, bubbleId, key, options)).rejects.toMatchObject({ name: 'Impossible' })
  })
})

describe('an update', () => {
  it('replaces the card for everybody, once', async () => {
    const scene = await pushed('button_interaction')
    const reqId = await click(scene, 'sign:1')
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed), reqId)).toBe(0)
    expect(scene.simulator.chat(GROUP)).toMatchObject([{ card: signed, cardFor: {}, updated: true }])
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed), reqId)).toBe(846605)
  })

  it('may be for some members; another for all replaces those too', async () => {
    const scene = await pushed('button_interaction')
    const reqId = await click(scene, 'sign:1')
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed, { userids: [OFFICER] }), reqId)).toBe(0)
    expect(scene.simulator.chat(GROUP)).toMatchObject([
      { card: CARDS.button_interaction, cardFor: { [OFFICER]: signed } },
    ])
    await expect(scene.simulator.click(OFFICER, scene.bubbleId, 'sign:1')).rejects.toThrow('没有这个按钮')
    const again = await click(scene, 'return:1', HEAD)
    const over = { ...signed, main_title: { title: '已退回' } }
    expect(await scene.raw.code('aibot_respond_update_msg', update(over), again)).toBe(0)
    expect(scene.simulator.chat(GROUP)).toMatchObject([{ card: over, cardFor: {} }])
  })

  it.each([
    ['another task_id', update({ ...signed, task_id: 'other' }), 42016],
    ['no task_id', update({ ...signed, task_id: undefined }), 42014],
    ['an invalid card', update({ ...signed, button_list: [] }), 40058],
    ['no response_type', { template_card: signed }, 40058],
    ['userids that name nobody', update(signed, { userids: ['nobody'] }), 40058],
    ['userids that are no list', update(signed, { userids: OFFICER }), 40058],
  ])('with %s is refused and may be sent again', async (_, body, code) => {
    const scene = await pushed('button_interaction')
    const reqId = await click(scene, 'sign:1')
    expect(await scene.raw.code('aibot_respond_update_msg', body, reqId)).toBe(code)
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed), reqId)).toBe(0)
  })

  it('names no people in a single chat', async () => {
    const scene = await pushed('button_interaction', OFFICER)
    const reqId = await click(scene, 'sign:1')
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed, { userids: [OFFICER] }), reqId)).toBe(40058)
  })

  it('comes within five seconds, and only after a tap', async () => {
    const scene = await pushed('button_interaction')
    const reqId = await click(scene, 'sign:1')
    await scene.simulator.advance(5001)
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed), reqId)).toBe(846605)
    const message = await reqIdOf(scene.raw, await scene.simulator.say(VILLAGER, '你好'))
    expect(await scene.raw.code('aibot_respond_update_msg', update(signed), message)).toBe(846605)
    expect(await scene.raw.code('aibot_respond_msg', { msgtype: 'markdown', markdown: { content: '好' } }, reqId)).toBe(
      846605,
    )
  })

  it('leaves the old buttons to a phone that has not drawn it yet', async () => {
    const scene = await pushed('button_interaction')
    const reqId = await click(scene, 'sign:1')
    await scene.raw.ask('aibot_respond_update_msg', update(signed), reqId)
    await expect(scene.simulator.click(HEAD, scene.bubbleId, 'sign:1')).rejects.toThrow('没有这个按钮')
    const stale = event(scene, await click(scene, 'sign:1', HEAD, { stale: true }))
    expect(stale).toMatchObject({ event: { template_card_event: { event_key: 'sign:1', task_id: 'button-1' } } })
    expect(event(scene, await click(scene, 'arrive:1', HEAD))).toBeTruthy()
  })

  it('works through the SDK', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    await client.sendMessage(GROUP, {
      msgtype: 'template_card',
      template_card: structuredClone(CARDS.button_interaction) as never,
    })
    const tapped = heard(client, 'event.template_card_event')
    await simulator.click(OFFICER, simulator.chat(GROUP)[0]!.id, 'sign:1')
    await client.updateTemplateCard(await tapped, structuredClone(signed) as never, [OFFICER, HEAD])
    expect(Object.keys(simulator.chat(GROUP)[0]!.cardFor)).toEqual([OFFICER, HEAD])
  })
})
