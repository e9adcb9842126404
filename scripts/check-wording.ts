/**
 * What people read is written in one place per folder: no Chinese in strings outside the wording files.
 * Comments may be Chinese. A file that must know Chinese words to understand people is named here with its reason.
 */
import ts from 'typescript'
import { sources, walk, whereIs } from './sources.ts'

const searched = ['app.ts', 'main.ts', 'context.ts', 'domain', 'bot', 'handlers', 'jobs', 'store', 'config', 'web', 'simulator', 'scripts', 'prisma']

const allowed: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^[\w/]+\/wording[\w./-]*$/, 'the wording files'],
  [/^simulator\/client\//, 'the phones page shows what a phone shows'],
  [/^domain\/command\//, 'the words people type as commands'],
]

const chinese = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isRegularExpressionLiteral(node)
}

const files = sources(searched).filter((file) => !allowed.some(([path]) => path.test(file.fileName)))
const faults: string[] = []
for (const file of files)
  walk(file, (node) => {
    if (isText(node) && chinese.test(node.getText())) faults.push(`${whereIs(node)}: ${node.getText().slice(0, 60)}`)
  })

for (const line of faults) console.error(line)
console.log(`${files.length} files, ${faults.length} faults`)
process.exitCode = files.length > 0 && faults.length === 0 ? 0 : 1
