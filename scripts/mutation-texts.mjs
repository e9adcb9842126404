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

/** A plugin of Stryker, in its own words. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'texts',
    value: { shouldIgnore: (path) => (isText(path) ? 'a text of the log' : undefined) },
  },
]
