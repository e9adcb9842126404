import { isPartVerb, PARTS } from './parts.ts'
import type { BaseVerb, Verb } from './parsed.ts'

/** What people write for a verb; the first word is the one the bot teaches. */
export function wordsFor(verb: Verb): readonly [string, ...string[]] {
  return isPartVerb(verb) ? (PARTS[verb]?.words ?? [verb]) : WORDS[verb]
}

/** The words that have no part of the house to themselves. Add a word here and it works everywhere. */
export const WORDS: Readonly<Record<BaseVerb, readonly [string, ...string[]]>> = {
  sign: ['签收'],
  arrive: ['到场', '到达现场', '到现场'],
  feedback: ['反馈'],
  finish: ['办结'],
  return: ['退回', '退单'],
  assign: ['指派', '转派', '改派'],
  rule: ['裁定'],
  urge: ['督办'],
  whistle: ['吹哨', '联合'],
  transfer: ['移送', '移交'],
  merge: ['合并', '并案'],
  split: ['拆分', '拆开'],
  apart: ['不是一件', '不是同一件'],
  'told-otherwise': ['已另行通知', '已另外通知'],
  unlearn: ['别这样猜', '不要再这样猜', '不要这样猜'],
  admit: ['准入', '职责准入', '申请准入'],
  'admit-approve': ['批准准入', '同意准入', '准入批准'],
  'admit-refuse': ['不予准入', '不同意准入', '不批准准入'],
  admissions: ['准入清单', '待准入', '准入列表'],
  place: ['地点', '改地点', '更正地点'],
  aliases: ['别名', '别名清单'],
  'alias-approve': ['批准别名', '同意别名'],
  'alias-refuse': ['不批别名', '不同意别名'],
  classifier: ['分类器'],
  mindmap: ['导图', '流程图', '画导图', '思维导图', '画思维导图'],
  'ask-reporter': ['问群众', '问报事人', '询问群众'],
  reveal: ['查看反映人', '查看举报人', '查看报事人'],
  'reveal-agree': ['同意查看'],
  detail: ['详情', '查看详情'],
  'my-tasks': ['我的任务', '我的工单', '我的待办', '待办'],
  'on-duty': ['值班', '值班表', '今日值班', '今天值班', '谁值班', '今天谁值班', '今日谁值班'],
  'who-handles': ['谁管', '归谁管', '查清单'],
  help: ['帮助', 'help', '菜单', '怎么用', '使用说明', '使用帮助', '指令', '命令'],
  today: ['今日', '今日情况', '今日汇总', '今日统计'],
  progress: [
    '进度',
    '查进度',
    '查询进度',
    '查看进度',
    '查一下进度',
    '查下进度',
    '办理进度',
    '处理进度',
    '进度查询',
    '进度怎么样',
    '进度如何',
    '什么进度',
    '进展',
    '进展如何',
    '进展怎么样',
    '解决了吗',
    '解决了没',
    '解决了没有',
    '解决没有',
    '处理了吗',
    '处理了没',
    '处理了没有',
    '处理得怎么样',
    '处理的怎么样',
    '处理好了吗',
    '到哪一步',
    '怎么样',
    '有结果吗',
    '有结果了吗',
    '什么时候处理',
    '什么时候解决',
    '啥时候处理',
    '怎么还没处理',
    '怎么还没解决',
    '怎么还不处理',
  ],
  supplement: ['补充', '补充说明', '补充一点', '追加', '追加说明'],
  nudge: ['催一催', '催办', '催一下', '催促', '催催', '催单'],
  withdraw: ['撤回', '撤销', '撤单', '撤了', '不用办了', '别办了'],
  satisfied: ['满意', '非常满意', '很满意', '挺满意', '十分满意', '比较满意', '基本满意'],
  dissatisfied: ['不满意', '很不满意', '非常不满意', '不太满意', '不够满意'],
  solved: ['解决了', '已解决', '已经解决', '问题解决了', '都解决了', '解决啦'],
  unsolved: [
    '没解决',
    '没有解决',
    '未解决',
    '还没解决',
    '还没有解决',
    '仍未解决',
    '还未解决',
    '根本没解决',
    '没解决好',
    '没有得到解决',
    '问题没解决',
    '问题没有解决',
    '申诉',
    '我要申诉',
  ],
  anonymous: ['匿名', '我要匿名', '匿名反映', '匿名举报'],
  confidential: ['保密', '请保密', '我要保密', '替我保密', '给我保密'],
  'my-data': ['我的信息', '查看我的信息'],
  erase: ['删除我的信息', '删除信息', '删掉我的信息'],
  'erase-sure': ['确认删除'],
  agree: ['同意'],
  disagree: ['不同意'],
}

