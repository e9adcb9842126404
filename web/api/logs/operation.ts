import type { SayOperation } from '../../logs/lines.ts'
import type { Route } from '../route.ts'

/** `POST /api/cases/QS261124-0001/acts` in the words of the route. */
export function operationWords(routes: readonly Pick<Route, 'method' | 'path' | 'summary'>[]): SayOperation {
  const known = routes.map(({ method, path, summary }) => ({
    pattern: new RegExp(`^${method} ${path.replace(/:\w+/g, '[^/]*')}$`),
    summary,
  }))
  return (reason) => known.find(({ pattern }) => pattern.test(reason))?.summary ?? reason
}
