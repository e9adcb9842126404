import type { z } from 'zod'
import { Impossible } from '../chat/impossible.ts'
import type { Simulator } from '../port.ts'
import { words } from '../wording.ts'
import { applyFaults } from './fault.ts'
import { SHAPES, type Post } from './shapes.ts'

export type Route = keyof typeof SHAPES
export const isRoute = (name: string): name is Route => Object.hasOwn(SHAPES, name)

/** Does what the page posted; throws an Impossible with a sentence for the person at the page. */
export async function act(simulator: Simulator, route: Route, body: unknown): Promise<object> {
  switch (route) {
    case 'say':
      return say(simulator, read(SHAPES.say, body))
    case 'click':
      return click(simulator, read(SHAPES.click, body))
    case 'enter':
      return simulator.enter(read(SHAPES.enter, body).userid)
    case 'clock':
      return { now: (await simulator.advance(read(SHAPES.clock, body).advanceMs)).toISOString() }
    case 'reset':
      read(SHAPES.reset, body)
      await simulator.reset()
      return {}
    case 'fault':
      applyFaults(simulator.faults, read(SHAPES.fault, body))
      return {}
  }
}

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const found = shape.safeParse(body)
  if (found.success) return found.data
  const names = found.error.issues.map((issue) => issue.path.join('.') || issue.message)
  throw new Impossible(words.badFields([...new Set(names)].join(', ')))
}

async function say(
  simulator: Simulator,
  { userid, text, files = [], voice, chatid, quote }: Post<'say'>,
): Promise<object> {
  const where = { ...(chatid === undefined ? {} : { chatid }), ...(quote === undefined ? {} : { quote }) }
  const sent = files.map(({ name, base64 }) => ({ name, data: Buffer.from(base64, 'base64') }))
  const speak = () => {
    if (voice) return simulator.sendVoice(userid, text, where)
    if (sent.length === 0) return simulator.say(userid, text, where)
    return text.trim() === ''
      ? simulator.sendMedia(userid, sent, where)
      : simulator.sendMixed(userid, text, sent, where)
  }
  return { msgid: (await speak()).msgid }
}

async function click(simulator: Simulator, { userid, bubbleId, key, selected, stale }: Post<'click'>): Promise<object> {
  const options = { ...(selected === undefined ? {} : { selected }), ...(stale === undefined ? {} : { stale }) }
  return { msgid: (await simulator.click(userid, bubbleId, key, options)).msgid }
}
