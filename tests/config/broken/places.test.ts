import { append, change, type Edits } from '../folder.ts'
import { type Broken, refuses } from './table.ts'

const villages = (edit: (text: string) => string): Edits => ({ 'villages.csv': edit })

const TABLE: readonly Broken[] = [
  {
    name: 'a village code given twice',
    edits: villages(change('QS02,', 'QS01,')),
    file: 'villages.csv',
    field: 'code',
    at: 'QS02,',
    says: '重复',
  },
  {
    name: 'an alias of two villages',
    edits: villages(change('李家沟村|', '王家庄|')),
    file: 'villages.csv',
    field: 'aliases',
    at: 'QS02,',
    says: 'QS01',
  },
  {
    name: 'an alias that is the name of another village',
    edits: villages(change('李家沟村|', '张庄村|')),
    file: 'villages.csv',
    field: 'aliases',
    at: 'QS02,',
    says: 'QS03',
  },
  {
    name: 'an unknown village officer',
    edits: villages(change('u-zhangwei', 'u-zhangwe')),
    file: 'villages.csv',
    field: 'officer',
    at: 'QS01,',
    says: 'u-zhangwei',
  },
  {
    name: 'latitude and longitude swapped',
    edits: villages(change('34.812,113.407', '113.407,34.812')),
    file: 'villages.csv',
    field: 'lat',
    at: 'QS01,',
    says: '纬度在前',
  },
  {
    name: 'a latitude alone',
    edits: villages(change('34.812,113.407', '34.812,')),
    file: 'villages.csv',
    field: 'lng',
    at: 'QS01,',
    says: '经纬度',
  },
  {
    name: 'an unknown person in the roster',
    edits: { 'roster.csv': append('2026-10-03,yingji,u-nobody,') },
    file: 'roster.csv',
    field: 'userid',
    at: 6,
    says: 'u-nobody',
  },
  {
    name: 'a roster without a day',
    edits: { 'roster.csv': append(',yingji,u-xietao,') },
    file: 'roster.csv',
    field: 'date',
    at: 6,
    says: '不能为空',
  },
]

refuses('villages.csv and roster.csv', TABLE)
