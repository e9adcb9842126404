import { readDocx } from './docx/read.ts'
import { fill } from './fill/fill.ts'
import type { DocumentInput } from '../domain/legal/documentShape.ts'
import { drawPages } from './pdf/draw.ts'
import { pagesOf } from './pdf/pages.ts'
import type { Templates } from './templates.ts'
import { FAULTS } from './wording-faults.ts'
import { DOCUMENT_TITLES } from '../domain/legal/wording-document.ts'

export type Made = Readonly<{ docx: Buffer; pdf: Buffer; name: string }>

/** A template cannot be filled; the message is a Chinese sentence for staff that names the file and the tag. */
export class TemplateFault extends Error {
  override name = 'TemplateFault'
}

/**
 * One document of a case as .docx to be edited and as .pdf to be printed. The PDF is drawn from the filled .docx, so both
 * say the same and a township's template shows in both. `name` has no ending and is safe as the name of a file.
 * Rejects with `TemplateFault` where the template (`readTemplates`) cannot be filled.
 */
export async function makeDocument(input: DocumentInput, templates: Templates): Promise<Made> {
  const { bytes, file, fault } = templates[input.kind]
  if (fault !== null) throw new TemplateFault(fault)
  const docx = await filled(bytes, file, input)
  const name = nameOf(input)
  return { docx, pdf: await drawPages(name, pagesOf(readDocx(docx))), name }
}

async function filled(bytes: Buffer, file: string, input: DocumentInput): Promise<Buffer> {
  try {
    return await fill(bytes, input)
  } catch (error) {
    throw new TemplateFault(FAULTS.other(file), { cause: error })
  }
}

/** Approvals go by the number of the file, the others by their own; without one by what else there is. */
function nameOf({ kind, docNo, fileNo, caseNo }: DocumentInput): string {
  const own = kind.endsWith('approval') ? null : docNo
  const parts = [DOCUMENT_TITLES[kind], own ?? fileNo ?? docNo ?? caseNo ?? '']
  return parts
    .map((part) => part.toWellFormed().replace(/[\\/:*?"<>|\s\p{C}]+/gu, '_'))
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80)
}
