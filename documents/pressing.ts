import { serve } from '../beside.ts'
import { makeDocument, TemplateFault } from './make.ts'
import type { Order, Pressed } from './press.ts'
import { readTemplates } from './templates.ts'

/** The process beside the program that makes documents for it: started by press.ts. */
serve(pressed)

async function pressed({ folders, input }: Order): Promise<Pressed> {
  try {
    return { ok: true, ...(await makeDocument(input, await readTemplates(folders))) }
  } catch (error) {
    if (error instanceof TemplateFault) return { ok: false, fault: error.message }
    throw error
  }
}
