import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { CARDS } from './cards.ts'
import { bot, reqIdOf } from './raw.ts'
import { GROUP, town, VILLAGER } from './town.ts'

async function file(): Promise<string> {
  const at = await mkdtemp(join(tmpdir(), 'shaozi-journal-'))
  onTestFinished(() => rm(at, { recursive: true }))
  return join(at, 'demo', 'chats.jsonl')
}
const card = { chatid: GROUP, msgtype: 'template_card', template_card: CARDS.button_interaction }

it('a restart shows the same chats, files and all, and knows who wrote and which cards there were', async () => {
  const journal = await file()
  const before = await town({ journal })
  const raw = await bot(before)
  const reqId = await reqIdOf(raw, await before.say(VILLAGER, '你好'))
  const stream = (content: string, finish: boolean) => ({ msgtype: 'stream', stream: { id: 's', content, finish } })
  await raw.ask('aibot_respond_msg', stream('您', false), reqId)
  await raw.ask('aibot_respond_msg', stream('您好', true), reqId)
  await raw.ask('aibot_send_msg', card)
  await before.sendMedia(VILLAGER, [{ name: '现场.jpg', data: Buffer.from('jpg') }])
  const bubbles = before.bubbles
  await before.close()
  await appendFile(journal, '{"bubble":{"id":"b9","cont')

  const after = await town({ journal })
  expect(after.bubbles).toEqual(bubbles)
  expect(await (await fetch(after.url + after.bubbles.at(-1)!.files[0]!.url)).text()).toBe('jpg')
  const again = await bot(after)
  expect(await again.code('aibot_send_msg', card)).toBe(42014)
  const push = { chatid: VILLAGER, chat_type: 1, msgtype: 'markdown', markdown: { content: '提醒' } }
  expect(await again.code('aibot_send_msg', push)).toBe(0)
  expect(after.bubbles.at(-1)?.id).toBe('b5')
})

it('starting over empties the file too', async () => {
  const journal = await file()
  const before = await town({ journal })
  await before.sendMedia(VILLAGER, [{ name: 'a.jpg', data: Buffer.from('jpg') }])
  await before.reset()
  await before.say(VILLAGER, '你好')
  expect((await readFile(journal, 'utf8')).match(/"bubble"/g)).toHaveLength(1)
  const after = await town({ journal })
  expect(after.bubbles.map((bubble) => bubble.content)).toEqual(['你好'])
})
