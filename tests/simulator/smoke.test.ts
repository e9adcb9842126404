import { expect, it } from 'vitest'
import { GROUP, heard, OFFICER, sdk, town, VILLAGER } from './town.ts'

const CARD = {
  card_type: 'button_interaction',
  main_title: { title: 'QS261124-0001' },
  button_list: [{ text: '签收', key: 'sign:QS261124-0001' }],
  task_id: 'QS261124-0001_1',
}

it('a message is answered, a card is pushed, clicked and replaced', async () => {
  const simulator = await town()
  const client = await sdk(simulator)
  const message = heard(client, 'message.text')
  await simulator.say(VILLAGER, '村口有人摆摊')
  const frame = await message
  await client.replyStream(frame, 's1', '受理', false)
  await client.replyStream(frame, 's1', '受理了', true)
  expect(simulator.chat(VILLAGER).map((b) => b.content)).toEqual(['村口有人摆摊', '受理了'])

  await client.sendMessage(GROUP, { msgtype: 'template_card', template_card: CARD })
  const [card] = simulator.chat(GROUP)
  const clicked = heard(client, 'event.template_card_event')
  await simulator.click(OFFICER, card!.id, 'sign:QS261124-0001')
  const event = await clicked
  expect(event.body.event.template_card_event.event_key).toBe('sign:QS261124-0001')
  await client.updateTemplateCard(event, { ...CARD, main_title: { title: '已签收' } })
  expect(simulator.chat(GROUP)[0]).toMatchObject({ updated: true, card: { main_title: { title: '已签收' } } })
})
