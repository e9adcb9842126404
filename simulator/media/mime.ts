import { extname } from 'node:path'

/** What a phone takes a file for: by its name, as phones do. */
const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.amr': 'audio/amr',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
}

export const mimeOf = (name: string): string => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'

export function kindOf(name: string): 'image' | 'video' | 'file' {
  const [family] = mimeOf(name).split('/')
  return family === 'image' || family === 'video' ? family : 'file'
}

/** The header for a download; `filename*` carries what is not ASCII. */
export function disposition(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const ascii = name.replaceAll(/[^\w.-]/g, '_')
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
}
