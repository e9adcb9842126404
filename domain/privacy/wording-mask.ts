/** What stands in place of what is hidden. */
export const HIDDEN = {
  id: '[证件号]',
  phone: '[电话]',
  plate: '[车牌]',
  name: '[姓名]',
  account: '[账号]',
  email: '[邮箱]',
  address: '[门牌]',
  self: '[此处隐去]',
} as const

/** Digits as people type them. */
const D = '[0-9０-９]'
const NO_DIGIT_BEFORE = '(?<![0-9０-９A-Za-z]|[0-9０-９][.．]|[0-9A-Za-z]-)'
const NO_DIGIT_AFTER = '(?![0-9０-９A-Za-z]|[.．][0-9０-９])'
/** What people put between digits. */
const GAP = '[-－–—‐._·\\s]{0,2}'
const SPOKEN = '[零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖0-9０-９]'
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领'
/** A quantity is no number to call. */
const NO_AMOUNT = '(?!\\s?(?:[多余]?[元块万千百亿斤吨亩米升平]|公斤|人民币))'
/** Papers and orders have long numbers, too, and belong to what is told. */
const NO_PAPER =
  '(?<!(?:订单|单号|工单|编号|文号|案号|证号|合同号?|信用代码|条码|批号|流水号|票号|许可证|凭证号?)[^0-9０-９]{0,4})'
const NO_DATE = `(?!(?:19|20)${D}{2}[01]${D}[0-3]${D}(?!${D}))`

/** In this order: what is longer first. */
export const PATTERNS: readonly (readonly [keyof typeof HIDDEN, RegExp])[] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,3}/gu],
  [
    'id',
    new RegExp(
      `${NO_DIGIT_BEFORE}${D}{6}${GAP}(?:[1１][9９]|[2２][0０])${D}{2}${GAP}[01０１]${D}${GAP}[0-3０-３]${D}${GAP}${D}{3}[0-9０-９XxＸｘ×]${NO_DIGIT_AFTER}`,
      'gu',
    ),
  ],
  ['id', new RegExp(`${NO_PAPER}${NO_DIGIT_BEFORE}${D}{14,18}(?:${D}|[XxＸｘ])${NO_DIGIT_AFTER}${NO_AMOUNT}`, 'gu')],
  ['id', new RegExp(`${NO_PAPER}${NO_DIGIT_BEFORE}(?:${D}{4}[ -]){3,4}${D}{2,4}${NO_DIGIT_AFTER}`, 'gu')],
  [
    'id',
    new RegExp(
      `(?<=(?:身份证|证件|护照|通行证|社保卡?|医保卡?)号?(?:码)?(?:是|为|:|：)?\\s?)[A-Za-z]{0,2}${D}{6,18}[XxＸｘ]?(?![0-9A-Za-z])`,
      'gu',
    ),
  ],
  [
    'phone',
    new RegExp(
      `${NO_PAPER}${NO_DIGIT_BEFORE}(?:[+＋]?86${GAP})?[1１][3-9３-９](?:${GAP}${D}){9}${NO_DIGIT_AFTER}${NO_AMOUNT}`,
      'gu',
    ),
  ],
  [
    'phone',
    new RegExp(
      `${NO_DIGIT_BEFORE}[(（]?[0０][1-9１-９]${D}{1,2}[)）]?${GAP}[2-8２-８]${D}{2,3}${GAP}${D}{4}(?:(?:转|-)${D}{1,5})?${NO_DIGIT_AFTER}`,
      'gu',
    ),
  ],
  [
    'phone',
    new RegExp(
      `(?<!${SPOKEN})[一幺壹1１][\\s-]?[三四五六七八九叁肆伍陆柒捌玖3-9](?:[\\s-]?${SPOKEN}){9}(?!${SPOKEN})${NO_AMOUNT}`,
      'gu',
    ),
  ],
  [
    'phone',
    new RegExp(
      `(?<=(?:电话|手机|座机|号码|打给?我|联系我|联系方式|热线)[^0-9０-９]{0,4})${NO_DATE}[2-8２-８]${D}{2,3}[- ]?${D}{4}(?![0-9０-９-])${NO_AMOUNT}`,
      'gu',
    ),
  ],
  [
    'phone',
    new RegExp(`(?<=(?:手机|电话|号码|我|俺)的?(?:尾号|后四位)(?:是|为|:|：)?\\s?)${D}{3,4}(?![0-9A-Za-z])`, 'gu'),
  ],
  ['phone', new RegExp(`(?<=尾号(?:是|为|:|：)?\\s?)${D}{3,4}(?=的?(?:手机|电话|号码))`, 'gu')],
  [
    'plate',
    new RegExp(
      `[${PROVINCES}]\\s?[A-Za-zＡ-Ｚ][-－·•.．\\s]{0,2}(?=(?:[A-Za-zＡ-Ｚ]{0,2}[·•.．]?[0-9０-９]){3})[A-Za-z0-9Ａ-Ｚ０-９][-·•.．\\s]?[A-Za-z0-9Ａ-Ｚ０-９]{3,5}[挂学警港澳领使]?(?![A-Za-z0-9])`,
      'gu',
    ),
  ],
  [
    'plate',
    /(?<=(?:车牌|牌照|牌号)(?:号码?)?(?:是|为|:|：)?\s?)[A-Za-z][-·•.\s]?(?=(?:[A-Za-z]{0,2}\d){3})[A-Za-z0-9]{5,6}(?![A-Za-z0-9])/gu,
  ],
  [
    'account',
    /(?<=(?:微信|威信|薇信|微\s信|[vV]信|[wW][xX]|[vV][xX]|weixin|wechat|QQ|qq|扣扣|抖音|快手|支付宝)(?:账号|号码|号)?(?:是|为|:|：)?\s?)(?!1\d{4}(?!\d))[A-Za-z0-9][-_A-Za-z0-9]{4,19}(?![A-Za-z0-9_]|\s?[元块万])/giu,
  ],
  ['account', /(?<=(?:加|\+)(?:我)?[vV](?:信)?(?:是|:|：)?\s?)[A-Za-z][-_A-Za-z0-9]{5,19}/gu],
]

