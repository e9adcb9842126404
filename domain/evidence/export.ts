import type { Decision, NewAttachment } from '../decision.ts'
import type { Role } from '../town.ts'
import type { World } from '../world.ts'
import { begin, decide, record, tell, type CaseInHand } from '../case/draft.ts'
import { isBarred } from '../people/barred.ts'
import { mask } from '../privacy/mask.ts'
import { MOST_SENT, PACKAGE_KEPT_MS } from './limits.ts'
import { toPerson } from '../people/recipients.ts'

/** Takes the package off the disk again; its subject is the sha256. */
export const PACKAGE_TIMER = 'package'

const EXPORTS: readonly Role[] = ['dispatcher', 'leader', 'supervisor', 'reviewer']

/** Officers and the head of the unit in charge, the command room, who supervises and who reviews. */
export function mayExport({ task, town }: CaseInHand, userid: string): boolean {
  const person = town.people.find((each) => each.userid === userid)
  if (!person || isBarred(task, town, userid)) return false
  const leads = person.station !== null && person.station === task.lead
  return leads || person.roles.some((role) => EXPORTS.includes(role))
}

/** Files alone that are more than one message takes need not be packed first. */
export const tooLarge = (files: readonly Pick<NewAttachment, 'bytes' | 'sha256'>[]): boolean =>
  files.reduce((sum, { bytes, sha256 }) => sum + (sha256 === null ? 0 : bytes), 0) > MOST_SENT

export type Package = Readonly<{ sha256: string; name: string; mime: string }>

/** The package goes to him alone, and it is written down who took it out and why. */
export function exported(hand: CaseInHand, by: string, why: string, file: Package, world: World): Decision {
  const draft = begin(world, hand)
  const { caseNo } = hand.task
  const reason = mask(why).text
  record(draft, 'exported', by, { reason, sha256: file.sha256 })
  tell(draft, 'replies', toPerson(by), { kind: 'file', ...file })
  const dueAt = new Date(world.now.getTime() + PACKAGE_KEPT_MS)
  draft.timers.push({ subject: file.sha256, kind: PACKAGE_TIMER, dueAt, step: 0 })
  const access = [{ id: world.id(), kind: 'export', by, second: null, caseNo, reason, at: world.now } as const]
  return { ...decide(draft), access }
}
