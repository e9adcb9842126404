import { join } from 'node:path'
import { ROLES, type Person, type Role } from '../../domain/town.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { type Notes, placeOf, warn } from './notes.ts'
import type { Township } from './read.ts'

/** Who sets up, who watches and who checks are three people (GB/T 22239-2019 8.1.5), and none of them works on cases. */
const APART: readonly Role[] = ['admin', 'security', 'auditor']

type Listed = Pick<Person, 'userid' | 'name' | 'roles'> & Readonly<{ where: Where }>

/** What will surprise those who sign in to the pages: of a whole county, since they do it at one door. */
export function warnOfPeople(notes: Notes, county: readonly Township[], dir: string): void {
  const people = peopleOf(county)
  if (!people.some(({ roles }) => roles.includes('admin'))) {
    const file = join(county[0]?.dir ?? dir, 'town.yaml')
    warn(notes, { file, line: null, field: 'people' }, wording.nobodyIsAdmin)
  }
  for (const person of people) warnOfRoles(notes, person)
  for (const name of new Set(people.map((person) => person.name)))
    warnOfName(
      notes,
      people.filter((person) => person.name === name),
    )
}

/** Each once, with what he is in any township. */
function peopleOf(county: readonly Township[]): readonly Listed[] {
  const all = new Map<string, Listed>()
  for (const { file, notes } of county)
    for (const { userid, name, roles } of file?.people ?? []) {
      const before = all.get(userid)
      const where = before?.where ?? placeOf(notes, 'person', userid)
      all.set(userid, { userid, name, where, roles: [...new Set([...(before?.roles ?? []), ...roles])] })
    }
  return [...all.values()]
}

function warnOfRoles(notes: Notes, { userid, name, roles, where }: Listed): void {
  const apart = APART.filter((role) => roles.includes(role))
  const others = ROLES.filter((role) => roles.includes(role) && !APART.includes(role))
  if (apart.length > 1 || (apart.length === 1 && others.length > 0))
    warn(notes, { ...where, field: `${userid}.roles` }, wording.notApart(name, [...apart, ...others]))
}

function warnOfName(notes: Notes, same: readonly Listed[]): void {
  const [first] = same
  if (first && same.length > 1) {
    const accounts = same.map(({ userid }) => userid)
    warn(notes, { ...first.where, field: `${first.userid}.name` }, wording.sameName(first.name, accounts))
  }
}
