import type { Town } from '../town.ts'

/** 青执立字〔2026〕第0001号: the character before 执 is the first of the township's name. */
export const filingNo = ({ name }: Pick<Town, 'name'>, year: number, seq: number): string =>
  `${[...name][0] ?? ''}执立字〔${year}〕第${String(seq).padStart(4, '0')}号`

/** In whose name a township decides what it may decide by itself (§24). */
export const ownOrgan = ({ name }: Pick<Town, 'name'>): string => `${name}人民政府`
