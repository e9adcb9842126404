import type { Entry } from '../../../domain/book/entry.ts'
import type { CaseFile, FileStep, StepTaken } from '../../../domain/legal/kinds.ts'
import type { Look } from '../../../domain/legal/look.ts'
import type { Task } from '../../../domain/task.ts'
import type { Person, Town } from '../../../domain/town.ts'
import { lookAt } from '../../../domain/legal/look.ts'
import { duty, station, town } from '../township.ts'
import { CALENDAR_2026 } from '../year2026.ts'

const person = (userid: string, more: Partial<Person> = {}): Person => ({
  userid,
  name: userid,
  station: 'dadui',
  roles: ['officer'],
  licence: '执法-1',
  licenceUntil: '2029-12-31',
  ...more,
})

export const TOWN: Town = town('QS', '青石镇', {
  stations: [{ ...station('dadui', 'brigade'), head: 'u-head' }, station('paichu', 'police')],
  people: [
    person('u-one'),
    person('u-two'),
    person('u-none', { licence: null, licenceUntil: null }),
    person('u-old', { licenceUntil: '2026-03-01' }),
    person('u-head', { roles: ['head', 'officer'] }),
    person('u-leader', { station: null, roles: ['leader'], licence: null }),
  ],
  duties: [duty('CG001', 'dadui', ['摆摊'])],
})

export const TASK: Task = {
  id: 'case-1',
  caseNo: 'QS260302-0001',
  town: 'QS',
  day: '260302',
  seq: 1,
  version: 3,
  stage: 'arrived',
  level: 'normal',
  item: 'CG001',
  place: null,
  text: '占道摆摊',
  lead: 'dadui',
  assist: [],
  candidates: [],
  reporters: [{ userid: 'v-lihua', chat: { type: 'single', id: 'v-lihua' } }],
  policyId: 'p',
  createdAt: new Date('2026-03-02T01:00:00Z'),
  dispatchedAt: null,
  assignedAt: null,
  due: {},
  ruleBy: null,
  tentative: false,
  holder: 'u-one',
  signedAt: null,
  arrivedAt: null,
  activeAt: null,
  finishedAt: null,
  result: null,
  returns: 0,
  reopens: 0,
  nudges: 0,
  nudgedAt: null,
  solved: null,
  satisfied: null,
  cards: 0,
  shield: 'none',
  mergedInto: null,
  linked: [],
  understood: null,
  dutyVersion: null,
  person: null,
}

export const step = (name: FileStep, day: string, data?: StepTaken['data']): StepTaken => ({
  step: name,
  at: `${day}T02:00:00.000Z`,
  day,
  by: 'u-one',
  note: null,
  ...(data ? { data } : {}),
})

const FINE = { sort: 'fine', fine: 500, text: '罚款 500', value: null } as const

/** A file that was told on 2026-03-10 and heard on the 11th: nothing stands in the way of its decision. */
export const FILE: CaseFile = {
  caseNo: TASK.caseNo,
  item: 'CG001',
  itemName: '占道经营',
  legalBasis: '',
  organ: '青石镇人民政府',
  delegation: null,
  procedure: 'ordinary',
  party: { kind: 'person', name: '王大山', id: null, representative: null, address: null, phone: null },
  officers: ['u-one', 'u-two'],
  filedOn: '2026-03-03',
  policyId: 'p',
  facts: '占道摆摊',
  violatedOn: '2026-03-01',
  harmful: false,
  proposal: FINE,
  discretion: { choice: 'ordinary', why: '一般' },
  mentor: null,
  reviewNeeded: false,
  steps: [
    step('filed', '2026-03-03'),
    step('named', '2026-03-03'),
    step('stated', '2026-03-03'),
    step('investigated', '2026-03-09'),
    step('proposed', '2026-03-09', FINE),
    step('noticed', '2026-03-10', { ...FINE, hearing: false }),
    step('defended', '2026-03-11', { waived: true }),
  ],
  documents: [],
}

export type Change = Readonly<{
  file?: Partial<CaseFile>
  without?: readonly FileStep[]
  more?: readonly StepTaken[]
  task?: Partial<Task>
  town?: Partial<Town>
  state?: Entry<'file'>['state']
  today?: string
  evidence?: number
  said?: string
}>

export function lookWith(change: Change = {}): Look {
  const { file = {}, without = [], more = [], state = 'open', today = '2026-03-12' } = change
  const steps = [...(file.steps ?? FILE.steps).filter((each) => !without.includes(each.step)), ...more]
  const entry: Entry<'file'> = {
    id: 'file-1',
    kind: 'file',
    no: 'QS-LA2026-0001',
    year: 2026,
    seq: 1,
    town: 'QS',
    taskId: TASK.id,
    version: 1,
    state,
    owner: 'dadui',
    dueAt: null,
    at: new Date('2026-03-03T02:00:00Z'),
    data: { ...FILE, ...file, steps },
  }
  const of = { ...TOWN, ...change.town }
  const hand = { task: { ...TASK, ...change.task }, town: of, policy: of.policy, entries: [entry] }
  const now = new Date(`${today}T02:00:00Z`)
  const world = { towns: [of], calendar: CALENDAR_2026, now, id: () => 'id' }
  return lookAt(hand, entry, world, change.evidence ?? 0, change.said ?? '')
}
