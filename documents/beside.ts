import type { Order, Pressed } from './press.ts'
import { makeDocument, TemplateFault } from './make.ts'
import { readTemplates } from './templates.ts'

/** The process beside the program that makes documents for it: started by press.ts, and gone with it. */
process.on('message', (order) => {
  void pressed(order as Order).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())

async function pressed({ folders, input }: Order): Promise<Pressed> {
  try {
    return { ok: true, ...(await makeDocument(input, await readTemplates(folders))) }
  } catch (error) {
    if (error instanceof TemplateFault) return { ok: false, fault: error.message }
    return { ok: null, error: error instanceof Error ? error.name : 'unknown' }
  }
}
