/** A drawing, from back to front, in points of A5; both PNG and PDF are made of it. */
export type Sheet = Readonly<{ width: number; height: number; items: readonly Item[] }>
export type Item = Box | Text | Bars

export type Box = Readonly<{
  kind: 'box'
  x: number
  y: number
  width: number
  height: number
  radius: number
  fill: string
  stroke: string | null
}>
/** `y` is the base line; a text in the middle stands around `x`, another begins there. */
export type Text = Readonly<{
  kind: 'text'
  x: number
  y: number
  size: number
  bold: boolean
  fill: string
  middle: boolean
  text: string
}>
/** Bars of height 1 in units of their own, moved to (x, y) and enlarged. */
export type Bars = Readonly<{ kind: 'bars'; x: number; y: number; scale: number; bars: readonly Bar[]; fill: string }>
export type Bar = Readonly<{ x: number; y: number; width: number }>

/** What one village is given. */
export type Poster = Readonly<{ town: string; village: string; code: string; link: string }>
