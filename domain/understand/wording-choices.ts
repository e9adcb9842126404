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
export const NOT_SAME =
  /不是|不对|不一样|不同|另(?:外|一)|别的|两(?:件|回|码)事|没有|都不|新的|^不(?:啊|呀|哦|嘛|呢)*$/u
/** Nothing but a yes, or what stands beside a number: 「对，就是」, 「是同一件事」, 「0007 那件」. */
export const SAME =
  /^(?:应该|确实|可能|好像|大概|估计|也许|八成|差不多)*(?:是|对|嗯|恩|没错|就是|yes|的|啊|呀|哈|吧|呢)*(?:(?:和|跟|与)?(?:它|他|[这那上]个|上面(?:的|那个)?)?(?:是|就是)?(?:(?:同一?|一)(?:件|个|回|码)(?:事情?|问题)?|一样)|(?:就|都)?(?:是|说)?(?:的)?[这那]一?(?:件|个|家|回)?(?:事情?)?)?(?:的|啊|呀|哈|吧|呢|了)*$/u
/** … and one of these is in it. */
export const AFFIRMS = /是|对|嗯|恩|没错|同|一样|一回事|一码事|就[这那]|yes/u
/** … and it names nothing. */
export const MERE_YES = /^(?:是|对|嗯|恩|没错|就是|yes|的|啊|呀|哈|吧|呢|了)+$/u
/** 「第二个」, 「头一件」, 「最后那个」: one of those shown, by where it stands. */
export const ORDINAL =
  /^(?:应该|可能|好像)?(?:就|是|就是|选)*(?:第([一二三四1-4])|(头一|上面|前面)|(最后|末|下面|后面))(?:那|这)?(?:一)?(?:个|件|条|家|项)?(?:事情?)?(?:的|啊|呀|哈|吧|呢|了)*$/u
export const ORDINALS = ['一1', '二2', '三3', '四4'] as const
/** Nothing but a no. */
export const ONLY_NO =
  /^(?:都?不是|都?不|不对|不一样|不同|没有|新的)(?:的|啊|呀|吧|哦|呢)*(?:(?:同?一)?(?:件|个|回|码)(?:事情?)?)?(?:的|啊|呀)*$|^(?:是)?(?:两|另一)(?:件|回|码|个)(?:事情?)?$/u
/** It is not the township's business, and he wants it taken up all the same. */
export const INSISTS =
  /还是(?:要|得|请|想)|仍(?:然)?要|坚持|就(?:要|是要)(?:反映|你们)|要反映|帮我(?:记|报|反映)|(?:给|帮)?(?:我)?登记|你们(?:也|就|得|应该|必须)?(?:要|得|应该)?管|归你们|是你们的事|受理一下|你们.{0,4}(?:给我|给俺|帮我|替我|一定|必须)(?:要|得)?管|^(?:就|都|真|难道|那)?(?:就)?没(?:有)?人管(?:了|吗|嘛|么|啊|呀)*$|(?:你们|镇里|政府)(?:就|都)?不管(?:了|吗|么|啊|谁管)*$/u
/** He was told, and that is that. */
export const CONTENT = /^(?:知道|好|行|谢|多谢|感谢|明白|了解|不用|算了|ok|嗯|收到|可以)/u
