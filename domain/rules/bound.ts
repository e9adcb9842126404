import { RULES, type RuleKey, type RuleValue } from './table.ts'

type Size = Readonly<{ amount: number; unit: string }>

/** May a township write this? A statutory rule is not made laxer; `cited`: the row names the law that says otherwise. */
export function mayBe(key: RuleKey, value: RuleValue<RuleKey>, cited: boolean): boolean {
  const { bound, value: legal } = RULES[key]
  if (bound === 'free' || (bound === 'atMostUnlessLaw' && cited)) return true
  const [written, law] = [sizeOf(value), sizeOf(legal)]
  // a working day and a day cannot be compared: 90 days may be more or less than 60 working days
  if (written === null || law === null || written.unit !== law.unit) return false
  if (bound === 'fixed') return written.amount === law.amount
  return bound === 'atLeast' ? written.amount >= law.amount : written.amount <= law.amount
}

/** What the law says of a term beside its length stays, whatever the township writes. */
export function withLaw(key: RuleKey, value: RuleValue<RuleKey>): RuleValue<RuleKey> {
  const { value: legal } = RULES[key]
  const extended = typeof legal === 'object' && 'toWorkday' in legal && typeof value === 'object' && 'amount' in value
  return extended ? { ...value, toWorkday: true } : value
}

function sizeOf(value: RuleValue<RuleKey>): Size | null {
  if (typeof value === 'number') return { amount: value, unit: '' }
  if (typeof value === 'boolean') return null
  return 'amount' in value ? value : null
}