/** Words for the same things that we do not obey, but know what to suggest for. */
export const HINTS: Readonly<Record<string, Verb>> = {
  收到: 'sign',
  接单: 'sign',
  接收: 'sign',
  领取: 'sign',
  受理: 'sign',
  认领: 'sign',
  已到: 'arrive',
  到了: 'arrive',
  到达: 'arrive',
  现场: 'arrive',
  汇报: 'feedback',
  回复: 'feedback',
  反映: 'feedback',
  批准: 'admit-approve',
  完结: 'finish',
  结案: 'finish',
  处理完: 'finish',
  搞定: 'finish',
  结束: 'finish',
  退还: 'return',
  拒收: 'return',
  派给: 'assign',
  派单: 'assign',
  转给: 'assign',
  转办: 'assign',
  分派: 'assign',
  裁决: 'rule',
  决定: 'rule',
  督促: 'urge',
  催他: 'urge',
  核实: 'detail',
  查询: 'detail',
  怎么: 'detail',
  情况: 'detail',
  状态: 'detail',
}

/** A staff member who answers a card with one of these most likely means 签收, but must say so. */
export const RECEIVED = /^(?:收到|已收到|接到|领了)+$/

export const GREETING =
  /^(?:你好|您好|你们好|大家好|哈[喽啰]|嗨|喂|(?:师傅|老师|领导|同志|各位|大哥|大姐|乡亲)们?好|打扰了|打扰一下|忙不忙|在忙吗|你是机器人吗|有人没|在吗|在么|在不在|在不|有人吗|有人在吗|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|hello|hi|hey)+/
export const GREETING_FILLER = /(?:请问|哨子|小哨|机器人|同志|领导|师傅|啊|呀|哦|哈(?![喽啰])|呢|吧|一下)+/g
/** Our own name, glued to what follows: 「@哨子签收0007」 */
export const OWN_MENTION = /^@(?:哨子|小哨)(?:机器人)?/
/** Nothing but a call: 「请问」 */
export const CALLING = /请问|哨子/
export const THANKS =
  /^(?:谢谢|多谢|感谢|谢了|谢啦|辛苦|麻烦|好的|好嘞|好吧|好|嗯|收到|已收到|知道|明白|了解|ok|okay|thanks|thankyou|thx|你们|您|你|大家|领导|我们|为|解决|处理|帮忙|帮助|及时|这么快|了|啦|哈|啊|呀|哦|的|非常|十分|太|很|真|快|高|效率|得|弄|不错|政府|镇里|同志|师傅|城管|的人|给|点赞|行|中|恁|我|等着|耐心|好人|棒)+$/
/** At least one of these must be there: 「你们」 alone thanks nobody. */
export const THANKS_CORE =
  /谢|辛苦|好的|好嘞|^好(?:吧|了|啊|呀)?$|嗯|收到|知道|明白|了解|ok|thank|thx|点赞|真好|真棒|等着/
/** 微笑 and the like in brackets, as WeCom writes its own faces */
export const FACE = /\[[\p{Script=Han}a-z]{1,6}\]/giu

/** What people say when they do not know where it is. */
export const NO_IDEA =
  /^(?:我?也?不(?:太|大)?(?:知道|清楚|晓得|认识)|说不清楚?|没有|不记得了?)(?:在哪里?|名字|地方|具体位置)?[了啊呀呢的]*$/

/** 「好了，谢谢你们」: the thanks beside an answer. */
export const THANKED =
  /(?<=.)(?:非常|真是|太|十分)?(?:谢谢|多谢|感谢|谢啦|谢了|辛苦|麻烦(?=[你您各]))(?:你们?|您们?|大家|各位|领导|同志|政府|镇里|了|啦|啊|哈|们)*$/u

/** Short answers to 「问题解决了吗」 in people's own words. The yes is looked for first: 「没问题了」. */
export const SOLVED_ANSWER = {
  yes: /^(?:已经|已|都|全|现在)*(?:好了|行了|可以了?|没问题|修好|弄好|搞好|办好|处理好|清走|清理干净|解决|是的?|对的?|有的)[了啦啊呀的]*$/,
  no: /^(?:根本|压根|一直|现在|还是|还|仍然|仍|依然|又|也|都)*(?:没有?(?:$|呢|解决|修|弄|搞|办|处理|清|好|变|动静|人来|人管|改|管用|效果)|未(?:解决|处理)|不行|不好|老样子|一样|还在|又来)/,
} as const

