type Sentences = Readonly<{ single: readonly string[]; group: readonly string[] }>

const villager: Sentences = {
  single: [
    '王家村村口有人占道摆摊，还乱倒垃圾',
    '着火了！李家沟后山',
    '有人在路边倒建筑垃圾',
    '进度',
    '催一催',
    '补充 摊主又回来了',
    '帮助',
  ],
  group: [],
}
const officer: Sentences = {
  single: [
    '我的任务',
    '到场 {n}',
    '办前 {n}',
    '反馈 {n} 已到现场，正在劝离',
    '办后 {n}',
    '办结 {n} 已劝离，垃圾已清运',
    '退回 {n} 不在我站职责范围',
    '请求派出所协助 {n} 有人阻挠执法',
    '子任务 {n} 生态环境所 清运垃圾 3天内',
    '报到',
    '来不了 车在县里修',
    '立案 {n}',
    '当事人 {n} 王大山 青石镇王家村',
    '案卷 {n}',
    '送审 {n}',
    '请假 明天 家里有事',
    '用车 明天 14:00 2小时 去现场复查',
    '值班',
    '谁管 占道经营',
    '帮助 立案',
    '帮助',
  ],
  group: ['签收 {n}', '王家村村口有人占道摆摊，还乱倒垃圾', '报到', '我的任务', '值班'],
}
const head: Sentences = {
  single: ['同意', '不同意 今天人手不够', '同意延期 {n}', '证件', '监督清单', '帮助 值守', ...officer.single],
  group: officer.group,
}
const whistle = ['吹哨 王家村 派出所、城管中队 聚众斗殴', '点名', '收哨']
const brigade: Sentences = {
  single: [...whistle, '评哨 派出所 好', ...officer.single],
  group: ['点名', ...officer.group],
}
const commandRoom: Sentences = {
  single: [
    '今日',
    ...whistle,
    '评哨 派出所 好',
    '督办 {n}',
    '指派 {n} 城管中队',
    '裁定 {n} 城管中队',
    '同意挂账 {n}',
    '详情 {n}',
    '值班',
    '装备',
    '帮助 吹哨',
    '帮助',
  ],
  group: ['今日', '督办 {n}', '指派 {n} 城管中队', '点名', '值班'],
}
const leader: Sentences = { single: ['今日', ...whistle, '督办 {n}', '受阻统计', '帮助'], group: ['督办 {n}', '今日'] }
const reviewer: Sentences = {
  single: [
    '审核清单',
    '审核 {n}',
    '通过 {n} 事实清楚，程序合法',
    '驳回 {n} 证据 缺第二名执法人员签字',
    '案卷 {n}',
    '帮助 法审',
  ],
  group: [],
}
const supervisor: Sentences = {
  single: [
    '今日',
    '详情 {n}',
    '监督 {n} 没有按时到场',
    '监督清单',
    '证据 {n}',
    '取证 {n} 监督检查',
    '处罚通报',
    '帮助 监督',
  ],
  group: [],
}

/** Prepared sentences by what is written on the phone. The first that fits counts. */
const byLabel: readonly (readonly [RegExp, Sentences])[] = [
  [/村民|群众|居民/, villager],
  [/指挥|调度/, commandRoom],
  [/领导|书记|镇长|督办/, leader],
  [/法制审核/, reviewer],
  [/司法所|监督/, supervisor],
  [/大队/, brigade],
  [/负责人/, head],
]

export type Example = Readonly<{ text: string; shown: string }>

/** The sentences a phone offers in a chat; `{n}` is the newest case number seen in it, without one they are left out. */
export function examplesFor(label: string, group: boolean, caseNo: string | null): Example[] {
  const role = byLabel.find(([pattern]) => pattern.test(label))?.[1] ?? officer
  return (group ? role.group : role.single)
    .filter((text) => caseNo !== null || !text.includes('{n}'))
    .map((text) => ({
      text: text.replace('{n}', caseNo ?? ''),
      shown: text.replace('{n}', caseNo?.split('-').at(-1) ?? ''),
    }))
}
