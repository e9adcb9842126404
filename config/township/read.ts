import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Indicator } from '../../domain/assess/measures.ts'
import type {
  Asset,
  Channel,
  Delegation,
  Duty,
  Hook,
  Landmark,
  Permit,
  Taught,
  Town,
  Village,
} from '../../domain/town.ts'
import { checkOrderMaps } from '../orders/map.ts'
import { versionOf } from '../duties/history.ts'
import { readAssessment } from './assessment.ts'
import { type AreaLine, readAreas } from './areas.ts'
import { readAssets } from './assets.ts'
import { readChannels } from './channels.ts'
import { readDelegations } from './delegations.ts'
import { type Clocks, readClocks } from './clocks.ts'
import { readDuties } from './duties.ts'
import { type HolidayFile, readHolidays } from './holidays.ts'
import { readHooks } from './hooks.ts'
import { newNotes, type Notes } from './notes.ts'
import { readOutline } from './outline.ts'
import { readLandmarks } from './landmarks.ts'
import { readPermits } from './permits.ts'
import { readRoster, type RosterLine } from './roster.ts'
import { readRules } from './rules.ts'
import { readSentences } from './sentences.ts'
import { readTownFile, type TownFile } from './townFile.ts'
import { readVillages } from './villages.ts'
import { readYaml } from './yaml.ts'

/** One township folder as written: every file read, nothing yet checked against the other files. */
export type Township = Readonly<{
  dir: string
  notes: Notes
  /** null when town.yaml (or clocks.yaml) could not be read at all */
  file: TownFile | null
  clocks: Clocks | null
  duties: readonly Duty[]
  dutyVersion: string
  villages: readonly Village[]
  roster: readonly RosterLine[]
  assets: readonly Asset[]
  areas: readonly AreaLine[]
  outline: NonNullable<Town['outline']>
  landmarks: readonly Landmark[]
  channels: readonly Channel[]
  delegations: readonly Delegation[]
  permits: readonly Permit[]
  sentences: readonly Taught[]
  assessment: readonly Indicator[] | null
  hooks: readonly Hook[]
  holidays: readonly HolidayFile[]
}>

/** Reads one township folder; all faults are in its notes. `draft` is tried in place of its duties.csv. */
export async function readTownship(dir: string, draft?: string): Promise<Township> {
  const notes = newNotes()
  const town = await readYaml(notes, join(dir, 'town.yaml'))
  const clocks = await readYaml(notes, join(dir, 'clocks.yaml'))
  const file = town && readTownFile(notes, town)
  const rules = await readRules(notes, join(dir, 'rules.csv'))
  const duties = await readDuties(notes, join(dir, 'duties.csv'), draft)
  const villages = await readVillages(notes, join(dir, 'villages.csv'))
  await checkOrderMaps(notes, dir, duties)
  return {
    dir,
    notes,
    file,
    clocks: clocks && readClocks(notes, clocks, rules),
    duties,
    dutyVersion: versionOf(draft ?? (await readFile(join(dir, 'duties.csv'), 'utf8').catch(() => ''))),
    villages,
    areas: await readAreas(notes, join(dir, 'areas.csv'), villages, duties),
    outline: await readOutline(notes, join(dir, 'outline.geojson')),
    landmarks: await readLandmarks(notes, join(dir, 'landmarks.csv'), villages),
    channels: await readChannels(notes, join(dir, 'channels.csv')),
    delegations: await readDelegations(notes, join(dir, 'delegations.csv'), duties),
    permits: await readPermits(notes, join(dir, 'permits.csv')),
    roster: await readRoster(notes, join(dir, 'roster.csv')),
    assets: await readAssets(notes, join(dir, 'assets.csv')),
    sentences: await readSentences(notes, join(dir, 'sentences.csv'), duties),
    assessment: await readAssessment(notes, join(dir, 'assessment.csv')),
    hooks: await readHooks(notes, join(dir, 'webhooks.yaml')),
    holidays: await readHolidays(notes, dir),
  }
}
