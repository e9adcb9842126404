import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { append, change, edited, TODAY, township } from './folder.ts'

describe('what clerks write', () => {
  const withBom = (text: string): string => `\uFEFF${text}`
  const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n')

  it('may carry a BOM and CRLF, as Excel and Notepad write them', async () => {
    const both = (text: string): string => withBom(withCrlf(text))
    const { town, warnings } = await edited({
      'town.yaml': both,
      'clocks.yaml': both,
      'duties.csv': both,
      'villages.csv': both,
      'roster.csv': both,
      'areas.csv': both,
      'holidays/2026.yaml': both,
    })
    expect(warnings).toEqual([])
    expect(town).toEqual((await edited({ 'roster.csv': (text) => `${text}\n` })).town)
  })

  it('may quote cells that hold commas, quotes and line breaks', async () => {
    const { town } = await edited({
      'duties.csv': append('"Q1","占道, ""夜市""",,夜市,own,chengguan,,,,,normal,0,"《甲》,\n《乙》",,,,'),
    })
    expect(town.duties.at(-1)).toMatchObject({ name: '占道, "夜市"', legalBasis: '《甲》,\n《乙》' })
  })

  it('is counted in lines of the file also after a cell of several lines', async () => {
    const read = await loadTowns(
      await township({
        'duties.csv': append(
          '"Q1",名称,,词,own,chengguan,,,,,normal,0,"一\n二",,,,\nQ2,名称,,词,own,nobody,,,,,normal,0,,,,,',
        ),
      }),
      TODAY,
    )
    expect(read).toMatchObject({ ok: false, faults: [{ field: 'lead', line: 36 }] })
  })

  it('may have the columns in another order, empty lines, and trailing commas', async () => {
    const { town } = await edited({ 'villages.csv': 'name,code,,\n,,,\n甲村,V1,,\n\n乙村,V2\n' })
    expect(town.villages.map(({ code, name }) => [code, name])).toEqual([
      ['V1', '甲村'],
      ['V2', '乙村'],
    ])
  })

  it('is forgiven, with a warning, for full-width separators', async () => {
    const { town, warnings } = await edited({ 'duties.csv': change('占道|摆摊|', '占道｜摆摊、') })
    expect(town.duties[0]?.keywords.slice(0, 2)).toEqual(['占道', '摆摊'])
    expect(warnings).toMatchObject([{ field: 'keywords', line: 2 }])
  })

  it('is forgiven, with a warning, for the dates Excel makes', async () => {
    const { town, warnings } = await edited({ 'duties.csv': change('2026-01-01,,', '2026/1/1,,') })
    expect(town.duties[0]?.validFrom).toBe('2026-01-01')
    expect(warnings).toMatchObject([{ field: 'valid_from', line: 2 }])
  })

  it('may hold keys we do not know: they are named with the nearest one', async () => {
    const { warnings } = await edited({
      'clocks.yaml': change('return_limit: 1', 'return_limits: 1'),
      'town.yaml': change('  class: B ', '  class: B\n  mayor: 陈振 '),
    })
    expect(warnings.map(({ field }) => field)).toEqual(['town.mayor', 'return_limits'])
    expect(warnings[1]?.mend).toContain('return_limit')
  })

  it('may name a department outside the township as approving, with a warning', async () => {
    const { town, warnings } = await edited({
      'duties.csv': change('own,chengguan,paichu,dadui', 'own,chengguan,paichu,市城市管理局'),
    })
    expect(town.duties[0]?.approve).toBe('市城市管理局')
    expect(warnings).toMatchObject([{ field: 'approve', line: 2 }])
  })

  it('keeps ids that look like numbers as they are written', async () => {
    const renamed = (text: string): string => text.replaceAll('u-xuejing', '007')
    const { town } = await edited({ 'town.yaml': renamed, 'assets.csv': renamed })
    expect(town.people.some(({ userid }) => userid === '007')).toBe(true)
  })

  it('may be shortened: one value for a list, a group id for the command room', async () => {
    const { town } = await edited({
      'town.yaml': (text) =>
        text
          .replace('duty: [u-zhangwei, u-wangfang]', 'duty: u-zhangwei')
          .replace('command_room: { group: grp-command }', 'command_room: grp-command'),
    })
    expect(town.stations[0]?.duty).toEqual(['u-zhangwei'])
    expect(town.commandRoom).toBe('grp-command')
  })
})
