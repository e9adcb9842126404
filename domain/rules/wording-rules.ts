import type { Term } from './kinds.ts'
import type { RuleKey } from './table.ts'

const penalties = (articles: string, note = ''): string => `《行政处罚法》${articles}${note}`
const FREE = '参考，可由本镇规定'

/** What each rule is called, and what says so; where no law fixes it, the township may. */
export const RULE_WORDS: Readonly<Record<RuleKey, Readonly<{ name: string; basis: string }>>> = {
  'whistle.emergency.arrive': { name: '应急哨到场', basis: '参考北京平谷 30 分钟到场的做法，可由本镇规定' },
  'whistle.daily.arrive': { name: '日常哨到场', basis: FREE },
  'whistle.hard.arrive': { name: '攻坚哨到场', basis: FREE },
  'whistle.escalate.after': { name: '吹哨无人到场，多久后上报', basis: FREE },
  'assist.reply': { name: '请求协助的答复', basis: `《行政处罚法》第二十六条未规定时限，${FREE}` },
  'child.finish': { name: '子任务办结', basis: FREE },

  'extension.most': { name: '一件最多延期几次', basis: FREE },
  'extension.longest': { name: '一次延期最长', basis: FREE },
  'extension.decide': { name: '延期申请的审批', basis: FREE },
  'suspend.review': { name: '挂账后多久复核', basis: FREE },
  'suspend.most': { name: '一件最多挂账几次', basis: FREE },
  'outside.ask': { name: '转出以后多久问一次办到哪了（工作日）', basis: FREE },

  'evidence.hold': { name: '先行登记保存后作出处理决定', basis: penalties('第五十六条、第八十五条') },
  decide: {
    name: '立案后作出处罚决定',
    basis: penalties('第六十条', '；法律、法规、规章另有规定的从其规定'),
  },
  serve: { name: '决定书送达', basis: penalties('第六十一条、第八十五条') },
  'hearing.ask': { name: '当事人要求听证', basis: penalties('第六十四条第一项、第八十五条') },
  'hearing.notice': { name: '听证举行前通知', basis: penalties('第六十四条第二项、第八十五条') },
  defence: { name: '陈述、申辩', basis: penalties('第四十四条、第四十五条', '未规定天数，参考，可由本镇规定') },
  pay: { name: '缴纳罚款', basis: penalties('第六十七条第三款') },
  'surcharge.rate': { name: '逾期每日加处罚款', basis: penalties('第七十二条第一款第一项') },
  'surcharge.most': { name: '加处罚款的上限（占罚款）', basis: penalties('第七十二条第一款第一项') },
  limitation: { name: '追责期限', basis: penalties('第三十六条') },
  'limitation.harm': {
    name: '涉及生命健康、金融安全且有危害后果的追责期限',
    basis: penalties('第三十六条'),
  },
  'appeal.review': { name: '申请行政复议', basis: '《行政复议法》第二十条、第八十八条' },
  'appeal.court': { name: '提起行政诉讼', basis: '《行政诉讼法》第四十六条、第一百零一条' },
  'simple.person': { name: '当场处罚：对公民罚款的上限', basis: penalties('第五十一条') },
  'simple.entity': { name: '当场处罚：对法人、其他组织罚款的上限', basis: penalties('第五十一条') },
  'hearing.fine.person': {
    name: '听证的“较大数额”：公民',
    basis: penalties('第六十三条', '，参考，以本省规定为准，可由本镇规定'),
  },
  'hearing.fine.entity': {
    name: '听证的“较大数额”：法人、其他组织',
    basis: penalties('第六十三条', '，参考，以本省规定为准，可由本镇规定'),
  },
  'reminders.before': { name: '法定期限届满前几天提醒', basis: FREE },

  'paper.remind': { name: '文件没有签收，多久后提醒', basis: FREE },
  'paper.remind.most': { name: '文件最多提醒几次', basis: FREE },
  'permit.answer': { name: '查许可的答复', basis: FREE },
  'supervise.reply': { name: '监督意见的答复', basis: FREE },
  'revisit.share': { name: '抽查回访的比例', basis: `参考贵州晴隆县热线每月回访不少于 10% 的做法，可由本镇规定` },
  'revisit.remind': { name: '回访任务多久后提醒', basis: FREE },
  'redo.most': { name: '没解决，最多由原单位重办几次', basis: FREE },
  'training.daily': { name: '每日一题的时间', basis: FREE },
  'booking.longest': { name: '车辆、房间一次最长借用', basis: FREE },
  'licence.notice': { name: '执法证到期前几天提醒', basis: FREE },
  'record.remind': { name: '笔录没有确认，多久后提醒', basis: FREE },
  'morning.list': { name: '早间清单的时间', basis: FREE },
  'review.within': { name: '法制审核', basis: `《行政处罚法》第五十八条未规定天数，${FREE}` },
  'mentor.within': { name: '指导单位会签', basis: FREE },

  'assess.show': { name: '月底后多久公示上月考核', basis: FREE },
  'assess.appeal': { name: '考核公示后多久内可以申诉', basis: FREE },
  'assess.freeze': { name: '月底后多久考核定稿', basis: FREE },
  'digest.morning': { name: '早报的时间', basis: FREE },
  'digest.evening': { name: '晚报的时间', basis: FREE },
  'digest.rest': { name: '休息日也发早报、晚报', basis: FREE },
  'digest.quiet': { name: '没有要办的事，也发一句话', basis: FREE },
  'poster.week': { name: '每周发一张周报图', basis: FREE },
  'poster.month': { name: '每月发一张月报图', basis: FREE },
  'leader.most': { name: '领导一天最多单独收几条提醒', basis: FREE },
  'repeat.most': { name: '同一地点同一事项，几件算重复发生', basis: FREE },
  'repeat.within': { name: '重复发生、多发地点看多长时间', basis: FREE },
  'hotspot.most': { name: '同一地点，几件算多发地点', basis: FREE },
  'ranking.least': { name: '红黑榜：办了几件以上才上榜', basis: FREE },
}

const UNIT = { d: '天', wd: '个工作日', mo: '个月', y: '年' } as const

export const sayTerm = ({ amount, unit }: Term): string => `${amount} ${UNIT[unit]}`
