import type { CheckPoint } from './checkPoints.ts'

/** How a point of the checklist is named at the beginning of what a reviewer writes. */
export const POINT_WORDS: Readonly<Record<CheckPoint, RegExp>> = {
  subject: /^主体(?:适格|不适格)?/u,
  facts: /^(?:违法)?事实(?:不清|清楚)?/u,
  evidence: /^证据/u,
  procedure: /^(?:法定)?程序/u,
  law: /^(?:法律适用|适用法律|法律|依据)/u,
  discretion: /^(?:自由)?裁量/u,
  papers: /^文书/u,
}

/** An article of a law: 《…条例》第三十六条. */
export const LAW = /《[^》]{2,40}》/u
export const ARTICLE = /第[一二三四五六七八九十百零〇\d]+条/u

/** What the guiding unit said, as the officer writes it down. */
export const DISAGREES = /不同意|反对|不予同意|暂缓/u
