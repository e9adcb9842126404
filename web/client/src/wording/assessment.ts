type Said = Readonly<{ name: string; says: string }>
type Line = Readonly<{ name: string; values: readonly (number | null)[] }>

/** The page of the assessment. */
export const ASSESSMENT = {
  month: '月份',
  town: '乡镇',
  states: { running: '进行中，数字每天在变', over: '还没有公示', shown: '公示中', frozen: '已定稿，不再改' },
  running: (day: string) => `${day} 公示，公示期内负责人可以申诉。`,
  shown: (until: string, frozen: string) => `有不同意见的，负责人在 ${until} 前申诉；${frozen} 定稿。`,
  sealed: (sha256: string) => `定稿校验码（SHA-256）：${sha256}`,
  noFines: '罚款多少、罚了几件不考核（《行政处罚法》第七十四条）。',
  download: '下载',
  formats: { xlsx: '表格', docx: '文档', png: '图片', json: '数据' },
  fix: '办理',
  find: '属地排查',
  score: (score: number | null) => (score === null ? '不计分' : `${score} 分`),
  rank: (rank: number | null, among: number) => (rank === null ? '' : `第 ${rank}/${among}`),
  sameClass: (sort: string) => `（${sort}类乡镇之间比）`,
  unit: '单位',
  village: '村',
  total: '全镇',
  points: '得分',
  place: '同类名次',
  notRanked: (among: number) => (among < 2 ? '没有同类可比' : '不排名'),
  nothingCounted: '没有可计的',
  ranking: '办理得分',
  chartOf: (title: string, kind: string, many: number) =>
    kind === '' ? title : `${title}：${kind}${many > 1 ? '之间比' : ''}`,
  bars: { done: '得分', rest: '扣掉的分' },
  cost: (indicator: string, points: number) => `${indicator}，扣 ${points} 分`,
  chartSays: (title: string, bars: readonly Said[]) =>
    `${title}：${bars.map(({ name, says }) => `${name} ${says}`).join('，')}`,
  oneIndicator: '一项一项比：',
  without: (names: readonly string[]) => `这个月没有可计的：${names.join('、')}`,
  high: '越高越好',
  trend: '最近几个月：',
  townFix: '全镇办理',
  townFind: '全镇属地排查',
  monthName: (month: string, state: string) => {
    const [year = '', number = ''] = month.split('-')
    const name = number === '01' ? `${year}年1月` : `${Number(number)}月`
    return state === 'running' ? `${name}\n（没过完）` : name
  },
  trendSays: (steps: readonly string[], lines: readonly Line[]) =>
    lines
      .map(
        ({ name, values }) =>
          `${name}：${values.map((score, n) => `${steps[n] ?? ''} ${score ?? '不计分'}`).join('，')}`,
      )
      .join('；'),
  trendNote: '各月按当月的指标和权重算。没有可计的月份不画。',
  noTrend: '现在只有一个月有数字，下个月起可以看变化。',
  asTable: '看数字',
  empty: '这个月还没有能计的事。',
  lost: (indicator: string, points: number, cases: readonly string[]) =>
    `${indicator}${points > 0 ? `（扣 ${points} 分）` : ''}：${cases.join('、')}`,
  against: (name: string) => `${name}：扣分的工单`,
  hidden: '不显示',
  onlyOwn: '别的单位只显示得分和名次。',
  indicators: '考什么、怎么算',
  weight: (weight: number) => (weight === 0 ? '只看不计分' : `权重 ${weight}`),
  low: '越低越好',
  appeals: '申诉',
  noAppeals: '没有申诉。',
  appealStates: { asked: '待审核', agreed: '同意，不计', refused: '不同意', lapsed: '定稿前没有决定，照计' },
  whole: '整项',
  object: '提出申诉',
  indicator: '指标',
  caseNo: '工单（只说一件时填）',
  reason: '理由',
  send: '提交申诉',
  agree: '同意',
  refuse: '不同意',
  why: '意见（不同意要写理由）',
} as const
