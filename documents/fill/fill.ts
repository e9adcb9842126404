import { createDefaultPlugins, TemplateHandler } from 'easy-template-x'
import { BlocksPlugin } from './blocks.ts'
import { fieldsOf } from './fields.ts'
import type { DocumentInput } from '../../domain/legal/documentShape.ts'
import { shown } from './pictures.ts'
import { WordsPlugin } from './words.ts'

const MOST_PICTURES = 12

/** The template with everything of the case in it, as a .docx. */
export async function fill(template: Buffer, input: DocumentInput): Promise<Buffer> {
  const pictures = await picturesOf(input)
  return handler().process(template, fieldsOf(input, pictures))
}

function handler(): TemplateHandler {
  const others = createDefaultPlugins().filter(({ contentType }) => contentType !== 'loop')
  return new TemplateHandler({ plugins: [...others, new BlocksPlugin(), new WordsPlugin()] })
}

/** One after the other: twelve photographs opened at once are a gigabyte. */
async function picturesOf({ pictures }: DocumentInput) {
  const all = []
  for (const each of pictures.slice(0, MOST_PICTURES)) all.push({ caption: each.caption, shown: await shown(each) })
  return all
}
