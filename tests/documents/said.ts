import { execFileSync } from 'node:child_process'
import { unzipSync, strFromU8 } from 'fflate'
import { textOf, parse } from '../../documents/docx/node.ts'

/** Everything a reader sees of a .docx, in its order, without blanks: they depend on where lines end. */
export function docxText(docx: Uint8Array): string {
  const files = unzipSync(docx)
  const parts = Object.keys(files).filter((name) => /^word\/(document|header\d+|footer\d+)\.xml$/u.test(name))
  return squeezed(parts.map((name) => textOf(parse(strFromU8(files[name]!)))).join(''))
}

export const pdfText = (pdf: Uint8Array): string =>
  squeezed(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 }))

export const squeezed = (text: string): string => text.replace(/\s/gu, '')

export const pagesIn = (pdf: Uint8Array): number =>
  Number(/Pages:\s+(\d+)/u.exec(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }))?.[1])

/** Where the words of a PDF are, page by page. */
export function wordsIn(pdf: Uint8Array) {
  const html = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 })
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: numberOf(page, 'width'),
      height: numberOf(page, 'height'),
      words: page
        .split('<word ')
        .slice(1)
        .map((word) => ({
          left: numberOf(word, 'xMin'),
          right: numberOf(word, 'xMax'),
          top: numberOf(word, 'yMin'),
          bottom: numberOf(word, 'yMax'),
          text: />([^<]*)</u.exec(word)?.[1] ?? '',
        })),
    }))
}

const numberOf = (text: string, name: string): number => Number(new RegExp(`${name}="([\\d.-]+)"`, 'u').exec(text)?.[1])
