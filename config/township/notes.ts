import { type Fault, faultAt, type Where, type Words } from '../fault.ts'
import { wording } from '../wording.ts'
import type { Cell } from './cell.ts'

export type Kind = 'station' | 'person' | 'group' | 'duty' | 'village'

/** Somewhere an id is used; checked when all towns of a county were read. */
export type Reference = Readonly<{
  where: Where
  kind: 'station' | 'person' | 'group'
  id: string
  /** an unknown department that may well be outside the township is only worth a warning */
  grave: boolean
}>

/** What reading one township folder brought to light. Readers write into it and go on, so that all faults come at once. */
export type Notes = Readonly<{
  faults: Fault[]
  warnings: Fault[]
  references: Reference[]
  /** where each thing was defined, by `kind:id` */
  places: Map<string, Where>
}>

export const newNotes = (): Notes => ({ faults: [], warnings: [], references: [], places: new Map() })

export const refuse = (notes: Notes, where: Where, words: Words): void => void notes.faults.push(faultAt(where, words))
export const warn = (notes: Notes, where: Where, words: Words): void => void notes.warnings.push(faultAt(where, words))

/** Remembers where an id is defined; a second definition is a fault. */
export function define(notes: Notes, kind: Kind, id: string, where: Where): void {
  if (id === '') return
  const first = notes.places.get(`${kind}:${id}`)
  if (first) refuse(notes, where, wording.duplicate(kind, id, first.line))
  else notes.places.set(`${kind}:${id}`, where)
}

export const placeOf = (notes: Notes, kind: Kind, id: string): Where =>
  notes.places.get(`${kind}:${id}`) ?? { file: '', line: null, field: id }

/** Notes the use of an id; returns it, or null when the cell is empty. */
export function refer(notes: Notes, kind: Reference['kind'], cell: Cell, grave = true): string | null {
  if (cell.text !== null) notes.references.push({ where: cell.where, kind, id: cell.text, grave })
  return cell.text
}
