import { wordingModel as words } from '../config/wording-model.ts'
import { encode } from '../domain/triage/model/codec.ts'
import { evaluate } from '../domain/triage/model/evaluate.ts'
import { train as learn, type Row, type Trained } from '../domain/triage/model/train.ts'
import { explain } from './fail.ts'
import { saveWhole } from './model.ts'
import { refuse } from './refuse.ts'
import { labelled } from './rows.ts'

type Options = Readonly<{ in: string; out: string; json?: boolean }>

/** `shaozi train`: learns from labelled sentences and writes one file. */
export async function train(options: Options): Promise<number> {
  try {
    const rows = await labelled(options.in)
    const begun = performance.now()
    const { model, unseen } = fit(options.in, rows)
    const seconds = (performance.now() - begun) / 1000
    const bytes = encode(model)
    await saveWhole(options.out, bytes)
    const report = evaluate(unseen)
    const { accuracy, macroF1 } = report
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ seconds, bytes: bytes.length, ...report })}\n`
        : words.trained(model.rows, model.labels.length, seconds, bytes.length, accuracy, macroF1),
    )
    return 0
  } catch (error) {
    return explain(error, null, words.trainFailed)
  }
}

function fit(file: string, rows: readonly Row[]): Trained {
  try {
    return learn(rows, progress())
  } catch (error) {
    if (error instanceof RangeError) refuse(words.oneLabel(file))
    throw error
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n')
  }
}

/** A line that counts up, for somebody who watches. */
function progress(): (share: number) => void {
  return (share) => void (process.stderr.isTTY && process.stderr.write(words.training(share)))
}
