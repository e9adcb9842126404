import type { Where, Words } from './fault.ts'

/** What the township folder's faults are called, and how to mend them. Read by township clerks: plain words, one mend each. */
const KINDS = { station: '站所', person: '人员', group: '群', duty: '事项', village: '村' } as const
const LISTS = { station: 'town.yaml 的 stations', person: 'town.yaml 的 people', group: 'town.yaml 的 groups' } as const
const DURATION_MEND = '写成“数字+单位”：s 秒、m 分钟、h 小时、d 天，例如 30m、2h、5d'

const line = (number: number | null): string => (number === null ? '' : `（第 ${number} 行）`)
const say = (problem: string, mend: string): Words => ({ problem, mend })
const meant = (word: string | null): string => (word === null ? '' : `是不是想写“${word}”？`)

/** Columns and values of the files in Chinese. */
const CALLED: Readonly<Record<string, string>> = {
  mode: '办理模式（mode）',
  level: '紧急程度（level）',
  own: '赋权（own）',
  normal: '普通（normal）',
}
const called = (word: string): string => CALLED[word] ?? ` ${word} `

export const wording = {
  encodingField: '文件编码',
  csvField: '表格格式',
  yamlField: 'YAML 格式',

  nobodyRules: say(
    '没有镇指挥室的群，也没有 dispatcher 角色的人，拿不准的件没人派单',
    '在 town.yaml 写 command_room，或给一个人加上 dispatcher 角色',
  ),

  nobodyIsAdmin: say(
    '没有一个人有 admin 角色，网页的设置向导、运行状况谁也打不开',
    '在 town.yaml 的 people 里给一个不办件的人写上 roles: [admin]，重新启动后终端会打印他的登录链接',
  ),
  notApart: (name: string, roles: readonly string[]) =>
    say(
      `${name}同时是 ${roles.join('、')}：系统管理员 admin、安全管理员 security、审计管理员 auditor 要由三个人分别担任，也不要由办件的人兼任`,
      '把这些角色分给不同的人（《网络安全等级保护基本要求》GB/T 22239-2019 8.1.5）；人手不够的，至少不要让一个人既能改设置又能查日志',
    ),
  sameName: (name: string, accounts: readonly string[]) =>
    say(
      `有 ${accounts.length} 个人都叫“${name}”：${accounts.join('、')}，按姓名登录时分不出是谁，收不到验证码`,
      '请他们登录时填账号，不填姓名',
    ),

  badMobile: () => say('手机号不对（不在这里显示）', '写 11 位手机号，例如 13800000000 这样的形式；不需要就删掉'),

  badOutline: () =>
    say(
      'outline.geojson 不是 GeoJSON 的镇界',
      '要一个 Polygon 或 MultiPolygon，坐标写成 [经度, 纬度]，和 villages.csv 用同一种坐标；没有就删掉这个文件，会按各村位置画一个外圈',
    ),
  longOutline: (most: number) =>
    say(`outline.geojson 的点太多，超过 ${most} 个`, '用地图软件把边界简化（抽稀）以后再放进来，示意图用不着那么细'),

  // files
  missingFile: (name: string) =>
    say(`缺少文件 ${name}`, `在这个文件夹里补上 ${name}，可以从 config/town 里复制一份再改`),
  unreadable: (name: string, code: string) =>
    say(`读不了 ${name}（${code}）`, '检查它是不是普通文件，以及运行哨子的用户有没有读它的权限'),
  missingFolder: (dir: string) => say(`找不到乡镇配置文件夹 ${dir}`, '检查 TOWN_CONFIG 写的路径；默认是 ./config/town'),
  noTownship: (dir: string) =>
    say(
      `${dir} 里没有 town.yaml，下面的文件夹里也没有`,
      '把 TOWN_CONFIG 指向放着 town.yaml 的文件夹，或放着多个这样的文件夹的上一级',
    ),
  gbk: () =>
    say('文件是 GBK（ANSI）编码，不是 UTF-8', 'Excel：另存为“CSV UTF-8（逗号分隔）”；记事本：另存为，编码选 UTF-8'),
  utf16: () =>
    say(
      '文件是 UTF-16（Unicode）编码，不是 UTF-8',
      'Excel：另存为“CSV UTF-8（逗号分隔）”；记事本：另存为，编码选 UTF-8',
    ),
  notUtf8: () =>
    say(
      '文件里有不是 UTF-8 的内容',
      '用记事本打开，另存为，编码选 UTF-8；如果是 Excel 工作簿（.xlsx），另存为“CSV UTF-8”',
    ),

  // YAML
  badYaml: (code: string, written: string) => say(`YAML 写法有误（${code}）`, yamlMend(code, written)),
  notMapping: (field: string, known: readonly string[]) =>
    say(
      `${field || '文件内容'}应当是“名称: 值”的形式`,
      `写成 ${known
        .slice(0, 3)
        .map((key) => `${key}: …`)
        .join('、')} 这样的几行，冒号用英文冒号，后面加一个空格`,
    ),
  notScalar: (field: string) => say(`${field}应当只写一个值`, '去掉多余的括号、横杠或下一级缩进，只留一个值'),
  unknownKey: (key: string, near: string | null) =>
    say(`不认识的名称“${key}”，这一行不起作用`, meant(near) || '如果用不着，就删掉这一行'),

  // CSV
  badCsv: () =>
    say('这一行的引号没有配对', '内容里有英文引号时，整格用英文引号括起来，里面的引号写两遍；或者干脆去掉引号'),
  emptyCsv: (needed: readonly string[]) =>
    say('文件是空的，连表头都没有', `第一行写表头，至少要有：${needed.join(',')}`),
  badSeparator: () => say('各列之间不是英文逗号', '用英文逗号分列；Excel 请另存为“CSV UTF-8（逗号分隔）”'),
  missingColumn: (name: string, known: readonly string[]) =>
    say(`表头里没有 ${name} 这一列`, `在第一行补上 ${name}；全部列名：${known.join(',')}`),
  columnTwice: (name: string) => say(`表头里 ${name} 出现了两次`, '删掉其中一列'),
  unknownColumn: (name: string, near: string | null) =>
    say(`不认识的列“${name}”，这一列不起作用`, meant(near) || '如果用不着，就删掉这一列'),
  tooManyCells: (extra: string) =>
    say(`这一行的格子比表头多，多出来的是“${extra}”`, '内容里如果有逗号，整格用英文引号括起来，或改用顿号'),

  // single values
  empty: (field: string) => say(`${field}不能为空`, `填上 ${field}`),
  emptyTaken: (field: string, taken: string) =>
    say(`${called(field)}没有写，先按${called(taken)}处理`, `把${called(field)}写明`),
  badId: (id: string) => say(`编号“${id}”里有空格、竖线、逗号或冒号`, '编号只用字母、数字、横线或汉字，例如 chengguan'),
  notOneOf: (text: string, words: readonly string[]) =>
    say(`“${text}”不是可用的值`, `从这些里选一个：${words.join('、')}`),
  separatorForgiven: () => say('用了竖线（|）以外的分隔符，已按竖线处理', '把分隔符都改成英文竖线 |'),
  badDate: (text: string) => say(`“${text}”不是日期`, '写成 2026-05-31 这样的日期，并确认这一天存在'),
  noEnd: (text: string) => say(`“${text}”不是日期`, '没有到期日的，这一格空着（town.yaml 里整项不写）'),
  dateForgiven: (text: string, day: string) => say(`日期“${text}”已按 ${day} 处理`, `改写成 ${day}`),
  badNumber: (text: string, least: number, most: number) =>
    say(`“${text}”不是 ${least} 到 ${most} 之间的数`, '填一个数；纬度在前（lat），经度在后（lng），不知道就两格都空着'),
  badFlag: (text: string) => say(`“${text}”不是 1 或 0`, '需要法制审核写 1，不需要写 0 或空着'),
  halfSpot: () => say('经纬度只写了一个', '纬度 lat 和经度 lng 要么都写，要么都空着'),

  // ids and references
  duplicate: (kind: keyof typeof KINDS, id: string, first: number | null) =>
    say(`${KINDS[kind]}编号“${id}”重复，前面已经有了${line(first)}`, '改成另一个编号，或删掉重复的一条'),
  nameTwice: (name: string, code: string, first: number | null) =>
    say(
      `村名或别名“${name}”已经属于 ${code}${line(first)}`,
      '一个名字只能属于一个村：删掉其中一个，或写得更具体，例如“王家村老街”',
    ),
  unknownReference: (kind: keyof typeof LISTS, id: string, near: string | null) =>
    say(`找不到${KINDS[kind]}“${id}”`, `${meant(near)}${LISTS[kind]} 里要有这个编号；没有就先补上，或改成已有的编号`),
  outsideDepartment: (id: string, near: string | null) =>
    say(
      `“${id}”不在 town.yaml 的 stations 里，只能当作名称显示`,
      `${meant(near)}如果是本镇站所，写它的编号；如果是上级部门，可以在 stations 里补一条 kind: department`,
    ),
  badTownCode: (code: string) => say(`乡镇代码“${code}”不合格`, '用 2 到 4 个大写英文字母，例如 QS'),
  townCodeTwice: (code: string, file: string) =>
    say(`乡镇代码 ${code} 和 ${file} 重复，工单编号会撞在一起`, '给其中一个乡镇换一个代码'),
  sharedDiffers: (kind: 'person' | 'group', id: string, file: string) =>
    say(
      `${KINDS[kind]}“${id}”和 ${file} 里写的不一样`,
      '全县共用编号：同一个编号要写成同一个人（同一个群），不是同一个就换编号',
    ),
  chatTwice: (id: string, address: string, first: string, where: Where) =>
    say(
      `群“${id}”的 ${address} 和 ${where.file}${line(where.line)}的群“${first}”一样：这个镇的工单会发到别的镇的群里`,
      `换成“${id}”自己的群；真是两个镇共用一个群的，两边写同一个编号和名字`,
    ),
  noStations: () => say('没有写任何站所', '在 stations 下面至少写一个站所'),
  endsFirst: (from: string, until: string) =>
    say(`失效日期 ${until} 早于生效日期 ${from}`, '核对 valid_from 和 valid_until'),

  areaTwice: (area: string, matter: string) =>
    say(`片区“${area}”的“${matter}”在同一个站所写了两遍`, '删掉其中一行；要写两个人，第二个写在 deputy 里'),
  unknownVillage: (code: string, near: string | null) =>
    say(`没有编号是“${code}”的村，这个地名只当作路名用`, `${meant(near)}写 villages.csv 里的 code；穿过几个村的路不写`),
  unknownItem: (code: string, near: string | null) =>
    say(`权责清单里没有编码“${code}”，这一项不起作用`, `${meant(near)}写 duties.csv 里的 code，多个用 | 隔开`),
  unknownSentenceItem: (item: string, near: string | null) =>
    say(`权责清单里没有“${item}”这一项，这一句不学`, `${meant(near)}写 duties.csv 里的 code 或 name`),
  unknownArea: (area: string, near: string | null) =>
    say(
      `片区“${area}”既不是村的编号，也不是网格的名称，这一行不起作用`,
      `${meant(near)}写 villages.csv 里的 code 或 grid，整个乡镇都算就写 *`,
    ),
  unknownMatter: (matter: string, near: string | null) =>
    say(
      `“${matter}”既不是事项编号，也不是事项类别，这一行不起作用`,
      `${meant(near)}写 duties.csv 里的 code 或 category，不分事项就写 *`,
    ),
  areaIdle: (station: string) =>
    say(
      `清单里这里写的事项不由“${station}”主办，派单时这一行不起作用`,
      '要交给这个站所，在 area 写村或网格、在 matter 写事项编码；全镇都归它的，在 duties.csv 改主办',
    ),
  areaOfficerElsewhere: (person: string, station: string) =>
    say(`片区人员“${person}”不属于站所“${station}”，这一行不起作用`, '核对 people 里他的 station，或换成这个站所的人'),

  // clocks
  missingLevel: (field: string) =>
    say(`缺少 ${field} 这一级的时限`, '补上一行，例如 { sign: 2h, arrive: 1d, finish: 5d, hours: work }'),
  missingLimit: (field: string) => say(`没有写 ${field}`, `补上时限；${DURATION_MEND}`),
  badDuration: (text: string) => say(`“${text}”不是可用的时长`, DURATION_MEND),
  badCount: (text: string) => say(`“${text}”不是次数`, '写一个整数，例如 1'),
  badShare: (text: string) => say(`“${text}”不是 0 到 100% 之间的比例`, '写成 50% 或 0.5'),
  badSpan: (text: string) => say(`“${text}”不是时间段`, '写成 "08:30-12:00"，24 小时制'),
  overMidnight: (text: string) =>
    say(`上班时间“${text}”的结束早于开始`, '上班时间不能跨零点：写成两段，例如 "20:00-24:00" 和 "00:00-06:00"'),
  noWorkHours: () => say('没有写上班时间', '写成 ["08:30-12:00", "14:30-18:00"]'),
  overlap: (first: string, second: string) => say(`上班时间 ${first} 和 ${second} 重叠`, '改成互不重叠的几段'),
  badQuietHours: (text: string) => say(`免打扰时间“${text}”写得不对`, '写成 "22:00-07:00"，或写 none 表示不设'),
  noTarget: (targets: readonly string[]) => say('这一步没有写通知谁', `在 to 里写一个或几个：${targets.join('、')}`),
  finishFirst: () => say('签收时限比办结时限还长', '核对 sign 和 finish'),

  // holidays
  holidayName: (name: string) => say(`节假日文件名“${name}”不对`, '文件名用年份，例如 2026.yaml'),
  otherYear: (day: string, year: number) =>
    say(`${day} 不是 ${year} 年的`, `这个文件只写 ${year} 年的日期，别的年份写在别的年份的文件里`),
  offAndWork: (day: string) =>
    say(`${day} 既写成放假又写成上班`, '对照国务院办公厅的放假通知，从 off 或 work 里删掉一个'),
  calendarDiffers: (year: number, file: string) =>
    say(`${year} 年的节假日和 ${file} 里写的不一样`, '全县用同一份：把它放在上一级文件夹的 holidays 里，各乡镇的删掉'),

  // warnings: nothing is refused
  noHolidays: (year: number) => say(`${year} 年没有写任何放假日期`, '对照国务院办公厅的放假通知填写 off 和 work'),
  workedAnyway: (day: string) => say(`${day} 本来就是工作日，不用写进 work`, 'work 里只写调休上班的周六、周日'),
  noCalendar: (year: number) =>
    say(
      `还没有 ${year} 年的节假日文件，落在这一年的期限会标“暂定”`,
      `国务院办公厅公布放假安排后，新建 holidays/${year}.yaml`,
    ),
  noEmergencyWords: () =>
    say('没有写紧急词，着火、触电这类话不会被立即识别', '在 emergency_words 里写上 着火、煤气泄漏、触电、溺水 等'),
  noDuties: () => say('权责清单里一条事项也没有，所有上报都要指挥室人工派单', '在 duties.csv 里逐条填写事项'),
  noVillages: () => say('村庄清单是空的，认不出任何地点', '在 villages.csv 里填写各村和别名'),
  noKeywords: (name: string) =>
    say(`事项“${name}”没有关键词，只能靠名称识别`, '在关键词（keywords）里写上群众常用的说法，用 | 分开'),
  nobodyThere: (name: string) =>
    say(`站所“${name}”既没有值班人员也没有负责人`, '在 duty 里写值班人员，或在 head 里写负责人'),
  noAddress: (name: string) =>
    say(`群“${name}”没有任何地址，消息发不进去`, '填写 aibot_chatid、webhook_key、appchat_id 中的任意一个'),
  notTheirStation: (person: string, station: string) =>
    say(`值班人员“${person}”不属于站所“${station}”`, '核对 people 里他的 station，或调整值班名单'),
  dutyExpired: (name: string, until: string) =>
    say(`事项“${name}”已于 ${until} 失效`, '核对授权是否续期，改 valid_until 或删掉这一条'),
  leadAssists: (id: string) => say(`${id} 既是主办又是协办，已从协办中去掉`, '从 assist 里删掉主办站所'),
  assetTwice: (id: string, line: number | null) =>
    say(
      `编号 ${id} 用了两次${line === null ? '' : `（第一次在第 ${line} 行）`}`,
      '每辆车、每件装备、每间房各写一个编号',
    ),
  storyAt: (text: string) => say(`“${text}”不是时间`, '写成 12d 09:30（12 天前的 9 点半）或 40m（40 分钟前）'),
  rosterTwice: () => say('这一行和前面某一行完全一样，已忽略', '删掉重复的一行'),
  unreachable: (target: keyof typeof UNREACHABLE, detail: string) =>
    say(`督办阶梯这一步通知不到人：${UNREACHABLE[target].lack}${detail}`, UNREACHABLE[target].mend),
} as const

