import type { CaseRef } from '../command/parsed.ts'
import type { Town } from '../town.ts'
import { stationsCalled } from '../people/called.ts'
import type { Page } from './overdue.ts'

const NUMBER = /(?:第\s*)?([0-9０-９]{1,3})\s*页?$/u

/** 「2」「城管中队」「城管中队 2」「第2页」 behind 超期清单; null where it is neither. A bare figure was read as a case. */
export function pageIn(ref: CaseRef | null, said: string, town: Town): Page | null {
  const words = said.trim()
  const figure = NUMBER.exec(words)
  const name = (figure ? words.slice(0, figure.index) : words).replace(/^的|(?:的|第|,|，|\s)+$/gu, '')
  const page = Number((figure?.[1] ?? '').normalize('NFKC') || (ref && 'seq' in ref ? ref.seq : 1)) || 1
  if (name === '') return words === '' || figure ? { unit: null, page } : null
  const [unit, ...others] = stationsCalled(name, town)
  return unit && others.length === 0 ? { unit: unit.id, page } : null
}
