/** Every page in two or four characters, and in one line what it is for. */
export const PAGES = {
  board: ['看板', '全镇的工单现在到了哪一步、还剩多少时间，有变化会自己更新。'],
  units: ['站所和人员', '每个站所手上有多少工单、今天谁值班、谁的证件快到期、车辆在谁手上。'],
  roster: ['值班表', '排一个站所一个月的班，保存以后马上起作用。'],
  duties: ['权责清单', '镇里管哪些事、每件事谁来办；群众的话按它派单。'],
  rules: ['规则和推演', '各类时限是多少、依据是什么；选一件工单，看没人动手会怎样。'],
  logs: ['日志', '谁登录过、做过什么、看过谁，消息送到了没有，记录有没有被改过。'],
} as const satisfies Readonly<Record<string, readonly [title: string, about: string]>>

export const GROUPS = { work: '工单', people: '单位和清单', result: '考核和报表', system: '系统' } as const
