/** Every page in two or four characters, and in one line what it is for. */
export const PAGES = {
  board: ['看板', '全镇的工单现在到了哪一步、还剩多少时间，有变化会自己更新。'],
  assessment: ['考核', '每个单位这个月做得怎么样、哪几件扣了分；公示期内可以申诉，定稿后不再改。'],
  setup: ['设置向导', '把哨子接到企业微信：选通道、填几个值、点“测试”，全部通过后保存。'],
  health: ['运行状况', '机器和通道现在好不好，不好的那一项要做什么。'],
  wall: ['大屏', '挂在墙上给大家看：各步骤有多少件、哪些超时、哪里最多，会自己更新。'],
  triage: ['派单台', '系统拿不准的、单位退回的、没送到的、疑似重复的，都在这里等您定；每个选择都有一个按键。'],
  cases: ['工单', '按编号、内容、地点、单位、日期查工单，点开看全部情况。'],
  case: ['工单详情', '这件事从头到尾的情况：谁在什么时候做了什么、消息送到没有、时限怎么算的。'],
  units: ['站所和人员', '每个站所手上有多少工单、今天谁值班、谁的证件快到期、车辆在谁手上。'],
  roster: ['值班表', '排一个站所一个月的班，保存以后马上起作用。'],
  duties: ['权责清单', '镇里管哪些事、每件事谁来办；群众的话按它派单。'],
  rules: ['规则和推演', '各类时限是多少、依据是什么；选一件工单，看没人动手会怎样。'],
  sessions: ['登录情况', '自己在哪些地方登录着，不认识的可以结束；安全管理员看得到全部。'],
  logs: ['日志', '谁登录过、做过什么、看过谁，消息送到了没有，记录有没有被改过。'],
} as const satisfies Readonly<Record<string, readonly [title: string, about: string]>>

/** The same for whoever sees the cases of his unit only. */
export const OF_UNIT: Readonly<Partial<Record<keyof typeof PAGES, string>>> = {
  board: '本单位的工单现在到了哪一步、还剩多少时间，有变化会自己更新。',
}

export const GROUPS = { work: '工单', people: '单位和清单', result: '考核和报表', system: '系统' } as const
