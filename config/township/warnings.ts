import { join } from 'node:path'
import type { Town } from '../../domain/town.ts'
import type { Where } from '../fault.ts'
import { lint } from '../lint.ts'
import { wording } from '../wording.ts'
import { type Kind, placeOf, warn } from './notes.ts'
import type { Township } from './read.ts'

/** What works but will surprise somebody later. `today` is YYYY-MM-DD. */
export function warnOf(township: Township, town: Town, today: string): void {
  warnOfCommand(township, town)
  warnOfStations(township, town)
  warnOfRoster(township, town)
  warnOfAreas(township, town)
  warnOfGroups(township, town)
  warnOfDuties(township, town, today)
  const rungs = township.clocks?.rungs ?? []
  const ladder: Where = { file: join(township.dir, 'clocks.yaml'), line: null, field: 'ladder' }
  township.notes.warnings.push(...lint(town, (index) => rungs[index] ?? ladder))
}

const field = (township: Township, kind: Kind, id: string, name: string): Where => ({
  ...placeOf(township.notes, kind, id),
  field: `${id}.${name}`,
})

const isElsewhere = (town: Town, userid: string, station: string): boolean =>
  town.people.some((person) => person.userid === userid && person.station !== station)

const nameOf = (town: Town, userid: string): string =>
  town.people.find((person) => person.userid === userid)?.name ?? userid

function warnOfCommand(township: Township, town: Town): void {
  if (town.commandRoom !== null || town.people.some(({ roles }) => roles.includes('dispatcher'))) return
  warn(
    township.notes,
    { file: join(township.dir, 'town.yaml'), line: null, field: 'command_room' },
    wording.nobodyRules,
  )
}

function warnOfStations(township: Township, town: Town): void {
  for (const { id, name, kind, head, duty } of town.stations) {
    const idle = kind === 'department' && !town.duties.some(({ lead }) => lead === id)
    if (duty.length === 0 && head === null && !idle)
      warn(township.notes, field(township, 'station', id, 'duty'), wording.nobodyThere(name))
    for (const userid of duty.filter((each) => isElsewhere(town, each, id))) {
      warn(township.notes, field(township, 'station', id, 'duty'), wording.notTheirStation(nameOf(town, userid), name))
    }
  }
}

function warnOfRoster(township: Township, town: Town): void {
  for (const { station, userid, where } of township.roster) {
    const name = town.stations.find(({ id }) => id === station)?.name ?? station
    if (isElsewhere(town, userid, station))
      warn(township.notes, where, wording.notTheirStation(nameOf(town, userid), name))
  }
}

/** Only an item in a village or a grid goes to another unit than the list says; any other such line does nothing. */
function isIdle({ duties }: Town, area: string, matter: string, station: string): boolean {
  const item = duties.find(({ code }) => code === matter)
  if (item) return area === '*' && item.lead !== station
  return matter !== '*' && !duties.some(({ category, lead }) => category === matter && lead === station)
}

function warnOfAreas(township: Township, town: Town): void {
  for (const { area, matter, station, person, deputy, row } of township.areas) {
    const name = town.stations.find(({ id }) => id === station)?.name ?? station
    if (isIdle(town, area, matter, station)) warn(township.notes, row.cell('station').where, wording.areaIdle(name))
    for (const [column, userid] of [
      ['person', person],
      ['deputy', deputy],
    ] as const)
      if (userid !== null && isElsewhere(town, userid, station))
        warn(township.notes, row.cell(column).where, wording.areaOfficerElsewhere(nameOf(town, userid), name))
  }
}

function warnOfGroups(township: Township, town: Town): void {
  for (const { id, name, aibotChatid, webhookKey, appchatId } of town.groups) {
    const own = township.file?.groups.some((group) => group.id === id) ?? false
    const silent = aibotChatid === null && webhookKey === null && appchatId === null
    if (own && silent) warn(township.notes, field(township, 'group', id, 'aibot_chatid'), wording.noAddress(name))
  }
}

function warnOfDuties(township: Township, town: Town, today: string): void {
  for (const { code, name, keywords, validUntil } of town.duties) {
    if (keywords.length === 0) warn(township.notes, field(township, 'duty', code, 'keywords'), wording.noKeywords(name))
    if (validUntil !== null && validUntil < today)
      warn(township.notes, field(township, 'duty', code, 'valid_until'), wording.dutyExpired(name, validUntil))
  }
}