const UNREACHABLE = {
  duty: { lack: '这些主办站所没有值班人员', mend: '在 town.yaml 里给它们写 duty' },
  station_head: { lack: '这些主办站所没有负责人', mend: '在 town.yaml 里给它们写 head' },
  command_room: { lack: '没有指定指挥室的群', mend: '在 town.yaml 里写 command_room: { group: 群编号 }' },
  leaders: { lack: '没有指定领导群', mend: '在 town.yaml 里写 leaders: { group: 群编号 }' },
  supervisor: { lack: '没有监督人员', mend: '给 people 里的司法所人员加上 roles: [supervisor]' },
} as const

const YAML_MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '缩进不能用 Tab 键，换成空格',
  DUPLICATE_KEY: '同一个名称写了两遍，删掉一个',
  NESTING: '括号嵌套得太深，检查有没有漏掉的右括号',
  MULTIPLE_DOCS: '一个文件里只写一份，去掉中间的 --- 行',
}

/** A full-width colon or comma is by far the commonest slip, and the parser cannot name it. */
function yamlMend(code: string, written: string): string {
  const known = YAML_MENDS[code]
  if (known !== undefined) return known
  const fullWidth = /[：，［］｛｝“”]/u.exec(written.replace(/\s#.*$/u, ''))
  if (fullWidth) return `这一行有中文标点“${fullWidth[0]}”，冒号、逗号、括号、引号都要用英文的，冒号后面加一个空格`
  return '检查这一行和上一行：缩进是否对齐，冒号后面有没有空格，括号和引号是否成对'
}
