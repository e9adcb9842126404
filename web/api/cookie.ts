import type { Context as KoaContext } from 'koa'

const NAME = 'shaozi_session'

/** The cookie that holds a session's secret: unseen by scripts, never sent along from other sites. */
export const sessionCookie = {
  read: (koa: KoaContext): string => koa.cookies.get(NAME) ?? '',
  set: (koa: KoaContext, secret: string, publicUrl: string | null): void =>
    void koa.cookies.set(NAME, secret, options(publicUrl)),
  drop: (koa: KoaContext, publicUrl: string | null): void => void koa.cookies.set(NAME, null, options(publicUrl)),
}

const options = (publicUrl: string | null) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: publicUrl?.startsWith('https:') ?? false,
  path: '/',
  overwrite: true,
})
