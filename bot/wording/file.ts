import { quoted } from './common.ts'
import type { WordsOf } from './words.ts'

/** Where a file cannot go as a file. */
export const fileWords: WordsOf<'file'> = {
  file: ({ name }) => `文件《${quoted(name, 80)}》已存好，这里发不出文件，请在“哨子”机器人或应用里查看。`,
}
