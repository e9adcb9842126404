import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { change, type Edits, sampleLine, TODAY, township } from './folder.ts'

const warningsOf = async (edits: Edits) => (await loadTowns(await township(edits), TODAY)).warnings

const SILENT: readonly (readonly [string, Edits, readonly number[]])[] = [
  [
    'no command room',
    { 'town.yaml': change('command_room: { group: grp-command }', 'command_room: { group: }') },
    [2, 3],
  ],
  ['no leaders group', { 'town.yaml': change('leaders: { group: grp-leaders }', 'leaders:') }, [4, 5]],
  ['no supervisor', { 'town.yaml': change('roles: [supervisor]', 'roles: [officer]') }, [5]],
  ['a leading station without head', { 'town.yaml': change('    head: u-fengjun\n', '') }, [1, 3]],
  ['a leading station without anybody on duty', { 'town.yaml': change('    duty: [u-hanbing, u-caili]\n', '') }, [1]],
]

describe('the escalation lint', () => {
  it.each(SILENT)('names the steps that reach nobody: %s', async (_, edits, steps) => {
    const warnings = await warningsOf(edits)
    expect(warnings.map(({ field }) => field)).toEqual(steps.map((step) => `ladder[${step}].to`))
    expect(warnings[0]?.file).toMatch(/clocks\.yaml$/u)
    expect(warnings[0]?.line).toBe((await sampleLine('clocks.yaml', 'ladder:')) + (steps[0] ?? 0))
  })

  it('does not ask for the head of a station that leads nothing', async () => {
    const warnings = await warningsOf({
      'town.yaml': change('  - id: dadui', '  - { id: market, name: 市局, kind: department }\n  - id: dadui'),
    })
    expect(warnings).toEqual([])
  })
})