/** What may stand before a staff word: 「我已签收 0007」. Never a request to others (请签收), never a plan (马上到场). */
export const STAFF_PREFIX = /^(?:我们?|我来|本人)?(?:已经|已)?(?:申请)?/
/** What may stand before a reporter's word: 「麻烦帮我催一下」. */
export const REPORTER_PREFIX =
  /^(?:你好|您好)?(?:请|麻烦|劳驾)?(?:您|你们?)?(?:帮我|帮忙|给我|替我)?(?:我们?)?(?:要|想要?|再)?/
/** What staff say before what they want to be shown, and of when: 「看今日」「发一下本周周报」. */
export const SHOW_PREFIX =
  /^(?:请|麻烦)?(?:您|你)?(?:帮我|给我)?(?:我要|我想|想)?(?:看一下|看下|看看|查看|查一下|查下|发一下|发下|来一份|来个|看|查|发|要)?(?:一?份)?/u
export const SHOW_WHEN = /^(?:本周|这周|这个?星期|上一?周|上个?星期|本月|这个?月|上个?月|今天|今日|最新|最近)/u
export const SHOW_OF = /^的/u
/** Which page, behind a list: 「2」「第2页」. */
export const PAGE = /^(?:第\s*)?[\d０-９]{1,3}\s*页?$/u
/** What may follow a word without meaning anything. */
export const PARTICLE = /^(?:一下|了|啦|吧|哈|呢|喽)+/

/** 「反馈的问题…」 and the like are sentences about the word, not the command. */
export const TALKING_ABOUT = /^(?:的|率|表(?!示)|单位|人员|意见箱|流程|不了|后|以后|之后|时|到现在)/
/** 「来不了1 车坏了」「申诉考核11月 …」: a figure that is set apart ends the word. */
export const APART = /^[\d０-９]{1,4}(?:[-年][\d０-９]{1,2})?月?[\s，,]/u
/** 「2天」「两个工作日，」 at the beginning, and set apart from what follows */
export const HOW_LONG = /^(?:\d{1,2}|[０-９]{1,2}|[一二两三四五六七八九十]{1,2})\s*个?(?:工作)?[天日周](?=$|[\s\p{P}])/u
/** 「签收了吗」 asks; it does not sign. */
export const ASKING = /^(?:了|过)?(?:吗|没|没有|没有吗|么|嘛|否|不)$/
/** What can be an answer as well as a question. */
export const NONE = /^没有?$/
/** 「满意，但是…」 is no plain yes. */
export const CONTRAST = /但|不过|可是|只是|然而|还|又|没|不|再|仍|未|就是/
/** 「满意你们的处理」 */
export const PRAISED = /^(?:你|您|这|处理|结果|服务|对)/
/** The station's name without what leads to it and follows it: 「指派 0007 给城管中队处理」. */
export const STATION_LEAD = /^(?:给|到|至|由|让|请)\s*/
export const STATION_TAIL = /\s*(?:来?(?:处理|办理|负责|牵头|处置|承办))$/
/** 「占道经营归谁管」 */
export const WHO_HANDLES =
  /^(.{2,12}?)(?:的事)?(?:应该|到底)?(?:归|由|属于?|该|是)?(?:哪个单位|谁)(?:来)?(?:管|负责)(?:的|啊|呀|呢)?$/

/** 「违法占地的导图」 */
export const MAP_OF =
  /^(?:请|麻烦|帮我|给我|我想|想|要|看|画|发|来|一?下|一?个|一?张|查)*(.{2,16}?)的?(?:思维)?导图(?:看看|吧|呢)?$/u
/** 「请求城管协助 0007 有人阻挠」, 「请城管协助 0007 …」. Groups: the unit, the rest. */
export const ASK_HELP = /^(?:请求|申请)(\p{Script=Han}{2,12}?)(?:来)?协助(?:一下)?(?=$|[\s\p{P}#\d])(.*)$/su
/** 「吹哨王家村派出所打架」: he means to call units, and must set apart which. */
export const WHISTLED = /^(?:应急|日常|攻坚)?吹哨(?!报到|演练|演习|训练|声|的|人|了|后|以后|之后|时)(?=\p{L}{4})/u
/** 「把0001和0002合并」 */
export const MERGE_BOTH =
  /^(?:请)?(?:把|将)?\s*#?(\d{3,6})号?(?:和|跟|与|同|、|,|\s)+#?(\d{3,6})号?\s*(?:这)?(?:两|2)?(?:件|个)?(?:合并|并案|并到一起|并起来|合到一起|合成一件)(?:了|吧|一下)*$/u

/** 绑定, with or without the six digits. */
export const BIND = /^绑定(?:码)?[\s:：,，]*(\d(?:\s?\d){5})?$/u
/** 「合并 7 8 确认」: he was asked and means it. */
export const IS_SURE = /确认|确定/u
