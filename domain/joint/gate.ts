import type { Gate } from '../case/gate.ts'
import { ofKind } from '../book/entry.ts'
import { findStation } from '../people/directory.ts'
import { isOpenChild } from './childFacts.ts'

/** 办结 waits for the child tasks that must be done, and says which. */
export const childrenGate: Gate = ({ town, entries = [] }, act) => {
  if (act !== 'finish') return null
  const open = ofKind(entries, 'child').filter((child) => child.data.must && isOpenChild(child))
  if (open.length === 0) return null
  const named = open.map(({ no, data }) => `${no} ${findStation(town, data.to)?.name ?? data.to} ${data.text}`)
  return { reason: 'children-open', choices: named }
}
