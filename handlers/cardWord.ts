import { quoted } from '../domain/command/parse.ts'
import { cardWord } from '../domain/joint/cardWord.ts'
import { commands } from './commands.ts'
import { jointInstead } from './joint/instead.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

/** 「收到」「到了」 of somebody who is called to a place; null where they are only that. */
export async function onCardWord(turn: Turn, text: string, quote: string | null): Promise<Result | null> {
  const word = pendingQuestion(turn) ? null : cardWord(text)
  const ref = word && quoted(quote)
  const order = word && (await jointInstead(turn, word, ref))
  return order ? commands[order](turn, ref, '') : null
}
