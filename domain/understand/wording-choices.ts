/** What the buttons under a question say. */
export const CHOICE = {
  noPlace: '说不清楚',
  same: '是同一件',
  notSame: '不是',
  insist: '还是要反映',
  fine: '知道了',
  anonymous: '匿名反映',
  confidential: '请保密',
  answersIt: '是回答这件',
  anotherMatter: '另一件事',
  thisCase: (short: string): string => `是 ${short}`,
} as const

/** 「不是」 is looked for before 「是」. */
export const NOT_SAME = /不是|不对|不一样|不同|另(?:外|一)|别的|两(?:件|回|码)事|没有|都不|新的/u
export const SAME = /^(?:是|对|嗯|没错|同一|一样|就是|一回事|恩|yes|ok)/u
/** It is not the township's business, and he wants it taken up all the same. */
export const INSISTS =
  /还是(?:要|得|请|想)|仍(?:然)?要|坚持|就(?:要|是要)(?:反映|你们)|要反映|帮我(?:记|报|反映)|(?:给|帮)?(?:我)?登记|你们(?:也|就|得|应该|必须)?(?:要|得|应该)?管|归你们|是你们的事|受理一下/u
/** He was told, and that is that. */
export const CONTENT = /^(?:知道|好|行|谢|多谢|感谢|明白|了解|不用|算了|ok|嗯|收到|可以)/u
