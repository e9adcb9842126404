import { lookAtWecom } from '../../../bot/doctor/look.ts'
import type { AppDoor, Doors } from '../../../bot/doctor/doors.ts'
import type { Finding } from '../../../bot/doctor/finding.ts'
import { loadTowns } from '../../../config/township/load.ts'
import type { Group, Person, Town } from '../../../domain/town.ts'
import { OPEN_KFID, type Platform } from './platform.ts'

export const APP: AppDoor = {
  corpId: 'wwcorp',
  agentId: 1000002,
  secret: 'app-password',
  callbackToken: null,
  callbackAesKey: null,
}
export const CALLBACK = { callbackToken: 'QDG6eK', callbackAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }
export const KF = { openKfid: OPEN_KFID }

/** The sample township with these people and groups only. */
export async function townOf(people: readonly string[], groups: readonly Partial<Group>[] = []): Promise<Town> {
  const read = await loadTowns('config/town', '2026-06-01')
  const town = read.ok ? read.towns[0] : undefined
  if (!town) throw new Error('the sample township cannot be read')
  const group = { id: 'grp', name: '镇领导督办群', aibotChatid: null, webhookKey: null, appchatId: null }
  return { ...town, people: people.map(person), groups: groups.map((more) => ({ ...group, ...more })) }
}

const person = (userid: string): Person => ({
  ...{ userid, name: '张伟', station: null, roles: [], licence: null, licenceUntil: null },
})

/** Everything but what the test gives is not configured; nothing of ours runs at port 9. */
export const look = (wecom: Platform, doors: Partial<Doors>): Promise<readonly Finding[]> =>
  lookAtWecom(
    {
      ...{
        host: '127.0.0.1',
        port: 9,
        publicUrl: null,
        apiBase: wecom.url,
        aibot: null,
        app: null,
        kf: null,
        towns: [],
      },
      ...doors,
    },
    () => new Date(),
  )

export const of = (findings: readonly Finding[], name: string): Finding[] => findings.filter((f) => f.name === name)
export const notFine = (findings: readonly Finding[]): Finding[] => findings.filter(({ ok }) => ok !== 'ok')
