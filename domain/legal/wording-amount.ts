/** How sums of money are written: 五百, 伍佰, 1万5千. */
export const NUMERALS: Readonly<Record<string, number>> = Object.fromEntries(
  ['〇零', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((same, value) =>
    [...same].map((each) => [each, value]),
  ),
)
export const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
export const TEN_THOUSAND = '万'

const RUN = String.raw`(?:\d+(?:[.,]\d+)*|[〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万])+`
/** Behind a word of money, or before the unit: 「第三十六条」 is no sum. */
export const SUM = new RegExp(
  String.raw`(?<=(?:^|罚款?|处以?|缴纳?|人民币)[\s:]*)${RUN}|${RUN}(?=\s*(?:元|块|圆))`,
  'gu',
)
export const TOKEN = /\d+(?:\.\d+)?|./gu
