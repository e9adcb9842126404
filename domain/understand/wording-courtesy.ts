const YOU =
  '(?:你们?|您们?|领导们?|同志们?|师傅们?|老师|大哥|大姐|小哥|小同志|乡亲们?|各位|大家|镇里的?|政府|哨子|机器人)'
const HELLO = `(?:${YOU}*(?:好|辛苦|忙)(?!多|几|些|久|大|像|长|不容易|心|好)|(?:还)?在(?:值班|上班)?(?:吗|么|不在|没)|有人(?:在)?(?:吗|没(?:得|有)?|么)(?=[啊呀了哦]*$)|(?:我)?(?:头一回|第一次)用(?:这个)?|(?:早上|上午|中午|下午|晚上)好|打扰(?:一下|${YOU})?|不好意思|请问|喂|嗨|哈喽|hello|hi)`
const SAYS = '(?:反映|反应|报告?|说|问|咨询|举报|投诉|汇报)'
const MATTER = '(?:一下|下|个|一?件|点儿?|点|些|这|那|事情?|事儿|问题|情况)'
/** 「我想反映一下」 with nothing told yet. */
const OPENS = `(?:我|俺|咱)?们?(?:想|要|来|就是想|有)?(?:跟|向|给|和)?${YOU}?${SAYS}(?:${MATTER})+`
const PLEASE = `(?:(?:麻烦|请|希望|盼望|恳请|求|劳驾|拜托)${YOU}*(?:能|能够|可以)?(?:帮忙|帮我们?|派人|抓紧|赶紧|赶快|尽快|早点|快点|过?来)*(?:处理|看看?|管管?|解决|问|查|弄|办|了|一?下|来)*)`
const THANKS = `(?:(?:非常|十分|万分|太|先)?(?:谢谢|感谢|多谢|谢了|谢啦|拜托|辛苦|麻烦)${YOU}*)`
const END = '(?:了|啦|哈|啊|呀|呢|吧|哦|噢|嘛|的)*'

/** A clause that is nothing but manners. */
export const MANNERS = new RegExp(`^(?:(?:${HELLO}|${OPENS}|${PLEASE}|${THANKS})${END})+$`, 'u')
/** Manners glued to the beginning or the end of what is told. */
export const LEADING = new RegExp(`^(?:(?:${HELLO}|${OPENS})${END})+`, 'u')
export const TRAILING = new RegExp(`(?:(?:${PLEASE}|${THANKS})${END})+$`, 'u')
/** He thanks for what was done. */
export const GRATEFUL = /谢|感恩|表扬|点赞|好评|锦旗|夸|称赞|佩服/u
/** … and these clauses say how well it went. */
export const BETTER =
  /(?:清|修|弄|办|搞|整|拉|找|送|救|治|补|通|解决|处理|收拾|打扫)(?:走|好|通|完|净|干净|回来?|掉|平)*(?:了|得.{1,6})$|干干净净|(?:亮|通|好|清|走)了|没(?:味|声|人吵|事)|不(?:吵|臭|堵|黑)了|莫得事|效率|点个?赞|恩人|救了(?:我|俺)|虚惊|(?:办|做|干|弄)得(?:好|中|不错|漂亮|可以)|还是你们/u
/** … but these that all is not well. */
export const STILL_BAD =
  /但|不过|可是|然而|这次|这回(?!办|弄)|另外|还有|又(?!快|好)|还(?:是|在|没|不)|没人|没(?:有)?(?:弄|修|清|办|解决|处理|通|来)|有人|坏|堵(?!了?通)|臭(?!水沟清)|脏|乱|塌|漏|偷|占|倒(?!是)|骗|假|烧|吵得|睡不着|怎么|咋|什么时候/u

/** Between what is told. */
export const COMMA = '，'
