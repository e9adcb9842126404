const LONE_SURROGATE = /\p{Surrogate}/gu
const NEW_LINES = /\r\n?|[\u0085\u2028\u2029]/g
const CONTROLS = /(?![\n\t])\p{Cc}/gu
/** Zero-width, direction and tag characters: invisible, and good for nothing but disguise. */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
/** A joiner is kept only inside an emoji (👨‍👩‍👧). */
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F)\u200D/gu

/** Text from outside made fit to store, compare and show: well-formed, visible, composed (NFC). Keeps \n and \t. */
export function clean(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(NEW_LINES, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
}
