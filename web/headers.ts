import type { Middleware } from 'koa'

/** Nothing inline, nothing from outside; pictures that were just chosen are shown from memory. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': CSP,
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  // another site neither holds our window nor builds our pictures into its own page
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** seconds: a year, as browsers ask for it */
const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' } as const

/** What every answer says to browsers. Where others reach us by https they are never to come in the clear again. */
export const headersFor = (publicUrl: string | null): Readonly<Record<string, string>> =>
  publicUrl?.startsWith('https:') ? { ...ALWAYS, ...HSTS } : ALWAYS

/** Sets them, also on what went wrong: Koa takes all headers off an error but those the error brings along. */
export function safeHeaders(publicUrl: string | null): Middleware {
  const headers = headersFor(publicUrl)
  return async (koa, next) => {
    koa.set(headers)
    try {
      await next()
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { headers }) : error
    }
  }
}