/** Numbers of a house, one behind the other: 3号楼2单元501室. */
const DOOR =
  '(?:\\s?(?:\\d{1,4}|[０-９]{1,4}|[一二三四五六七八九十百]{1,4})(?:号楼|号院|号|组|队|排|楼(?=\\s?\\d)|单元|室|户|栋|幢|巷|弄))'
/** As far as an address goes; what lies beside, before or behind a house is not the house. */
const VILLAGE = '[^,，.。;；:：!！?？\\n的门旁对前后附隔有被让说]{0,14}?'
const SELF_HOME =
  '(?:我们家|俺们家|咱们家|我家|俺家|咱家|本人家)(?:就)?(?:住在?|在|是)?|(?:我|俺|我们|俺们|咱|咱们|本人)(?:就)?住在?|(?:^|(?<=[,，.。;；!！?？\\n\\s]))(?:家住在?|家在|[就现]?住在|[就现]?住)|(?:(?:家庭|我的|我家|户籍)(?:住址|地址)|住址)(?:是|为|:|：)?'
/** Where somebody lives: the numbers behind it are hidden, the village is not. */
export const LIVES = new RegExp(`((?:${SELF_HOME})\\s?${VILLAGE})(${DOOR}+)(?!线|路|公路|国道|地|桥)`, 'gu')
/** 「我家住王家村，3组12号」 */
export const LIVES_APART = new RegExp(
  `((?:${SELF_HOME})\\s?${VILLAGE}[,，])(${DOOR}{2,})(?=[,，.。;；!！?？\\n\\s]|$)`,
  'gu',
)

/** A clause in which somebody says who he is, up to where he begins to tell what happens. */
export const SELF =
  /(?:^|(?<=[,，.。;；:：!！?？\n\s]|你好|您好|领导|同志|保密|匿名|报告|因为|举报|反映|喂))(?:我|俺|本人|咱)(?:就)?(?:是|叫|姓|家(?:就)?(?:住|在|是)|住(?:在)?|的(?:电话|手机|名字|身份证|车牌|微信))(?:(?!有(?:人|个|一|两|几|家|条|辆|的|很|好)|举报|反映|投诉|想(?:说|问|反)|要(?:说|反|举|投)|天天|每天|经常|总是|老是|一直|最近|昨天|今天|这几天|发现|看见|看到|麻烦|门口|门前|被|没(?:人|水|电|有人)|不(?:通|让|给|能)|来(?:反|举|投|问))[^,，.。;；!！?？\n]){0,40}/gu
