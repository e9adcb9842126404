import { describe, expect, it } from 'vitest'
import { append, change, edited, type Edits } from './folder.ts'

describe('warnings', () => {
  const cases: readonly (readonly [string, Edits, string])[] = [
    [
      'a station with nobody',
      { 'town.yaml': change('    head: u-fengjun\n    duty: [u-hanbing, u-caili]\n', '') },
      'ziran.duty',
    ],
    [
      'a group without address',
      { 'town.yaml': change('aibot_chatid: wrZIRAN', 'aibot_chatid: ""') },
      'grp-ziran.aibot_chatid',
    ],
    ['a person on duty elsewhere', { 'town.yaml': change('duty: [u-hanbing,', 'duty: [u-luxin,') }, 'ziran.duty'],
    ['a rostered person of another station', { 'roster.csv': append('2026-10-03,ziran,u-luxin,') }, 'userid'],
    ['a roster line twice', { 'roster.csv': append('2026-10-01,yingji,u-xietao,国庆值班') }, 'userid'],
    [
      'an area line for a unit that does not lead the item',
      { 'areas.csv': append('*,ZR003,paichu,u-luxin,') },
      'station',
    ],
    [
      'an area line for a unit that leads nothing of the kind',
      { 'areas.csv': append('第一网格,市容环境,dadui,u-xuejing,') },
      'station',
    ],
    ['an expired duty', { 'duties.csv': change('2026-01-01,,', '2025-01-01,2026-05-31,') }, 'CG001.valid_until'],
    ['a duty without keywords', { 'duties.csv': append('Q1,名称,,,own,dadui,,,,,normal,0,,,,,') }, 'Q1.keywords'],
    [
      'a lead that assists itself',
      { 'duties.csv': change('own,chengguan,paichu', 'own,chengguan,chengguan|paichu') },
      'assist',
    ],
    [
      'nobody who sets the system up',
      { 'town.yaml': change('u-dingning, name: 丁宁, roles: [admin]', 'u-dingning, name: 丁宁, roles: [officer]') },
      'people',
    ],
    [
      'two of the three administrators in one',
      { 'town.yaml': change('方舟, roles: [security]', '方舟, roles: [security, auditor]') },
      'u-fangzhou.roles',
    ],
    [
      'an administrator who works on cases',
      { 'town.yaml': change('何鹏, roles: [dispatcher]', '何鹏, roles: [dispatcher, admin]') },
      'u-hepeng.roles',
    ],
    ['two people of one name', { 'town.yaml': change('name: 王芳', 'name: 张伟') }, 'u-zhangwei.name'],
    ['a make-up day on a weekday', { 'holidays/2026.yaml': append('  - 2026-03-04') }, 'work[7]'],
  ]

  it.each(cases)('tell of %s and refuse nothing', async (_, edits, field) => {
    const { warnings } = await edited(edits)
    expect(warnings.map((each) => each.field)).toContain(field)
    expect(warnings.every(({ file, problem, mend }) => file !== '' && problem !== '' && mend !== '')).toBe(true)
  })
})
