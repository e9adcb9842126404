import { createHash } from 'node:crypto'

const LEVELS = ['debug', 'info', 'warn', 'error']

/** What an operator reads in the log, and what an error is called: no rule hangs on it, and no test should. */
function isText(path) {
  if (!path.isStringLiteral() && !path.isTemplateLiteral() && !path.isObjectExpression()) return false
  const { parent } = path
  if (parent?.type === 'NewExpression') return parent.callee.name?.endsWith('Error') ?? false
  if (parent?.type !== 'CallExpression') return false
  const { callee } = parent
  return callee.type === 'MemberExpression' && callee.object.name === 'log' && LEVELS.includes(callee.property.name)
}

/** One in so many of the declarations of a file is looked at; which ones is the same in every run. */
const ONE_IN = Number(process.env['MUTATION_ONE_IN'] ?? 1)

function isLeftOut(path) {
  if (ONE_IN === 1 || !path.parentPath?.isProgram()) return false
  return createHash('sha256').update(path.toString()).digest().readUInt32BE() % ONE_IN !== 0
}

/** Plugins of Stryker, in its own words. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'texts',
    value: { shouldIgnore: (path) => (isText(path) ? 'a text of the log' : undefined) },
  },
  {
    kind: 'Ignore',
    name: 'sample',
    value: { shouldIgnore: (path) => (isLeftOut(path) ? 'not in the sample' : undefined) },
  },
]
