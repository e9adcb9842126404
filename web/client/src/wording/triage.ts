const quotedAll = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('')

/** The triage desk. */
export const TRIAGE = {
  tabs: { waiting: '待派单', returned: '退回待裁定', undelivered: '未送达', pairs: '疑似重复', learnt: '学到的' },
  none: {
    waiting: '没有待派单的工单。系统拿不准时会放到这里，并在指挥室群里提醒。',
    returned: '没有单位退回的工单。',
    undelivered: '最近 7 天的消息都送到了。',
    pairs: '没有疑似重复的工单。',
    learnt: '还没有学到什么。派单、裁定、合并、更正地点以后会记在这里。',
  },
  of: (n: number, all: number) => `第 ${n} 件，共 ${all} 件`,
  why: {
    unsure: '系统拿不准该哪个单位主办',
    unsolved: '再次办理后反映人说仍没解决，请定主办',
    returned: '承办单位退回，请裁定',
    conflict: '反映的是本镇的人员或单位，请定由别的单位核查',
  },
  returned: (by: string, reason: string) => `${by} 退回，理由：${reason}`,
  until: (at: string) => `请在 ${at} 前定下来`,
  late: (at: string) => `应在 ${at} 前定下来，已经超时`,
  guess: (tenths: string, words: readonly string[], unit: string) =>
    `系统猜是${unit}，有${tenths}成把握${words.length > 0 ? `，因为说到${quotedAll(words)}` : ''}。`,
  before: (no: string, unit: string, item: string | null, words: readonly string[]) =>
    `上次 ${no} 也说到${quotedAll(words)}，改过：定给${unit}${item ? `（${item}）` : ''}。`,
  pairBefore: (no: string, same: boolean, words: readonly string[]) =>
    `上次 ${no} 和另一件也都说到${quotedAll(words)}，${same ? '定为同一件' : '改过：不是同一件'}。`,
  guessed: (tenths: string, words: readonly string[]) =>
    `当时派出去有${tenths}成把握${words.length > 0 ? `，因为说到${quotedAll(words)}` : ''}。`,
  noGuess: '系统看不出归谁管，请您定。',
  raised: '按规定提高了紧急程度。',
  by: {
    rules: '按权责清单的关键词',
    model: '按学过的说法',
    both: '清单和学过的说法一致',
    person: '人定的',
    nobody: '',
  },
  lead: (name: string) => `给${name}`,
  keep: (name: string) => `还是${name}`,
  other: '其他单位',
  search: '输入单位名称里的字，回车选第一个',
  noUnit: '没有这个单位',
  note: '事项或说明（可以不写；写清单里的事项名称，系统会学得更准）',
  acts: { merge: '合并', split: '拆分', place: '更正地点', ask: '问群众', urge: '督办', next: '下一件' },
  open: '看全部情况',
  what: '什么消息',
  cause: '为什么',
  todo: '怎么办',
  told: '已另行通知',
  toldSure: '这一件没送到的都告诉了吗？再按一次',
  openCase: '看这件工单',
  one: '较早的一件',
  two: '较晚的一件',
  join: '是同一件，合并到较早的',
  joinSure: '确定合并吗？再按一次',
  apart: '不是同一件，各办各的',
  learntHint:
    '下面是您和同事改过、定过的，系统照着提醒，每天夜里照着学。改错了的点“别再这样猜”。权责清单里说得清楚的，还是按清单，不会被一次更正改掉。',
  toUnit: (unit: string, item: string | null) => `定给${unit}${item ? `，${item}` : ''}`,
  areSame: (no: string, same: boolean) => (same ? `和 ${no} 是同一件` : `和 ${no} 不是同一件`),
  taken: '已取消，不再照着猜',
  unlearn: '别再这样猜',
  unlearnSure: '确定不再照着猜吗？再按一次',
  names: '更正地点学到的别名',
  nameStates: {
    proposed: (alias: string) => `等管理员决定（在群里发“批准别名 ${alias}”或“不批别名 ${alias}”）`,
    approved: (alias: string) => `在用；不对的，请管理员发“不批别名 ${alias}”`,
    refused: () => '没有用',
  },
  keys: '键盘上按哪个键，就是点哪个按钮；正在输入时按键不起作用。',
} as const

const TENTHS = '一二三四五六七八九'
/** 0.52 is 五成: nobody is ever quite sure, nor sure of nothing. */
export const tenthsOf = (confidence: number): string =>
  TENTHS[Math.max(1, Math.min(9, Math.round(confidence * 10))) - 1] ?? ''
