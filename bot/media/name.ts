import { clean } from '../../domain/text/clean.ts'
import { fit } from '../text/clean.ts'

const LONGEST = 120
// a separator, a drive letter's colon, or what some system would take for more than a name
const UNSAFE = /["*/:<>?\\|]/g

/** The name a download gives its file, made harmless; it is only ever shown, never used as a path. */
export function fileName(header: string | string[] | undefined): string | null {
  const text = Array.isArray(header) ? (header[0] ?? '') : (header ?? '')
  const extended = /filename\*\s*=\s*(?:utf-8|gb18030)?''([^;\s]+)/i.exec(text)?.[1]
  const plain = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1] ?? /filename\s*=\s*([^";\s]+)/i.exec(text)?.[1]
  const name = decoded(extended ?? utf8(plain?.replace(/\\(.)/g, '$1') ?? ''))
  const last = clean(name).split(/[/\\]/).at(-1) ?? ''
  return (
    shortened(
      last
        .replace(UNSAFE, '_')
        .replace(/\s+/g, ' ')
        .replace(/^[\s.]+|[\s.]+$/g, ''),
    ) || null
  )
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Headers arrive as latin1; what was UTF-8 is read as such. */
function utf8(name: string): string {
  if (!/[\u0080-\u00FF]/.test(name) || /[\u0100-\uFFFF]/.test(name)) return name
  const read = Buffer.from(name, 'latin1').toString('utf8')
  return read.includes('\uFFFD') ? name : read
}

/** Long names keep their ending. */
function shortened(name: string): string {
  if ([...name].length <= LONGEST) return name
  const ending = /\.[\w-]{1,10}$/.exec(name)?.[0] ?? ''
  return fit(name.slice(0, name.length - ending.length), LONGEST - [...ending].length) + ending
}
