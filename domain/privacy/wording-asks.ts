/** What tells who somebody is, when he is asked for it. */
const WHO =
  '(?:姓名|真名|全名|名字|电话|手机|联系方式|联系电话|号码|身份证|证件|微信号|住址|家庭地址|门牌|工作单位|姓什么|贵姓|叫什么|怎么称呼|是谁|哪位|是哪家|哪一家|哪户|住哪|住在哪|住几号|家在哪|实名)'
/** Others may be asked about: who is complained of, and what it is called. */
const OTHERS =
  '(?:摊主|老板|店主|店家|店里|店名|店铺|商家|业主|户主|房东|车主|司机|机主|负责人|经营者|施工方|工地|厂家|厂里|公司|企业|对方|当事人|肇事|嫌疑|邻居|他|她|它|他们|那人|那个人|那家|这家|谁家|倒垃圾的|摆摊的|骂人的|打人的|违建|招牌|商标|牌子|产品|路名|桥|路)'

/** A clause that asks whoever reported who he is. */
export const ASKS_WHO = new RegExp(`(?<!${OTHERS}[^,，。；;！!？?\\n]{0,8})${WHO}`, 'u')

/** A reason nobody could hold anybody to. */
export const NO_REASON =
  /^(?:我|就|也|想|要|来)*(?:看一?看|看一下|看下|了解(?:一下)?|知道(?:一下)?|查(?:一下|看)?|随便(?:看看|问问)?|没什么|没(?:有)?(?:理由|原因)|无|不为什么|好奇|试试|测试)(?:而已|吧|呀|啊|他|举报人|是谁)*$/u
/** So many different characters a reason has at least: 呵呵呵呵 has one. */
export const LEAST_CHARACTERS = 3
