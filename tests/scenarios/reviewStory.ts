import type { Entry } from '../../domain/book/entry.ts'
import type { Duty, Person, Town } from '../../domain/town.ts'
import type { Bubble } from '../../simulator/api.ts'
import type { House } from './house.ts'
import { ofKind } from '../../domain/book/entry.ts'
import { investigated, OFFICER, orders, punishing } from './legalStory.ts'

export const REVIEWER = 'u-baixue'
/** certified, listed in the other township */
export const NEIGHBOUR = 'u-hanxue'
export const MENTOR = 'u-fangzheng'
export const MENTOR_GROUP = 'wrSHIJU'

const person = (userid: string, name: string, more: Partial<Person>): Person => ({
  userid,
  name,
  station: null,
  roles: ['reviewer'],
  licence: null,
  licenceUntil: null,
  ...more,
})

const certified = { certificate: '法职-0009', certificateUntil: '2029-12-31' }

type Options = Readonly<{
  duty?: Partial<Duty>
  /** without certificates in the first township, so that only the neighbour may review */
  onlyNeighbour?: boolean
  alone?: boolean
}>

/** Two townships: a unit of the first punishes, its items are reviewed, and a department of the city may guide it. */
export const county =
  ({ duty = {}, onlyNeighbour = false, alone = false }: Options = {}) =>
  (towns: readonly Town[]): readonly Town[] =>
    punishing({ review: true, ...duty })(towns).flatMap((town) => [
      withDepartment(onlyNeighbour ? uncertified(town) : town),
      ...(alone ? [] : [neighbour(town)]),
    ])

const uncertified = (town: Town): Town => ({
  ...town,
  people: town.people.map((each) => (each.userid === REVIEWER ? { ...each, certificate: null } : each)),
})

const withDepartment = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    person(MENTOR, '方正', { station: 'shiju', roles: ['officer'] }),
    person('u-oldcert', '丁一', { certificate: '法职-0008', certificateUntil: '2026-11-01' }),
  ],
  groups: [
    ...town.groups,
    { id: 'grp-shiju', name: '市城市管理局群', aibotChatid: MENTOR_GROUP, webhookKey: null, appchatId: null },
  ],
  stations: [
    ...town.stations,
    {
      id: 'shiju',
      name: '市城市管理局',
      kind: 'department' as const,
      head: MENTOR,
      duty: [MENTOR],
      group: 'grp-shiju',
    },
  ],
})

const neighbour = (town: Town): Town => ({
  ...town,
  code: 'BX',
  name: '北溪镇',
  villages: [{ code: 'BX01', name: '柳树屯', aliases: [], grid: '', officer: null, lat: null, lng: null }],
  people: [
    person(NEIGHBOUR, '韩雪', certified),
    person('u-gaoshan', '高山', { station: 'chengguan', roles: ['officer'] }),
  ],
  stations: town.stations.map((each) => ({ ...each, head: null, duty: [], group: null })),
  groups: [],
  commandRoom: null,
  leaders: null,
  fallback: { station: null, group: null },
})

/** … investigated, weighed and proposed: nothing is wrong with it. */
export async function drafted(house: House, penalty = '依据第三十六条 罚款 500'): Promise<void> {
  await investigated(house, '王大山 370101199001011234 青石镇王家村')
  await orders(house, '裁量 0001 一般 已劝阻两次', `拟处罚 0001 ${penalty}`)
  house.readsAll()
}

/** … and put before a reviewer. Returns his card. */
export async function submitted(house: House, reviewer = REVIEWER): Promise<Bubble> {
  await drafted(house)
  await house.person(OFFICER).says('送审 0001')
  house.expects(OFFICER, '已送审')
  const card = house.expects(reviewer, '待审核', '青石镇')
  house.readsAll()
  return card
}

export async function reviewsOf(house: House): Promise<readonly Entry<'review'>[]> {
  return ofKind(await house.core.ctx.store.entries({ kinds: ['review'], limit: 20 }), 'review')
}

/** The kinds of the timers of reviews and sign-offs that still run. */
export async function waiting(house: House): Promise<readonly string[]> {
  const rows = await house.rowsOf(`SELECT "kind" FROM "timer" WHERE "kind" IN ('review', 'signoff') ORDER BY "kind"`)
  return rows.map((row) => (row as { kind: string }).kind)
}
