import { wordingModel as words } from '../config/wording-model.ts'
import { evaluate, type Report } from '../domain/triage/model/evaluate.ts'
import { predict } from '../domain/triage/model/model.ts'
import { explain } from './fail.ts'
import { modelOf } from './model.ts'
import { labelled } from './rows.ts'

type Options = Readonly<{ model: string; in: string; json?: boolean }>

/** `shaozi eval`: how right a classifier is on sentences whose label is known. */
export async function evalModel(options: Options): Promise<number> {
  try {
    const model = await modelOf(options.model)
    const rows = await labelled(options.in)
    const report = evaluate(
      rows.map(({ text, label }) => {
        const top = predict(model, text).slice(0, 3)
        const [best] = top
        return { label, guess: best?.label ?? '', p: best?.p ?? 0, inTop: top.some((guess) => guess.label === label) }
      }),
    )
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : inWords(report))
    return 0
  } catch (error) {
    return explain(error, null, words.evalFailed)
  }
}

function inWords({ rows, accuracy, macroF1, top3, thresholds, labels }: Report): string {
  return [
    words.overall(rows, accuracy, macroF1, top3),
    ...thresholds.map(({ threshold, share, precision }) => words.threshold(threshold, share, precision)),
    ...labels.map(({ label, rows: of, precision, recall }) => words.ofLabel(label, of, precision, recall)),
  ].join('')
}
