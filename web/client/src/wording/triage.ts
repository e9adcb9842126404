/** The triage desk. */
export const TRIAGE = {
  tabs: { waiting: '待派单', returned: '退回待裁定', undelivered: '未送达', pairs: '疑似重复' },
  none: {
    waiting: '没有待派单的工单。系统拿不准时会放到这里，并在指挥室群里提醒。',
    returned: '没有单位退回的工单。',
    undelivered: '最近 7 天的消息都送到了。',
    pairs: '没有疑似重复的工单。',
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
  guess: (tenths: string, words: readonly string[]) =>
    `排在最前的有${tenths}成把握${words.length > 0 ? `，因为说到${words.map((word) => `“${word}”`).join('')}` : ''}。`,
  guessed: (tenths: string, words: readonly string[]) =>
    `当时派出去有${tenths}成把握${words.length > 0 ? `，因为说到${words.map((word) => `“${word}”`).join('')}` : ''}。`,
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
  one: '较早的一件',
  two: '较晚的一件',
  join: '是同一件，合并到较早的',
  joinSure: '确定合并吗？再按一次',
  apart: '不是同一件，各办各的',
  keys: '键盘上按哪个键，就是点哪个按钮；正在输入时按键不起作用。',
} as const

const TENTHS = '一二三四五六七八九'
/** 0.52 is 五成: nobody is ever quite sure, nor sure of nothing. */
export const tenthsOf = (confidence: number): string =>
  TENTHS[Math.max(1, Math.min(9, Math.round(confidence * 10))) - 1] ?? ''
