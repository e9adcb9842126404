import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, loaded } from './folder.ts'

/** As little as the contract allows. */
const LEAST: Readonly<Record<string, string>> = {
  'town.yaml': `
town: { code: ABCD, name: 小镇 }
stations:
  - { id: s1, name: 一所, kind: resident, head: "", duty: [p1] }
  - { id: s2, name: 二所, kind: department }
people:
  - { userid: p1, name: 甲 }
groups:
command_room:
emergency_words: []
`,
  'duties.csv':
    'code,name,category,keywords,mode,lead,assist,approve,supervise,punish,level,review,legal_basis,valid_from,valid_until,mentor,mentor_until\nD1,事项一,,说法,own,s1,,,,,normal,,,,,,\n',
  'villages.csv': 'code,name,aliases,grid,officer,lat,lng\nV1,一村,,,,,\n',
  'clocks.yaml': `
levels:
  emergency: { sign: 10s, arrive: 20s, finish: 30s }
  urgent:    { sign: 10s, arrive: 20s, finish: 30s, hours: always }
  normal:    { sign: 1.5h, arrive: 20m, finish: 3d, hours: work }
work_hours: ["08:00-12:00", "14:00-18:00"]
remind_at: [0.5]
ladder: []
quiet_hours: none
merge_within: 0s
`,
}

async function least(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const dir = await emptyFolder()
  for (const [name, text] of Object.entries({ ...LEAST, ...change })) {
    await mkdir(join(dir, 'holidays'), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  return dir
}

describe('a township folder with the least in it', () => {
  it('loads, and takes the defaults of the contract', async () => {
    const { town } = await loaded(await least())
    expect(town).toMatchObject({
      code: 'ABCD',
      class: '',
      groups: [],
      commandRoom: null,
      leaders: null,
      emergencyWords: [],
      roster: [],
    })
    expect(town.stations[0]).toEqual({
      id: 's1',
      name: '一所',
      kind: 'resident',
      head: null,
      duty: ['p1'],
      group: null,
    })
    expect(town.people[0]).toEqual({
      userid: 'p1',
      name: '甲',
      station: null,
      roles: [],
      licence: null,
      licenceUntil: null,
      certificate: null,
      certificateUntil: null,
      mobile: null,
    })
    expect(town.duties[0]).toMatchObject({
      assist: [],
      approve: null,
      review: false,
      legalBasis: '',
      validFrom: null,
      mentor: null,
    })
    expect(town.villages[0]).toEqual({
      code: 'V1',
      name: '一村',
      aliases: [],
      grid: '',
      officer: null,
      lat: null,
      lng: null,
    })
    expect(town.policy).toMatchObject({
      ladder: [],
      remindAt: [0.5],
      returnLimit: 1,
      ruleWithin: { amount: 4, unit: 'h' },
      feedbackWindow: { amount: 14, unit: 'd' },
      reopenWindow: { amount: 10, unit: 'd' },
      quietHours: null,
      mergeWithin: 0,
    })
    expect(town.policy.levels.emergency).toEqual({
      sign: { amount: 10, unit: 's' },
      arrive: { amount: 20, unit: 's' },
      finish: { amount: 30, unit: 's' },
      hours: 'always',
    })
    expect(town.policy.levels.normal.sign).toEqual({ amount: 90, unit: 'm' })
  })

  it('warns of what will be missed', async () => {
    const { warnings } = await loaded(await least())
    expect(warnings.map(({ field }) => field).toSorted()).toEqual([
      'command_room',
      'emergency_words',
      'off',
      'people',
      's1.duty',
    ])
  })

  it('takes quiet hours and merging from the defaults when nothing is said', async () => {
    const clocks = (LEAST['clocks.yaml'] ?? '').replace('quiet_hours: none\nmerge_within: 0s\n', '')
    const { town } = await loaded(await least({ 'clocks.yaml': clocks }))
    expect(town.policy).toMatchObject({ quietHours: { from: 22 * 60, to: 7 * 60 }, mergeWithin: 60_000 })
  })

  it('goes by the contract, with a warning, where work hours, reminders and ladder are left out', async () => {
    const clocks = (LEAST['clocks.yaml'] ?? '').replace(
      /^(work_hours|remind_at|ladder|quiet_hours|merge_within).*\n/gmu,
      '',
    )
    const { town, warnings } = await loaded(await least({ 'clocks.yaml': clocks }))
    expect(town.policy.ladder).toHaveLength(5)
    expect(warnings.map(({ field }) => field)).toEqual(expect.arrayContaining(['work_hours', 'remind_at', 'ladder']))
  })
})
