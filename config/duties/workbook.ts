import { unzipSync } from 'fflate'

/** Gives every row of a merged cell what is written in its first. */
type Fill = (rows: string[][]) => void

export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

/** As the archive itself declares it; nothing is unpacked for it. */
export function unzippedSize(bytes: Buffer): number {
  let sum = 0
  unzipSync(bytes, {
    filter({ originalSize }) {
      sum += originalSize
      return false
    },
  })
  return sum
}

/** The merged cells of each sheet, in the order of the sheets. */
export function mergedIn(bytes: Buffer): readonly (readonly Fill[])[] {
  const files = unzipSync(bytes, { filter: ({ name }) => /^xl\/(?:workbook|_rels\/|worksheets\/sheet)/u.test(name) })
  const text = (name: string) => new TextDecoder().decode(files[name] ?? new Uint8Array())
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return tags(text('xl/workbook.xml'), 'sheet').map((sheet) => {
    const target = targets.get(attribute(sheet, 'r:id')) ?? ''
    const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return tags(xml, 'mergeCell').flatMap((tag) => fillOf(attribute(tag, 'ref')) ?? [])
  })
}

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'gu')) ?? []
const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? ''

/** `B2:C5`: downwards only, for a title that spans the columns is written once. */
function fillOf(ref: string): Fill | null {
  const [, letters = '', first = '', last = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/u.exec(ref) ?? []
  if (letters === '') return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const [top, bottom] = [Number(first) - 1, Number(last) - 1]
  return (rows) => {
    const written = rows[top]?.[column]
    if (!written) return
    for (const row of rows.slice(top + 1, bottom + 1)) {
      while (row.length < column) row.push('')
      row[column] ||= written
    }
  }
}
