import { describe, expect, it } from 'vitest'
import type { PreFailure, PreWarning } from '../../../domain/review/warnings.ts'
import { faultsOf, warningsOf } from '../../../domain/review/precheck.ts'
import { FILE, lookWith, step, type Change } from '../legal/look.ts'

const PARTY = {
  kind: 'person',
  name: '王大山',
  id: '370101199001011234',
  representative: null,
  address: '王家村',
  phone: null,
} as const

/** A file with which nothing is wrong. */
const good: Change = {
  evidence: 1,
  file: { party: PARTY, legalBasis: '《城市市容和环境卫生管理条例》第三十四条' },
  more: [step('recorded', '2026-03-05')],
}
const withFile = (file: Change['file'], more: Change = {}): Change => ({
  ...good,
  ...more,
  file: { ...good.file, ...file },
})
const FINE = FILE.proposal
if (!FINE) throw new Error('the sample has a proposal')

describe('before a reviewer sees it', () => {
  it.each<[string, Change, readonly PreFailure[]]>([
    ['nothing is wrong', good, []],
    ['no party', withFile({ party: null }), ['file-party']],
    ['no facts', withFile({ facts: '' }), ['file-facts']],
    ['one officer', withFile({ officers: ['u-one'] }), ['file-officers']],
    ['the same officer twice', withFile({ officers: ['u-one', 'u-one'] }), ['file-officers']],
    ['a licence that is over', withFile({ officers: ['u-one', 'u-old'] }), ['file-officers']],
    ['no evidence', { ...good, evidence: 0, more: [] }, ['file-evidence']],
    ['no day', withFile({ violatedOn: null }), ['file-date']],
    ['too long ago', withFile({ violatedOn: '2023-01-01' }), ['file-limitation']],
    ['not investigated', { ...good, without: ['investigated'] }, ['file-investigate']],
    ['no discretion', withFile({ discretion: null }), ['file-discretion']],
    ['not to be punished', withFile({ discretion: { choice: 'waive', why: '首违' } }), ['file-waived']],
    [
      'a hearing that was not held',
      { ...good, more: [...(good.more ?? []), step('hearing-asked', '2026-03-11')] },
      ['file-hearing-due'],
    ],
    ['no law', withFile({ legalBasis: '' }), ['review-law']],
    [
      'the law in the proposal',
      withFile({ legalBasis: '', proposal: { ...FINE, text: '依据《条例》第三条罚款 500' } }),
      [],
    ],
    ['no power', { ...good, town: { duties: [] } }, ['file-power-now']],
  ])('%s', (_what, change, faults) => {
    expect(faultsOf(lookWith(change)).map(({ reason }) => reason)).toEqual(faults)
  })

  it.each<[string, Change, readonly PreWarning[]]>([
    ['nothing to look at', good, []],
    ['no number of the party', withFile({ party: { ...PARTY, id: null } }), ['party-number']],
    ['no record', { ...good, more: [] }, ['record']],
    ['no article', withFile({ legalBasis: '《条例》' }), ['article']],
    [
      'a heavy penalty',
      withFile({ proposal: { sort: 'suspension', fine: null, text: '停业' } }),
      ['heavy', 'told-other'],
    ],
    ['perhaps a crime', withFile({ facts: '致人轻伤' }), ['crime']],
    ['not told', { ...good, without: ['noticed', 'defended'] }, ['not-told']],
    ['not heard', { ...good, without: ['defended'] }, ['not-heard']],
    ['ten days left', { ...good, today: '2026-05-22' }, []],
    ['nine days left', { ...good, today: '2026-05-23' }, ['days']],
    ['a department must sign', withFile({ mentor: '市局', mentorUntil: '2026-12-31' }), ['not-signed-off']],
  ])('warns: %s', (_what, change, warnings) => {
    expect(warningsOf(lookWith(change))).toEqual(warnings)
  })
})
