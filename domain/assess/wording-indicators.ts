import type { Indicator } from './measures.ts'
import type { Measure } from './measures.ts'

type Words = Pick<Indicator, 'name' | 'weight' | 'source' | 'legal'>

const OWN = '参考，可由本镇规定'
const RATES = '参考接诉即办“三率”的做法，可由本镇规定'
const said = (name: string, weight: number, source: string, legal: string): Words => ({ name, weight, source, legal })

/** The list that comes with the program: names, weights, what they are taken from, and what must be minded. */
export const DEFAULTS: Readonly<Record<Measure, Words>> = {
  'respond.normal': said('一般事项响应率', 12, OWN, '和重点事项分开算，只抓重点的看得出来'),
  'respond.key': said('重点事项响应率', 8, OWN, '派单时是紧急、特急的算重点，后来才督办的不算'),
  sign: said('按时签收率', 8, OWN, '退回被认定有理的不计'),
  arrive: said('按时到场率', 8, OWN, '挂账、转外单位的不计'),
  finish: said('按时办结率', 16, OWN, '别的单位耽误的时间不算在接手单位头上'),
  return: said('退回率', 0, OWN, '只看不计分：退得有理的不该扣分，无理的看“裁定败诉率”'),
  redo: said('重办率', 6, RATES, '同意剔除的不计'),
  solved: said('解决率', 12, RATES, '同意剔除的不计'),
  satisfied: said('满意率', 10, RATES, '同意剔除的不计'),
  ruling: said('裁定败诉率', 4, OWN, '退回后裁定仍由本单位办的，算败诉'),
  whistle: said('吹哨到场率', 6, '参考街乡吹哨、部门报到的做法，可由本镇规定', '没到时限就收哨的不计'),
  help: said('协助答复率', 3, OWN, '《行政处罚法》第二十六条：职权范围内应当予以协助'),
  child: said('子任务按时率', 2, OWN, '取消的不计'),
  opinion: said('监督整改按时率', 2, OWN, '司法所的监督意见，按时答复的'),
  review: said('法制审核一次通过率', 2, OWN, '《行政处罚法》第五十八条；只看文书质量，不看罚了多少'),
  training: said('每日一题参与率', 1, OWN, '只看答没答，不看对错'),
  found: said('自主发现率', 70, OWN, '巡查先发现的，按事发的村算；匿名、保密的不分谁发现'),
  missed: said('多人反映才发现的占比', 30, OWN, '三人以上反映、巡查没有先发现的'),
}
