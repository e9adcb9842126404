import type { Content, MediaRef } from '../../domain/inbound.ts'

const AT_PLATFORM = 'media:'

/** A message that is a file the platform keeps for us under an id. */
export const fileMessage = (kind: MediaRef['kind'], id: string): Content => ({
  kind: 'media',
  text: '',
  media: [{ kind, url: `${AT_PLATFORM}${id}`, aesKey: null }],
  quote: null,
})

/** The media_id an address stands for; null for a link. */
export const mediaIdOf = (url: string): string | null =>
  url.startsWith(AT_PLATFORM) ? url.slice(AT_PLATFORM.length) : null
