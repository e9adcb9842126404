import { FAMILY } from './font.ts'

export const BLUE = '#0f4c9c'
export const LIGHT = '#9db8dc'
export const RED = '#c0392b'
export const DARK = '#1c1c1e'
export const GREY = '#6b6f76'
export const WHITE = '#ffffff'

type Style = Readonly<{ size: number; fill: string; bold?: boolean; room?: number }>

/** A line of words with its upper left corner at (x, y); cut where it is wider than its room. */
export const words = (text: string, x: number, y: number, { size, fill, bold = false, room }: Style): object => ({
  type: 'text',
  x,
  y,
  silent: true,
  style: {
    text,
    fill,
    // the short form `font` is not understood by who turns it into pixels
    ...{ fontSize: size, fontWeight: bold ? 700 : 400, fontFamily: FAMILY },
    ...(room === undefined ? {} : { width: room, overflow: 'truncate' }),
  },
})
