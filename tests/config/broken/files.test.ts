import { type Broken, refuses } from './table.ts'

const TABLE: readonly Broken[] = [
  {
    name: 'a missing duty list',
    edits: { 'duties.csv': null },
    file: 'duties.csv',
    field: 'duties.csv',
    at: null,
    says: '缺少文件',
  },
  {
    name: 'missing clocks',
    edits: { 'clocks.yaml': null },
    file: 'clocks.yaml',
    field: 'clocks.yaml',
    at: null,
    says: '缺少文件',
  },
  {
    name: 'a missing town.yaml',
    edits: { 'town.yaml': null },
    file: 'town.yaml',
    field: 'town.yaml',
    at: null,
    says: '缺少文件',
  },
  // 事 in GBK is CA C2
  {
    name: 'a GBK file',
    edits: { 'duties.csv': Buffer.from('code,name\nA1,\xca\xc2\n', 'latin1') },
    file: 'duties.csv',
    field: '文件编码',
    at: 2,
    says: 'GBK',
  },
  {
    name: 'a UTF-16 file',
    edits: { 'villages.csv': Buffer.from('\ufeffcode,name\n', 'utf16le') },
    file: 'villages.csv',
    field: '文件编码',
    at: 1,
    says: 'UTF-16',
  },
  {
    name: 'bytes in no encoding',
    edits: { 'villages.csv': Buffer.from([0x61, 0xff, 0xff]) },
    file: 'villages.csv',
    field: '文件编码',
    at: 1,
    says: 'UTF-8',
  },
]

refuses('files', TABLE)
