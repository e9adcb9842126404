/** Rules do not look at a clock or roll dice: in domain/ and handlers/ `now` is an argument, ids come from the context. */
import ts from 'typescript'
import { sources, walk, whereIs } from './sources.ts'

const banned = new Set(['Date.now', 'performance.now', 'Math.random', 'process.hrtime', 'Date'])
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate'])

function fault(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date() without an instant'
  if (!ts.isCallExpression(node)) return null
  const called = node.expression.getText()
  return banned.has(called) || timers.has(called) ? `${called}()` : null
}

const files = sources(['domain', 'handlers'])
const faults: string[] = []
for (const file of files)
  walk(file, (node) => {
    const found = fault(node)
    if (found !== null) faults.push(`${whereIs(node)}: ${found} — take \`now\` or an id as an argument`)
  })

for (const line of faults) console.error(line)
console.log(`${files.length} files, ${faults.length} faults`)
process.exitCode = files.length > 0 && faults.length === 0 ? 0 : 1
