/**
 * What people read is written in one place per folder: no Chinese in strings outside the wording files.
 * Comments may be Chinese. A file that must know Chinese words to understand people is named here with its reason.
 */
import ts from 'typescript'
import { sources, walk, whereIs } from './sources.ts'

const folders = [
  '.',
  'domain',
  'bot',
  'handlers',
  'jobs',
  'store',
  'config',
  'demo',
  'posters',
  'evidence',
  'documents',
  'report',
  'backup',
  'cli',
  'web',
  'simulator',
  'scripts',
  'prisma',
]

const allowed: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^[\w/]+\/wording[\w./-]*$/, 'the wording files'],
  [/^config\/(doctor|lint|doctor\/check)\.ts$/, 'punctuation between parts that come from the wording files'],
  [/^simulator\/client\//, 'the phones page shows what a phone shows'],
  [/^domain\/command\/(reference|smallTalk|nearest)\.ts$/, 'how people say a number, and a greeting by name'],
  [
    /^config\/township\/(cellValue|clocks|units)\.ts$/,
    'what people write in spreadsheets for yes, no, none, dates and spans',
  ],
]

const han = /[\u3400-\u9fff\uf900-\ufaff]/u
const fullWidth = /[\u3000-\u303f\uff00-\uffef]/u

/** A pattern that only knows Chinese punctuation is for reading people, not for speaking to them. */
function speaks(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return han.test(node.text)
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
  return isText && (han.test(node.text) || fullWidth.test(node.text))
}

const files = sources(folders).filter((file) => !allowed.some(([path]) => path.test(file.fileName)))
const faults: string[] = []
for (const file of files)
  walk(file, (node) => {
    if (speaks(node)) faults.push(`${whereIs(node)}: ${node.getText().slice(0, 60)}`)
  })

for (const line of faults) console.error(line)
console.log(`${files.length} files, ${faults.length} faults`)
process.exitCode = files.length > 0 && faults.length === 0 ? 0 : 1
