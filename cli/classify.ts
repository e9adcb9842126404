import { once } from 'node:events'
import { wordingModel as words } from '../config/wording-model.ts'
import { predict, type Guess } from '../domain/triage/model/model.ts'
import { explain } from './fail.ts'
import { modelOf } from './model.ts'
import { refuse } from './refuse.ts'
import { complaints, linesOf } from './rows.ts'

type Options = Readonly<{ model: string; in: string; json?: boolean }>

/** What stands in a line: rounded, so that the same model says the same everywhere. */
const rounded = ({ label, p }: Guess): Guess => ({ label, p: Math.round(p * 1e6) / 1e6 })

/** `shaozi classify`: one line out for each line in, in order. A line without text has no label. */
export async function classify(options: Options): Promise<number> {
  try {
    const model = await modelOf(options.model)
    const faulty = complaints()
    let read = 0
    for await (const { n, text, fault } of linesOf(options.in)) {
      if (fault) faulty.add(n, fault)
      if (text !== null) read += 1
      const top = text === null ? [] : predict(model, text).slice(0, 3).map(rounded)
      const { label, p } = top[0] ?? { label: null, p: 0 }
      await write(options.json ? `${JSON.stringify({ label, p, top })}\n` : words.classified(label, p, text ?? ''))
    }
    faulty.end()
    if (read === 0) refuse(words.noSentences(options.in))
    return 0
  } catch (error) {
    return explain(error, null, words.classifyFailed)
  }
}

/** No faster than the reader. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain')
}
