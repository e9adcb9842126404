import { ofKind } from '../../domain/book/entry.ts'
import { findStation } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { watches } from './figures.ts'

const MOST = 50

/** 申诉清单: those who may see all read all, a head those of his unit. */
export async function onAppeals(turn: Turn): Promise<Result> {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const heads = person.roles.includes('head') ? person.station : null
  if (!watches(person) && heads === null) return refusal('assess-who', null)
  const entries = ofKind(await turn.ctx.store.entries({ town: town.code, kinds: ['appeal'], limit: MOST }), 'appeal')
  const own = watches(person) ? entries : entries.filter(({ data }) => data.unit === heads)
  const items = own.map(({ no, state, data: { month, unit, name, caseNo } }) => ({
    ...{ no, state, month, caseNo },
    indicator: name,
    unit: findStation(town, unit)?.name ?? unit,
  }))
  return answer('appeals', { kind: 'appeal-list', items })
}
