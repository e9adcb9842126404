import { change } from '../folder.ts'
import { type Broken, refuses } from './table.ts'

const TABLE: readonly Broken[] = [
  {
    name: 'a holiday of another year',
    edits: { 'holidays/2026.yaml': change('  - 2026-01-01', '  - 2025-12-31') },
    file: 'holidays/2026.yaml',
    field: 'off[1]',
    at: '  - 2026-01-01',
    says: '2026 年',
  },
  {
    name: 'a day both off and worked',
    edits: { 'holidays/2026.yaml': change('- 2026-01-04 ', '- 2026-01-03 ') },
    file: 'holidays/2026.yaml',
    field: 'work[1]',
    at: '- 2026-01-04',
    says: '既写成放假又写成上班',
  },
  {
    name: 'a holiday that is no day',
    edits: { 'holidays/2026.yaml': change('- 2026-01-01', '- 元旦') },
    file: 'holidays/2026.yaml',
    field: 'off[1]',
    at: '- 2026-01-01',
    says: '日期',
  },
  {
    name: 'a holiday file without a year in its name',
    edits: { 'holidays/明年.yaml': 'off: []' },
    file: 'holidays/明年.yaml',
    field: '明年.yaml',
    at: null,
    says: '2026.yaml',
  },
]

refuses('holidays', TABLE)
