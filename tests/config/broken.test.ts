import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { append, change, type Edits, emptyFolder, sampleLine, TODAY, township } from './folder.ts'

type Broken = Readonly<{
  name: string
  edits: Edits
  file: string
  field: string
  /** a piece of the sample on the faulty line, or the line itself */
  at: string | number | null
  says: string
}>

const town = (edit: (text: string) => string): Edits => ({ 'town.yaml': edit })
const clocks = (edit: (text: string) => string): Edits => ({ 'clocks.yaml': edit })
const duties = (edit: (text: string) => string): Edits => ({ 'duties.csv': edit })
const villages = (edit: (text: string) => string): Edits => ({ 'villages.csv': edit })

const TABLE: readonly Broken[] = [
  // files
  { name: 'a missing duty list', edits: { 'duties.csv': null }, file: 'duties.csv', field: 'duties.csv', at: null, says: '缺少文件' },
  { name: 'missing clocks', edits: { 'clocks.yaml': null }, file: 'clocks.yaml', field: 'clocks.yaml', at: null, says: '缺少文件' },
  { name: 'a missing town.yaml', edits: { 'town.yaml': null }, file: 'town.yaml', field: 'town.yaml', at: null, says: '缺少文件' },
  // 事 in GBK is CA C2
  { name: 'a GBK file', edits: { 'duties.csv': Buffer.from('code,name\nA1,\xca\xc2\n', 'latin1') }, file: 'duties.csv', field: '文件编码', at: 2, says: 'GBK' },
  { name: 'a UTF-16 file', edits: { 'villages.csv': Buffer.from('\ufeffcode,name\n', 'utf16le') }, file: 'villages.csv', field: '文件编码', at: 1, says: 'UTF-16' },
  { name: 'bytes in no encoding', edits: { 'villages.csv': Buffer.from([0x61, 0xff, 0xff]) }, file: 'villages.csv', field: '文件编码', at: 1, says: 'UTF-8' },

  // town.yaml
  { name: 'a full-width colon', edits: town(change('  name: 青石镇', '  name：青石镇')), file: 'town.yaml', field: 'YAML 格式', at: '  name: 青石镇', says: '中文标点' },
  { name: 'a key written twice', edits: town(change('  class: B ', '  class: B\n  class: C ')), file: 'town.yaml', field: 'YAML 格式', at: 9, says: '两遍' },
  { name: 'a list where a value belongs', edits: town(change('  name: 青石镇', '  name: [青石镇]')), file: 'town.yaml', field: 'town.name', at: '  name: 青石镇', says: '一个值' },
  { name: 'a town code in small letters', edits: town(change('code: QS ', 'code: qs ')), file: 'town.yaml', field: 'town.code', at: 'code: QS', says: '大写' },
  { name: 'a town without a code', edits: town(change('code: QS ', 'code: ')), file: 'town.yaml', field: 'town.code', at: 'code: QS', says: '不能为空' },
  { name: 'a station id given twice', edits: town(change('  - id: shichang', '  - { id: chengguan, name: 城管二队, kind: resident }\n  - id: shichang')), file: 'town.yaml', field: 'stations[2].id', at: 'id: shichang', says: '重复' },
  { name: 'a person given twice', edits: town(change('  - { userid: u-wangfang', '  - { userid: u-zhangwei, name: 张伟 }\n  - { userid: u-wangfang')), file: 'town.yaml', field: 'people[3].userid', at: 'userid: u-wangfang', says: '重复' },
  { name: 'a group given twice', edits: town(change('  - { id: grp-shichang,', '  - { id: grp-chengguan, name: 又一个群 }\n  - { id: grp-shichang,')), file: 'town.yaml', field: 'groups[2].id', at: 'id: grp-shichang,', says: '重复' },
  { name: 'an unknown head', edits: town(change('head: u-liqiang', 'head: u-liqian')), file: 'town.yaml', field: 'stations[1].head', at: 'head: u-liqiang', says: 'u-liqiang' },
  { name: 'an unknown person on duty', edits: town(change('duty: [u-zhangwei, ', 'duty: [王芳, ')), file: 'town.yaml', field: 'stations[1].duty[1]', at: 'duty: [u-zhangwei', says: 'u-wangfang' },
  { name: 'an unknown group', edits: town(change('group: grp-ziran', 'group: grp-nobody')), file: 'town.yaml', field: 'stations[3].group', at: 'group: grp-ziran', says: 'groups' },
  { name: 'an unknown station of a person', edits: town(change('李强, station: chengguan', '李强, station: 城管中队')), file: 'town.yaml', field: 'people[1].station', at: '李强', says: 'chengguan' },
  { name: 'an unknown role', edits: town(change('roles: [dispatcher] ', 'roles: [boss] ')), file: 'town.yaml', field: 'people[22].roles[1]', at: '周婷', says: 'dispatcher' },
  { name: 'an unknown kind of station', edits: town(change('kind: police', 'kind: army')), file: 'town.yaml', field: 'stations[6].kind', at: 'kind: police', says: 'police' },
  { name: 'a licence until a day that does not exist', edits: town(change('licence_until: 2029-05-31', 'licence_until: 2027-02-30')), file: 'town.yaml', field: 'people[1].licence_until', at: '李强', says: '日期' },
  { name: 'an unknown command room', edits: town(change('group: grp-command }', 'group: grp-comand }')), file: 'town.yaml', field: 'command_room.group', at: 'command_room:', says: 'grp-command' },
  { name: 'an unknown leaders group', edits: town(change('leaders: { group: grp-leaders', 'leaders: { group: grp-x')), file: 'town.yaml', field: 'leaders.group', at: 'leaders: {', says: 'grp-x' },

  // duties.csv
  { name: 'a duty code given twice', edits: duties(change('CG002,', 'CG001,')), file: 'duties.csv', field: 'code', at: 'CG002,', says: '重复' },
  { name: 'a duty nobody leads', edits: duties(change('own,chengguan,paichu', 'own,,paichu')), file: 'duties.csv', field: 'lead', at: 'CG001,', says: '不能为空' },
  { name: 'an unknown lead', edits: duties(change('own,chengguan,paichu', 'own,chenguan,paichu')), file: 'duties.csv', field: 'lead', at: 'CG001,', says: '“chengguan”' },
  { name: 'an unknown assist', edits: duties(change('own,chengguan,paichu', 'own,chengguan,paichu|wujing')), file: 'duties.csv', field: 'assist', at: 'CG001,', says: 'wujing' },
  { name: 'an unknown mode', edits: duties(change('own,chengguan,paichu', '赋权,chengguan,paichu')), file: 'duties.csv', field: 'mode', at: 'CG001,', says: 'own、joint、transfer、refer' },
  { name: 'an unknown level', edits: duties(change('dadui,dadui,dadui,normal', 'dadui,dadui,dadui,high')), file: 'duties.csv', field: 'level', at: 'CG001,', says: 'emergency、urgent、normal' },
  { name: 'a review that is neither 1 nor 0', edits: duties(change('dadui,normal,0', 'dadui,normal,2')), file: 'duties.csv', field: 'review', at: 'CG001,', says: '1 或 0' },
  { name: 'a date that is none', edits: duties(change('2026-01-01,,', '2026-13-01,,')), file: 'duties.csv', field: 'valid_from', at: 'CG001,', says: '日期' },
  { name: 'a validity that ends before it starts', edits: duties(change('2026-01-01,,', '2026-01-01,2025-01-01,')), file: 'duties.csv', field: 'valid_until', at: 'CG001,', says: '早于' },
  { name: 'a header without lead', edits: duties(change(',lead,', ',leed,')), file: 'duties.csv', field: 'lead', at: 1, says: '表头' },
  { name: 'a stray comma', edits: duties(change(',2026-12-31\nCG002', ',2026-12-31,,x\nCG002')), file: 'duties.csv', field: '表格格式', at: 'CG001,', says: '多出来的' },
  { name: 'an open quote', edits: duties(append('X1,"没有关上的引号')), file: 'duties.csv', field: '表格格式', at: 34, says: '引号' },
  { name: 'semicolons for commas', edits: duties((text) => text.replaceAll(',', ';')), file: 'duties.csv', field: '表格格式', at: 1, says: '逗号' },
  { name: 'an empty CSV', edits: { 'duties.csv': '' }, file: 'duties.csv', field: '表格格式', at: 1, says: '表头' },

  // villages.csv and roster.csv
  { name: 'a village code given twice', edits: villages(change('QS02,', 'QS01,')), file: 'villages.csv', field: 'code', at: 'QS02,', says: '重复' },
  { name: 'an alias of two villages', edits: villages(change('李家沟村|', '王家庄|')), file: 'villages.csv', field: 'aliases', at: 'QS02,', says: 'QS01' },
  { name: 'an alias that is the name of another village', edits: villages(change('李家沟村|', '张庄村|')), file: 'villages.csv', field: 'aliases', at: 'QS02,', says: 'QS03' },
  { name: 'an unknown village officer', edits: villages(change('u-zhangwei', 'u-zhangwe')), file: 'villages.csv', field: 'officer', at: 'QS01,', says: 'u-zhangwei' },
  { name: 'latitude and longitude swapped', edits: villages(change('34.812,113.407', '113.407,34.812')), file: 'villages.csv', field: 'lat', at: 'QS01,', says: '纬度在前' },
  { name: 'a latitude alone', edits: villages(change('34.812,113.407', '34.812,')), file: 'villages.csv', field: 'lng', at: 'QS01,', says: '经纬度' },
  { name: 'an unknown person in the roster', edits: { 'roster.csv': append('2026-10-03,yingji,u-nobody,') }, file: 'roster.csv', field: 'userid', at: 6, says: 'u-nobody' },
  { name: 'a roster without a day', edits: { 'roster.csv': append(',yingji,u-xietao,') }, file: 'roster.csv', field: 'date', at: 6, says: '不能为空' },

  // clocks.yaml
  { name: 'a bad duration', edits: clocks(change('sign: 15m', 'sign: 15分钟')), file: 'clocks.yaml', field: 'levels.emergency.sign', at: 'sign: 15m', says: 's 秒、m 分钟' },
  { name: 'a limit of nothing', edits: clocks(change('sign: 15m', 'sign: 0')), file: 'clocks.yaml', field: 'levels.emergency.sign', at: 'sign: 15m', says: '时长' },
  { name: 'a level left out', edits: clocks(change('  urgent:', '  # urgent:')), file: 'clocks.yaml', field: 'levels.urgent', at: 'levels:', says: '缺少' },
  { name: 'a limit left out', edits: clocks(change('arrive: 2h,', '')), file: 'clocks.yaml', field: 'levels.urgent.arrive', at: '  urgent:', says: '没有写' },
  { name: 'hours that are neither', edits: clocks(change('hours: work', 'hours: weekdays')), file: 'clocks.yaml', field: 'levels.normal.hours', at: '  normal:', says: 'always、work' },
  { name: 'work hours that overlap', edits: clocks(change('"13:30-18:00"', '"11:30-18:00"')), file: 'clocks.yaml', field: 'work_hours', at: 'work_hours:', says: '重叠' },
  { name: 'work hours over midnight', edits: clocks(change('"13:30-18:00"', '"20:00-06:00"')), file: 'clocks.yaml', field: 'work_hours[2]', at: 'work_hours:', says: '跨零点' },
  { name: 'work hours that are no hours', edits: clocks(change('"13:30-18:00"', '下午')), file: 'clocks.yaml', field: 'work_hours[2]', at: 'work_hours:', says: '08:30-12:00' },
  { name: 'a share above all', edits: clocks(change('50%, 80%', '50%, 120%')), file: 'clocks.yaml', field: 'remind_at[2]', at: 'remind_at:', says: '50% 或 0.5' },
  { name: 'a share without its per cent', edits: clocks(change('50%, 80%', '50, 80%')), file: 'clocks.yaml', field: 'remind_at[1]', at: 'remind_at:', says: '50% 或 0.5' },
  { name: 'an unknown target', edits: clocks(change('to: [command_room]', 'to: [mayor]')), file: 'clocks.yaml', field: 'ladder[2].to[1]', at: 'clock: sign,   after: 1h', says: 'station_head' },
  { name: 'a step for nobody', edits: clocks(change('to: [command_room]', 'to: []')), file: 'clocks.yaml', field: 'ladder[2].to', at: 'clock: sign,   after: 1h', says: '通知谁' },
  { name: 'an unknown clock', edits: clocks(change('clock: sign,   after: 1h', 'clock: begin, after: 1h')), file: 'clocks.yaml', field: 'ladder[2].clock', at: 'clock: sign,   after: 1h', says: 'sign、arrive、finish' },
  { name: 'a return limit in words', edits: clocks(change('return_limit: 1', 'return_limit: 一次')), file: 'clocks.yaml', field: 'return_limit', at: 'return_limit:', says: '整数' },
  { name: 'quiet hours that are none', edits: clocks(change('"22:00-07:00"', '夜里')), file: 'clocks.yaml', field: 'quiet_hours', at: 'quiet_hours:', says: 'none' },

  // holidays
  { name: 'a holiday of another year', edits: { 'holidays/2026.yaml': change('  - 2026-01-01', '  - 2025-12-31') }, file: 'holidays/2026.yaml', field: 'off[1]', at: '  - 2026-01-01', says: '2026 年' },
  { name: 'a day both off and worked', edits: { 'holidays/2026.yaml': change('- 2026-01-04 ', '- 2026-01-03 ') }, file: 'holidays/2026.yaml', field: 'work[1]', at: '- 2026-01-04', says: '既写成放假又写成上班' },
  { name: 'a holiday that is no day', edits: { 'holidays/2026.yaml': change('- 2026-01-01', '- 元旦') }, file: 'holidays/2026.yaml', field: 'off[1]', at: '- 2026-01-01', says: '日期' },
  { name: 'a holiday file without a year in its name', edits: { 'holidays/明年.yaml': 'off: []' }, file: 'holidays/明年.yaml', field: '明年.yaml', at: null, says: '2026.yaml' },
]

