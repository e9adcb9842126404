import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A .docx as somebody changed it in Word: its text replaced here and there. */
export function retouched(docx: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Buffer {
  const files = unzipSync(docx)
  files[part] = strToU8(change(strFromU8(files[part]!)))
  return Buffer.from(zipSync(files))
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMES = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"`
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"/></w:sectPr>'

/** The smallest .docx that holds this, with further parts such as numbering. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const parts = Object.entries(more).map(
    ([name, xml]) => [`word/${name}.xml`, strToU8(`${HEAD}${named(xml)}`)] as const,
  )
  const document = `${HEAD}<w:document ${NAMES}><w:body>${body}${PAGE}</w:body></w:document>`
  return Buffer.from(zipSync({ 'word/document.xml': strToU8(document), ...Object.fromEntries(parts) }))
}

/** Names its prefixes on the outermost element. */
const named = (xml: string): string => xml.replace(/^<([\w:]+)/u, `<$1 ${NAMES}`)

export const p = (text: string, props = ''): string =>
  `<w:p>${props === '' ? '' : `<w:pPr>${props}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
