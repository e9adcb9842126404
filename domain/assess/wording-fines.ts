/** What is written otherwise in traditional characters, of all that stands below. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  ...{ 罰: '罚', 沒: '没', 單: '单', 錢: '钱', 處: '处', 額: '额', 數: '数', 據: '据', 總: '总', 辦: '办', 結: '结' },
  ...{ 繳: '缴', 庫: '库', 稅: '税', 創: '创', 執: '执', 決: '决', 書: '书', 簡: '简', 當: '当', 場: '场' },
  ...{ 務: '务', 標: '标', 個: '个', 筆: '笔', 質: '质', 財: '财', 國: '国', 計: '计', 與: '与', 無: '无', 關: '关' },
  納: '纳',
}

/** Money of any kind that comes from a penalty. 处罚, 不罚 and 免罚 are none; nor is it money to keep deciding and collecting apart (行政处罚法 §67). */
const MONEY = [
  /(?<![处不免])罚(?!缴分离|则)/,
  /没收|案值|非税|(?:创|增)收|(?:缴款|缴库|入库|上缴|追缴|收缴|催缴|缴纳)(?!分离)/,
  /(?:执法|办案|处罚|行政|财政|国库|单位|案件)(?:的)?(?:收入|收益|所得|进账)|收入(?:任务|指标|目标|完成|总?额|率|$)/,
  /(?<![a-z])fine|penalt|confiscat|fa ?kuan/,
]

const CASES = '(?:处罚|立案|办案|结案|查处|案件|简易程序|普通程序|一般程序|当场处罚)'
const BETWEEN = '(?:的|了|案件|案|决定书?|程序|办理|办结|完成|查处|处罚|人均|平均|月均|年度?|月度?|每月|每人)*'
const MANY =
  '(?:[件案起次人户宗份个笔例]数|数量|数额|总数|总量|金额|总额|额度?|多少|几[件起次个]|任务|力度|目标|数(?![据字])|量(?!化))'

/** How many were fined, filed, or prosecuted, and how hard. A share of what was done in time or well is none of it. */
const NUMBER = [
  new RegExp(`${CASES}${BETWEEN}${MANY}`),
  /(?:处罚|立案|办案)(?:案件)?(?:的)?(?:率|指标)/,
  /(?:人均|户均|月均|每人|每月|多)(?:行政)?(?:处罚|立案|办案|结案|查处)/,
]

const FINES = [...MONEY, ...NUMBER].map(({ source }) => source).join('|')
const NOT = '(?:不(?:得|能|可|应)?(?:再)?(?:含|包括|包含|计|算|看|考核?|论|以|把|将|和|与|同|按)|除去?|排除|剔除|无关)'
const LEFT_OUT =
  '(?:不(?:得|能|可|应|予)?(?:再)?(?:计|算|看|考核?|作|列入|纳入|同|与|和|参与|挂钩|设|下达)|(?:除外|以外|之外|另计|剔除|无关))'
/** What is said not to count is no promise: 「不看罚了多少」, 「罚没案件除外」, 「罚款不得同考核挂钩」. */
const EXCLUDED = new RegExp(
  `${NOT}(?:任何|所有|行政|涉及|把|将|以|按|其){0,2}(?:${FINES})(?:多少|数额|金额|案件|收入|[几多]件)*|(?:${FINES})[^;；。()（）]{0,40}?${LEFT_OUT}`,
  'gu',
)
const SPOKEN = new RegExp(FINES, 'u')

/**
 * Does a name, a formula or a basis promise money of fines, or a number of penalties? Fines, confiscated gains and what was earned by selling
 * what was confiscated may not be tied, directly or in disguise, to how anybody is assessed (行政处罚法 §74).
 */
export const speaksOfFines = (text: string): boolean => SPOKEN.test(plain(text).replace(EXCLUDED, ' '))

/** One way of writing, and nothing between characters that belong together. */
const plain = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((each) => TRADITIONAL[each] ?? each)
    .join('')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})[ ._·・*~\-—]+(?=\p{Script=Han})/gu, '')
