/** How an amount is written so that nobody can alter it: the characters of 《支付结算办法》附件一（正确填写票据和结算凭证的基本规定）. */
export const CAPITAL = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  /** of the places inside four digits, from the right */
  places: ['', '拾', '佰', '仟'],
  /** of each four digits, from the right */
  groups: ['', '万', '亿'],
  yuan: '元',
  jiao: '角',
  fen: '分',
  whole: '整',
} as const
