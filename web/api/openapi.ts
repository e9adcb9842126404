import { z } from 'zod'
import type { Route } from './route.ts'

/** The API as OpenAPI 3.1, made from the same table as the router. */
export function openApi(routes: readonly Route[], title: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return { openapi: '3.1.0', info: { title, version: '1' }, paths }
}

function operation(route: Route): object {
  return {
    summary: route.summary,
    'x-roles': route.roles,
    parameters: [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => inPath(name ?? '')).concat(inQuery(route.query)),
    ...(route.method === 'GET'
      ? {}
      : { requestBody: { content: { 'application/json': { schema: schemaOf(route.body) } } } }),
    responses: {
      '200': route.answer
        ? { description: '', content: { 'application/json': { schema: schemaOf(route.answer) } } }
        : { description: '' },
    },
  }
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } as unknown })

function inQuery(query: z.ZodType) {
  if (!(query instanceof z.ZodObject)) return []
  return Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema) as unknown,
  }))
}

const schemaOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
