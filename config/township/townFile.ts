import type { Door } from '../../domain/inbound.ts'
import {
  DOORS,
  type DoorOrder,
  type Fallback,
  type Group,
  type Person,
  type Station,
  type StationKind,
  ROLES,
} from '../../domain/town.ts'
import { wording } from '../wording.ts'
import { type Cell } from './cell.ts'
import { dayOf, idOf, listOf, oneOf, required } from './cellValue.ts'
import { define, type Notes, refer, refuse, warn } from './notes.ts'
import { cellOf, cellsOf, fieldsOf, itemsOf, type Spot } from './yaml.ts'

const KINDS = ['brigade', 'resident', 'department', 'police'] as const satisfies readonly StationKind[]

/** town.yaml as written: references are noted, not yet resolved. */
export type TownFile = Readonly<{
  code: Cell
  name: string
  class: string
  stations: readonly Station[]
  people: readonly Person[]
  groups: readonly Group[]
  commandRoom: string | null
  leaders: string | null
  fallback: Fallback
  emergencyWords: readonly string[]
  doors: DoorOrder
  training: boolean
}>

const SECTIONS = [
  'town',
  'stations',
  'people',
  'groups',
  'command_room',
  'leaders',
  'fallback',
  'emergency_words',
  'doors',
  'training',
]

/** Reads town.yaml. */
export function readTownFile(notes: Notes, spot: Spot): TownFile {
  const at = fieldsOf(spot, SECTIONS)
  const stations = itemsOf(at('stations'))
  if (stations.length === 0) refuse(notes, at('stations').where, wording.noStations())
  return {
    ...readHead(notes, at('town')),
    stations: stations.map((station) => readStation(notes, station)),
    people: itemsOf(at('people')).map((person) => readPerson(notes, person)),
    groups: itemsOf(at('groups')).map((group) => readGroup(notes, group)),
    commandRoom: readRoom(notes, at('command_room')),
    leaders: readRoom(notes, at('leaders')),
    fallback: readFallback(notes, at('fallback')),
    emergencyWords: readWords(notes, at('emergency_words')),
    doors: readDoors(notes, at('doors')),
    training: oneOf(notes, cellOf(at('training')), ['off', 'on'] as const, 'off') === 'on',
  }
}

function readHead(notes: Notes, spot: Spot): Pick<TownFile, 'code' | 'name' | 'class'> {
  const at = fieldsOf(spot, ['code', 'name', 'class'])
  const code = cellOf(at('code'))
  if (required(notes, code) !== '' && !/^[A-Z]{2,4}$/u.test(code.text ?? ''))
    refuse(notes, code.where, wording.badTownCode(code.text ?? ''))
  return { code, name: required(notes, cellOf(at('name'))), class: cellOf(at('class')).text ?? '' }
}

function readStation(notes: Notes, spot: Spot): Station {
  const at = fieldsOf(spot, ['id', 'name', 'aliases', 'kind', 'head', 'duty', 'group'])
  const id = cellOf(at('id'))
  define(notes, 'station', idOf(notes, id), id.where)
  const aliases = cellsOf(at('aliases')).flatMap((cell) => listOf(notes, cell))
  return {
    id: id.text ?? '',
    name: required(notes, cellOf(at('name'))),
    ...(aliases.length > 0 ? { aliases } : {}),
    kind: oneOf(notes, cellOf(at('kind')), KINDS, 'resident', true),
    head: refer(notes, 'person', cellOf(at('head'))),
    duty: [...new Set(cellsOf(at('duty')).map((cell) => refer(notes, 'person', cell) ?? ''))],
    group: refer(notes, 'group', cellOf(at('group'))),
  }
}

function readPerson(notes: Notes, spot: Spot): Person {
  const at = fieldsOf(spot, [
    'userid',
    'name',
    'station',
    'roles',
    'licence',
    'licence_until',
    'certificate',
    'certificate_until',
    'mobile',
  ])
  const userid = cellOf(at('userid'))
  define(notes, 'person', idOf(notes, userid), userid.where)
  const station = refer(notes, 'station', cellOf(at('station')))
  const roles = cellsOf(at('roles')).map((cell) => oneOf(notes, cell, ROLES, 'officer'))
  return {
    userid: userid.text ?? '',
    name: required(notes, cellOf(at('name'))),
    station,
    roles: roles.length > 0 ? [...new Set(roles)] : station === null ? [] : ['officer'],
    licence: cellOf(at('licence')).text,
    licenceUntil: dayOf(notes, cellOf(at('licence_until'))),
    certificate: cellOf(at('certificate')).text,
    certificateUntil: dayOf(notes, cellOf(at('certificate_until'))),
    mobile: mobileOf(notes, cellOf(at('mobile'))),
  }
}

function mobileOf(notes: Notes, cell: Cell): string | null {
  if (cell.text === null) return null
  const digits = cell.text.replace(/[\s-]/gu, '')
  if (!/^(?:\+?86)?1\d{10}$/u.test(digits)) refuse(notes, cell.where, wording.badMobile())
  return digits.slice(-11)
}

/** `doors: { people: [aibot, app], groups: [webhook] }`; a list that is left out is the usual one. */
function readDoors(notes: Notes, spot: Spot): DoorOrder {
  const at = fieldsOf(spot, ['people', 'groups'])
  const read = <D extends Door>(name: string, known: readonly D[]): readonly D[] => {
    const cells = cellsOf(at(name))
    return cells.length === 0 ? known : [...new Set(cells.map((cell) => oneOf(notes, cell, known, known[0] as D)))]
  }
  return { people: read('people', DOORS.people), groups: read('groups', DOORS.groups) }
}

function readGroup(notes: Notes, spot: Spot): Group {
  const at = fieldsOf(spot, ['id', 'name', 'aibot_chatid', 'webhook_key', 'appchat_id'])
  const id = cellOf(at('id'))
  define(notes, 'group', idOf(notes, id), id.where)
  return {
    id: id.text ?? '',
    name: cellOf(at('name')).text ?? id.text ?? '',
    aibotChatid: cellOf(at('aibot_chatid')).text,
    webhookKey: cellOf(at('webhook_key')).text,
    appchatId: cellOf(at('appchat_id')).text,
  }
}

/** `command_room: { group: grp-command }`, or the id alone. */
function readRoom(notes: Notes, spot: Spot): string | null {
  const written = cellLike(spot) ? spot : fieldsOf(spot, ['group'])('group')
  return refer(notes, 'group', cellOf(written))
}

/** `fallback: { station: dadui, group: grp-dadui }` */
function readFallback(notes: Notes, spot: Spot): Fallback {
  const at = fieldsOf(spot, ['station', 'group'])
  return { station: refer(notes, 'station', cellOf(at('station'))), group: refer(notes, 'group', cellOf(at('group'))) }
}

const cellLike = (spot: Spot): boolean => spot.node !== null && 'value' in spot.node

/** A list; a single text with separators is taken apart. */
function readWords(notes: Notes, spot: Spot): string[] {
  const words = cellsOf(spot).flatMap((cell) => (cell.text ?? '').split(/[|｜、，；;,]/u))
  const kept = [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '')
  if (kept.length === 0) warn(notes, spot.where, wording.noEmergencyWords())
  return kept
}
