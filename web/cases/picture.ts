/** What the first bytes of a picture are; everything else is saved and never shown, whatever it says it is (an SVG can hold a script). */
const SIGNS: readonly Readonly<{ mime: string; at: number; bytes: readonly number[] }>[] = [
  { mime: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { mime: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
]

/** The kind of a picture that may be shown in a page, by its bytes; null = it may only be saved. */
export function pictureKind(bytes: Uint8Array): string | null {
  const found = SIGNS.find(({ at, bytes: sign }) => sign.every((byte, n) => bytes[at + n] === byte))
  return found?.mime ?? null
}

/** Kinds of which a page tries to show a picture. */
export const isShown = (mime: string | null): boolean => SIGNS.some((sign) => sign.mime === mime)
