import type { Task } from '../../../domain/task.ts'
import type { Town } from '../../../domain/town.ts'
import { rulesWith } from '../../../domain/rules/ruleOf.ts'
import type { RuleKey, RuleValue } from '../../../domain/rules/table.ts'
import { duty, station, town, village } from '../township.ts'

/** Shanghai time of 2026. */
export const at = (day: string, time = '10:00'): Date => new Date(`2026-${day}T${time}:00+08:00`)

let made = 0

/** A plain case, told apart by nothing but what is given. */
export function task(own: Partial<Task> = {}): Task {
  made += 1
  return {
    ...{ id: `id-${made}`, caseNo: `QS261124-${String(made).padStart(4, '0')}`, town: 'QS', day: '261124', seq: made },
    ...{
      version: 1,
      stage: 'signed',
      level: 'normal',
      item: 'stalls',
      place: { code: 'V1', name: '王家村' },
      text: '',
    },
    ...{ lead: 'chengguan', assist: [], candidates: [], reporters: [], policyId: 'p', createdAt: at('11-20') },
    ...{ dispatchedAt: at('11-20'), assignedAt: at('11-20'), due: {}, ruleBy: null, tentative: false, holder: 'u-1' },
    ...{ signedAt: at('11-20'), arrivedAt: null, activeAt: null, finishedAt: null, result: null, returns: 0 },
    ...{ reopens: 0, nudges: 0, nudgedAt: null, solved: null, satisfied: null, cards: 0, shield: 'none' },
    ...{ mergedInto: null, linked: [], understood: null, dutyVersion: null, person: null },
    ...own,
  }
}

type Rules = Readonly<{ [K in RuleKey]?: RuleValue<K> }>

/** A township with two units, a leader, a dispatcher, and rules of its own. */
export function sample(rules: Rules = {}, own: Partial<Town> = {}): Town {
  const rows = (Object.keys(rules) as RuleKey[]).flatMap((key) => {
    const value = rules[key]
    return value === undefined ? [] : [{ key, value, basis: '', validFrom: null, validUntil: null }]
  })
  const plain = town('QS', '青石镇')
  const person = (userid: string, ...roles: Town['people'][number]['roles']) =>
    ({ userid, name: userid, station: null, roles, licence: null, licenceUntil: null }) as const
  return {
    ...plain,
    stations: [station('chengguan'), station('huanbao'), station('paichu')],
    duties: [duty('stalls', 'chengguan', []), duty('rubbish', 'huanbao', [])],
    villages: [village('V1', '王家村'), village('V2', '李庄')],
    people: [person('leader', 'leader'), person('both', 'leader', 'dispatcher'), person('clerk', 'dispatcher')],
    commandRoom: 'room',
    leaders: 'top',
    policy: { ...plain.policy, rules: rulesWith(rows) },
    ...own,
  }
}