describe('a broken township folder', () => {
  it.each(TABLE)('names file, line, field and mend for $name', async ({ edits, file, field, at, says }) => {
    const dir = await township(edits)
    const read = await loadTowns(dir, TODAY)
    expect(read.ok).toBe(false)
    const line = typeof at === 'string' ? await sampleLine(file, at) : at
    const fault = read.ok ? undefined : read.faults.find((each) => each.field === field)
    expect(fault, JSON.stringify(read)).toMatchObject({ file: `${dir}/${file}`, line, field })
    expect(`${fault?.problem} ${fault?.mend}`).toContain(says)
    expect(fault?.mend).not.toBe('')
  })

  it('tells of one slip only once', async () => {
    const repeated = []
    for (const { name, edits } of TABLE) {
      const read = await loadTowns(await township(edits), TODAY)
      if (!read.ok && read.faults.length > 1) repeated.push([name, read.faults])
    }
    expect(repeated).toEqual([])
  })

  it('tells of all faults at once, over all files', async () => {
    const dir = await township({
      ...town(change('code: QS ', 'code: qs ')),
      ...duties(change('own,chengguan,paichu', 'own,nobody,paichu')),
      ...clocks(change('sign: 15m', 'sign: soon')),
      ...villages(change('QS02,', 'QS01,')),
    })
    const read = await loadTowns(dir, TODAY)
    const files = read.ok ? [] : read.faults.map(({ file }) => file.slice(dir.length + 1))
    expect(files.toSorted()).toEqual(['clocks.yaml', 'duties.csv', 'town.yaml', 'villages.csv'])
  })

  it('says so when there is no folder, or nothing in it', async () => {
    expect(await loadTowns('/nowhere/at/all', TODAY)).toMatchObject({ ok: false, faults: [{ field: 'town.yaml', line: null }] })
    expect(await loadTowns(await emptyFolder(), TODAY)).toMatchObject({ ok: false, faults: [{ field: 'town.yaml', line: null }] })
  })
})
