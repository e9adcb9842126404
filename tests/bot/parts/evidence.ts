import type { RecordView } from '../../../domain/evidence/said.ts'
import type { EvidenceRefusal, EvidenceSaid } from '../../../domain/evidence/said.ts'
import type { PartBodies } from '../parts.ts'

const AT = '2026-11-24T02:00:00.000Z'
const EMPTY: RecordView = {
  no: 'QS-BL2026-0001',
  state: 'writing',
  by: '张伟',
  second: null,
  when: null,
  place: null,
  whom: null,
  seen: null,
  signature: null,
  pictures: 0,
  of: null,
  returned: null,
  confirmedAt: null,
}
const file = {
  sort: 'picture',
  at: AT,
  by: '张伟',
  placed: true,
  hash: '01234567',
  mark: 'before',
  state: 'here',
} as const

export const evidence: PartBodies<EvidenceSaid, EvidenceRefusal> = {
  bodies: (note, facts) => {
    const full = { when: note, place: note, whom: note, seen: note, signature: note, second: '王芳', pictures: 3 }
    const asked: RecordView = { ...EMPTY, ...full, state: 'asked' }
    const confirmed: RecordView = { ...asked, state: 'confirmed', confirmedAt: AT, of: 'QS-BL2026-0001' }
    const returned: RecordView = { ...asked, state: 'writing', returned: note }
    const count = { before: 1, after: 0, unclear: 2 }
    return {
      'pictures-card': [
        { kind: 'pictures-card', facts, cardId: 'c_1', count },
        { kind: 'pictures-card', facts, cardId: 'c_2', count: { before: 1, after: 2, unclear: 0 } },
      ],
      'pictures-marked': (['before', 'after'] as const).map(
        (mark) => ({ kind: 'pictures-marked', facts, mark, marked: 2, count }) as const,
      ),
      'pictures-wanted': [{ kind: 'pictures-wanted', facts, mark: 'after' }],
      'record-shown': [
        ...(['when', 'place', 'whom', 'seen', 'signature', 'second'] as const).map(
          (asks) => ({ kind: 'record-shown', facts, record: EMPTY, asks, choices: ['王芳', note] }) as const,
        ),
        ...[EMPTY, asked, confirmed, returned].map(
          (record) => ({ kind: 'record-shown', facts, record, asks: null, choices: [] }) as const,
        ),
        { kind: 'record-shown', facts, record: EMPTY, asks: 'second', choices: [] },
      ],
      'record-card': [asked, confirmed, returned].map(
        (record) => ({ kind: 'record-card', facts, cardId: 'c_3', record, digest: 'f'.repeat(64) }) as const,
      ),
      'record-returned': [{ kind: 'record-returned', facts, record: returned }],
      'record-why': [{ kind: 'record-why', facts, no: EMPTY.no }],
      'record-waits': [
        { kind: 'record-waits', facts, record: asked, whom: 'first' },
        { kind: 'record-waits', facts, record: asked, whom: 'second' },
        { kind: 'record-waits', facts, record: EMPTY, whom: 'first' },
      ],
      'evidence-list': [
        { kind: 'evidence-list', facts, files: [], records: [] },
        {
          kind: 'evidence-list',
          facts,
          files: [
            file,
            { ...file, sort: 'voice', by: null, placed: false, mark: null },
            { ...file, sort: 'video', mark: 'after', hash: null, state: 'coming' },
            { ...file, sort: 'file', mark: null, hash: null, state: 'lost' },
          ],
          records: [EMPTY, confirmed],
        },
        { kind: 'evidence-list', facts, files: Array.from({ length: 40 }, () => file), records: [] },
      ],
      'evidence-why': [
        { kind: 'evidence-why', facts },
        { kind: 'evidence-why', facts, short: true },
      ],
      'evidence-sent': [true, false].map((alone) => ({ kind: 'evidence-sent', facts, files: 3, alone }) as const),
    }
  },
  reasons: [
    'proof-both',
    'proof-before',
    'proof-after',
    'proof-same',
    'proof-coming',
    'record-alone',
    'record-unit',
    'record-licence',
    'record-second',
    'record-second-only',
    'record-stale',
    'record-frozen',
    'record-none',
    'record-long',
    'record-unconfirmed',
    'export-who',
    'export-large',
    'export-off',
  ],
}
