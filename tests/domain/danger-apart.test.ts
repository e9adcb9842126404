import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { dangerApart } from '../../domain/triage/dangerApart.ts'
import { findPlace } from '../../domain/route/place.ts'

const loaded = await loadTowns('config/town')
if (!loaded.ok || !loaded.towns[0]) throw new Error('the sample township does not load')
const [town] = loaded.towns
const apart = (text: string) =>
  dangerApart(text, findPlace(text, [town])?.place ?? null, town, '2026-11-24', null).map(
    ({ text: words, place, danger }) => `${danger ? '🚨' : ''}${words}@${place?.code ?? '?'}`,
  )

describe('a danger beside another matter', () => {
  it.each([
    ['王家村着火了，另外李家沟路灯不亮', ['🚨王家村着火了@QS01', '另外李家沟路灯不亮@QS02']],
    ['李家沟路灯不亮，另外王家村着火了', ['🚨另外王家村着火了@QS01', '李家沟路灯不亮@QS02']],
    ['王家村着火了 李家沟有人占道摆摊', ['🚨王家村着火了@QS01', '李家沟有人占道摆摊@QS02']],
    ['着火了快来人，另外李家沟路灯不亮', ['🚨着火了快来人@?', '另外李家沟路灯不亮@QS02']],
    [
      '王家村着火了，还有人在里面出不来，另外路灯不亮',
      ['🚨王家村着火了，还有人在里面出不来@QS01', '另外路灯不亮@QS01'],
    ],
  ])('%s', (text, expected) => expect(apart(text)).toEqual(expected))

  it.each([
    '王家村着火了，烟都飘到李家沟了',
    '王家村烧秸秆把房子引着火了，快来人',
    '王家村着火了，消防通道被车堵了进不去',
    '有人触电躺着不动，王家村村口',
    '王家村打群架，动刀了，还有人流血',
  ])('is one with whatever belongs to it: %s', (text) => expect(apart(text)).toHaveLength(1))
})
