/** What is printed that does not stand in the templates. */
export const WORDING = {
  blank: '＿'.repeat(8),
  shortBlank: '＿'.repeat(3),
  longBlank: '＿'.repeat(14),
  /** room for a text, in whole lines */
  blankLines: Array.from({ length: 3 }, () => '＿'.repeat(24)).join('\n'),
  blankDay: '＿＿＿＿年＿＿月＿＿日',
  blankMoment: '＿＿＿＿年＿＿月＿＿日＿＿时＿＿分',
  /** where the label of a number is not known */
  idLabel: { person: '身份证号', entity: '统一社会信用代码' },
  partyKind: { person: '公民', entity: '法人或者其他组织' },
  day: (year: string, month: string, day: string): string => `${year}年${Number(month)}月${Number(day)}日`,
  clock: (hours: number, minutes: number): string =>
    `${String(hours).padStart(2, '0')}时${String(minutes).padStart(2, '0')}分`,
  and: '、',
  colon: '：',
  article: (article: string, text: string): string => `${article}：${text}`,
  officer: (name: string, licence: string): string => `${name}（执法证号：${licence}）`,
  badPicture: '（这张照片打不开，请以案卷中的原始照片为准）',
  /** stands in the PDF where the font has no picture of a character */
  unknown: '〓',
  /** what Word counts with in front of paragraphs */
  bullet: '·',
  counting: { digits: '〇一二三四五六七八九', ten: '十' },
} as const
