import { append, change, type Edits } from '../folder.ts'
import { type Broken, refuses } from './table.ts'

const duties = (edit: (text: string) => string): Edits => ({ 'duties.csv': edit })

const TABLE: readonly Broken[] = [
  {
    name: 'a duty code given twice',
    edits: duties(change('CG002,', 'CG001,')),
    file: 'duties.csv',
    field: 'code',
    at: 'CG002,',
    says: '重复',
  },
  {
    name: 'a duty nobody leads',
    edits: duties(change('own,chengguan,paichu', 'own,,paichu')),
    file: 'duties.csv',
    field: 'lead',
    at: 'CG001,',
    says: '不能为空',
  },
  {
    name: 'an unknown lead',
    edits: duties(change('own,chengguan,paichu', 'own,chenguan,paichu')),
    file: 'duties.csv',
    field: 'lead',
    at: 'CG001,',
    says: '“chengguan”',
  },
  {
    name: 'an unknown assist',
    edits: duties(change('own,chengguan,paichu', 'own,chengguan,paichu|wujing')),
    file: 'duties.csv',
    field: 'assist',
    at: 'CG001,',
    says: 'wujing',
  },
  {
    name: 'an unknown mode',
    edits: duties(change('own,chengguan,paichu', '赋权,chengguan,paichu')),
    file: 'duties.csv',
    field: 'mode',
    at: 'CG001,',
    says: 'own、joint、transfer、refer',
  },
  {
    name: 'an unknown level',
    edits: duties(change('dadui,dadui,dadui,normal', 'dadui,dadui,dadui,high')),
    file: 'duties.csv',
    field: 'level',
    at: 'CG001,',
    says: 'emergency、urgent、normal',
  },
  {
    name: 'a review that is neither 1 nor 0',
    edits: duties(change('dadui,normal,0', 'dadui,normal,2')),
    file: 'duties.csv',
    field: 'review',
    at: 'CG001,',
    says: '1 或 0',
  },
  {
    name: 'a date that is none',
    edits: duties(change('2026-01-01,,', '2026-13-01,,')),
    file: 'duties.csv',
    field: 'valid_from',
    at: 'CG001,',
    says: '日期',
  },
  {
    name: 'a validity that ends before it starts',
    edits: duties(change('2026-01-01,,', '2026-01-01,2025-01-01,')),
    file: 'duties.csv',
    field: 'valid_until',
    at: 'CG001,',
    says: '早于',
  },
  {
    name: 'a header without lead',
    edits: duties(change(',lead,', ',leed,')),
    file: 'duties.csv',
    field: 'lead',
    at: 1,
    says: '表头',
  },
  {
    name: 'a stray comma',
    edits: duties(change(',2026-12-31,\nCG002', ',2026-12-31,,x\nCG002')),
    file: 'duties.csv',
    field: '表格格式',
    at: 'CG001,',
    says: '多出来的',
  },
  {
    name: 'an open quote',
    edits: duties(append('X1,"没有关上的引号')),
    file: 'duties.csv',
    field: '表格格式',
    at: 34,
    says: '引号',
  },
  {
    name: 'semicolons for commas',
    edits: duties((text) => text.replaceAll(',', ';')),
    file: 'duties.csv',
    field: '表格格式',
    at: 1,
    says: '逗号',
  },
  { name: 'an empty CSV', edits: { 'duties.csv': '' }, file: 'duties.csv', field: '表格格式', at: 1, says: '表头' },
]

refuses('duties.csv', TABLE)
