/** Numbers as villagers say them. */
export const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  半: 0.5,
  几: 3,
  好几: 4,
  多: 3,
  数: 3,
}
export const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 廿: 20, 卅: 30 }
export const NUMBER =
  '(?:\\d{1,5}|(?:好?几|数)[十百千万]+|[零〇一二两俩三仨四五六七八九十百千万廿卅]{1,6}几?|好几|几|半|数)'
/** 十几: what stands for a digit nobody counted. */
export const ABOUT = '几'
