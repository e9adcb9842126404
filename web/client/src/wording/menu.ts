/** Every page in two or four characters, and in one line what it is for. */
export const PAGES = {
  board: ['看板', '全镇的工单现在到了哪一步、还剩多少时间，有变化会自己更新。'],
  assessment: ['考核', '每个单位这个月做得怎么样、哪几件扣了分；公示期内可以申诉，定稿后不再改。'],
  setup: ['设置向导', '把哨子接到企业微信：选通道、填几个值、点“测试”，全部通过后保存。'],
  health: ['运行状况', '机器和通道现在好不好，不好的那一项要做什么。'],
} as const satisfies Readonly<Record<string, readonly [title: string, about: string]>>

export const GROUPS = { work: '工单', people: '单位和清单', result: '考核和报表', system: '系统' } as const
