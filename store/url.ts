import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreRefusal } from './refusal.ts'

export type Place = Readonly<{ provider: 'sqlite'; path: string }> | Readonly<{ provider: 'postgresql'; url: string }>

/** `file:./data/shaozi.db` (relative to the working folder) or `postgresql://…`. */
export function parseUrl(url: string): Place {
  if (/^postgres(ql)?:\/\//.test(url)) return { provider: 'postgresql', url: checked(url) }
  if (!url.startsWith('file:')) throw new StoreRefusal('bad-url', 'DATABASE_URL must start with file: or postgresql://')
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  const [bare = ''] = path.split('?')
  if (bare === '' || bare.includes(':memory:'))
    throw new StoreRefusal('bad-url', 'DATABASE_URL must name a file, for example file:./data/shaozi.db')
  return { provider: 'sqlite', path: resolve(bare) }
}

/** The url itself is never repeated: it may hold a password. */
function checked(url: string): string {
  if (!URL.canParse(url))
    throw new StoreRefusal(
      'bad-url',
      'DATABASE_URL is not a valid postgresql:// address; special characters in the password must be percent-encoded',
    )
  return url
}
