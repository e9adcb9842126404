import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'

const { resolve } = createRequire(import.meta.url)
const fileOf = (weight: string) => resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`)

/** The whole font, not a subset of common characters: villages are named with rare ones. */
export const FAMILY = 'Noto Sans SC'
export const FILES = {
  // looked for when something is drawn: a program without its fonts has words left
  get regular() {
    return fileOf('400Regular')
  },
  get bold() {
    return fileOf('700Bold')
  },
} as const

const opened = new Map<string, Font>()

function fontOf(file: string): Font {
  const font = opened.get(file) ?? create(readFileSync(file))
  if (!('layout' in font)) throw new Error(`${file} is a collection, not a font`)
  opened.set(file, font)
  return font
}

/** How wide a line is, in points. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const font = fontOf(bold ? FILES.bold : FILES.regular)
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size
}

/** In every font that can print Chinese. */
const COMMON = 0x54e8

/** Why nothing can be drawn, or null: the fonts lie in node_modules, and may be lost there. */
export function fontFault(files: Readonly<Record<keyof typeof FILES, string>> = FILES): string | null {
  try {
    const poor = [files.regular, files.bold].find((file) => !fontOf(file).hasGlyphForCodePoint(COMMON))
    return poor === undefined ? null : poor
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The characters for which a box would be printed. */
export function unprintable(text: string): string[] {
  const font = fontOf(FILES.bold)
  return [...new Set(text)].filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0))
}
