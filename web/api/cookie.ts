import type { Context as KoaContext } from 'koa'

type How = Readonly<{ sameSite: 'strict' | 'lax'; maxAge?: number }>

/** A cookie scripts cannot see. Where others reach us by https it is of this host only, and never sent in the clear. */
function cookie(name: string, how: How) {
  const nameFor = (publicUrl: string | null): string => (isSecure(publicUrl) ? `__Host-${name}` : name)
  const set = (koa: KoaContext, value: string | null, publicUrl: string | null): void => {
    const secure = isSecure(publicUrl)
    // the proxy before us speaks https, the connection from it does not
    if (secure) koa.cookies.secure = true
    koa.cookies.set(nameFor(publicUrl), value, { ...how, httpOnly: true, secure, path: '/', overwrite: true })
  }
  return {
    read: (koa: KoaContext, publicUrl: string | null): string => koa.cookies.get(nameFor(publicUrl)) ?? '',
    set,
    drop: (koa: KoaContext, publicUrl: string | null): void => set(koa, null, publicUrl),
  }
}

const isSecure = (publicUrl: string | null): boolean => publicUrl?.startsWith('https:') ?? false

/** The secret of a session; other sites cannot make a browser send it along. */
export const sessionCookie = cookie('shaozi_session', { sameSite: 'strict' })

/** for how long one may stay at WeCom's page, in ms */
export const LOGIN_MS = 10 * 60_000
/** Ties the way to WeCom's page and back to one browser, which comes back from another site. */
export const loginCookie = cookie('shaozi_login', { sameSite: 'lax', maxAge: LOGIN_MS })
