import { createHash } from 'node:crypto'
import { sealed } from '../doors/envelope.ts'
import { picture } from '../scenarios/pictures.ts'
import { BOT } from './phones/protocol.ts'
import type { World } from './world.ts'

/** real ms for an answer, when all is well and when something is amiss */
const PATIENCE = { calm: 1000, amiss: 100 } as const

/** A person does something and waits a moment for the bot to say something in his chat. */
async function answered(world: World, chat: string, act: () => Promise<unknown>): Promise<void> {
  const within = world.during.size > 0 ? PATIENCE.amiss : PATIENCE.calm
  let stop = () => {}
  const heard = new Promise<void>((resolve) => {
    const late = setTimeout(resolve, within)
    const off = world.phones.onTold((told) => (told.chat === chat ? resolve() : undefined))
    stop = () => {
      clearTimeout(late)
      off()
    }
  })
  try {
    await act()
    await heard
  } finally {
    stop()
  }
}

/** The key under which a message of somebody stands in the inbox: of whom is not to be read from it. */
function keyIn(...parts: readonly string[]): string {
  return `h:${createHash('sha256').update(parts.join(':')).digest('base64url')}`
}

/** Writes to the bot by the door he uses: the AI bot, or the callback of the app. `grey` = with a picture. */
export async function says(world: World, who: string, text: string, grey: number | null = null): Promise<void> {
  const { phones, inApp, during, accepted } = world
  if (inApp.has(who))
    return answered(world, who, async () => {
      await callsBack(world, who, { MsgType: 'text', Content: text })
      if (grey !== null) await callsBack(world, who, { MsgType: 'image', MediaId: `media-${grey}`, PicUrl: '' })
    })
  const [calm, line] = [during.size === 0 && phones.up(), phones.line()]
  let msgid: string | null = null
  await answered(world, who, async () => {
    msgid = await (grey === null
      ? phones.ask<string | null>('say', who, text)
      : phones.ask<string | null>('send', who, text, 'a.png', picture(grey)))
  })
  // a line that broke meanwhile may have lost it: the platform keeps nothing for a bot that is away
  if (msgid !== null && calm && phones.line() === line) accepted.push(keyIn('aibot', BOT.id, who, msgid))
}

let numbers = 0

/** … `times` at once; and again where it was not taken, as the platform does: up to three times, with the same id. */
export async function callsBack(
  world: World,
  who: string,
  said: Readonly<Record<string, string>>,
  times = 1,
): Promise<void> {
  const id = `7${(numbers += 1)}`
  const fields = { FromUserName: who, MsgId: id, AgentID: world.agent, ...said }
  const once = async (): Promise<boolean> => {
    const { query, body } = sealed(fields, world.clock.now())
    const answer = await world.core().web.callback?.receive(new URLSearchParams(query), Buffer.from(body))
    return answer?.status === 200
  }
  const taken = await Promise.all(Array.from({ length: times }, once))
  for (let retry = 0; retry < 2 && !taken.includes(true); retry += 1) taken.push(await once())
  if (taken.includes(true)) world.accepted.push(keyIn('app', String(world.agent), who, id))
}

/** Taps a button of a card he sees. */
export function taps(world: World, who: string, chat: string, bubble: string, key: string): Promise<void> {
  return answered(world, chat, () => world.phones.ask('tap', who, bubble, key))
}
