import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
/** no way out of the folder it is unpacked to */
const path = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0]+$/u)

/** What stands first in an archive: what it holds, each with its hash, and for which program. */
export const Manifest = z.object({
  format: z.literal(1),
  at: z.iso.datetime(),
  program: z.string(),
  provider: z.enum(['sqlite', 'postgresql']),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** were both logs whole when it was made? null = of an older version, not looked at */
  whole: z.boolean().nullable(),
  /** the database, the township folder, the keys of identities */
  parts: z.array(z.object({ path, bytes: z.number(), sha256 })),
  /** stored files, which lie beside the archives, each once for all of them */
  files: z.array(sha256),
})

export type Manifest = z.infer<typeof Manifest>
export const MANIFEST = 'manifest.json'
export const TOWN = 'town'
export const IDENTITY_KEYS = 'identity-keys.json'
