import type { Decision, NewEvent, TimerChange } from '../decision.ts'
import type { AdmissionFacts } from '../facts.ts'
import type { Notice, NoticeBody, NoticeQueue } from '../notice.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { addDuration } from '../clock/deadline.ts'
import { nameOf, withRole } from '../people/directory.ts'
import { toPerson, commandRoom, distinct, recipientKey, type Address } from '../people/recipients.ts'
import type { Admission } from './admission.ts'

/** The kind of the timer that reminds those who must decide. */
export const ADMISSION = 'admission'
const REMIND_AFTER = { amount: 3, unit: 'd' } as const
const REMINDERS = 3

type Said = Extract<NoticeBody, { kind: 'admission' }>['said']

/** Not on the list: it is numbered and held, and those who may decide hear of it. */
export function hold(admission: Admission, town: Town, world: World): Decision {
  const asked = [...supervisorsOf(town), ...commandRoom(town)]
  return {
    admissions: [admission],
    events: [event(admission, 'admission-held', admission.by, world, { department: admission.department })],
    notices: say(admission, town, 'asked', null, 'dispatch', asked, world),
    timers: [reminder(admission, town, world, 0)],
  }
}

/** Nobody has decided for three working days. */
export function remind(admission: Admission, town: Town, world: World, step: number): Decision {
  if (admission.status !== 'held') return { timers: [stop(admission)] }
  return {
    events: [event(admission, 'admission-reminded', 'system', world, { times: step + 1 })],
    notices: say(admission, town, 'reminder', String(step + 1), 'alerts', supervisorsOf(town), world),
    timers: [step + 1 < REMINDERS ? reminder(admission, town, world, step + 1) : stop(admission)],
  }
}

/** 批准准入: `opened` is the case it becomes; the number of the document goes with it. */
export function approve(
  held: Admission,
  by: string,
  approval: string,
  opened: Decision,
  town: Town,
  world: World,
): Decision {
  const caseNo = opened.task?.caseNo ?? null
  const admission: Admission = { ...held, status: 'approved', approval, decidedBy: by, decidedAt: world.now, caseNo }
  const data = { no: held.no, approval, department: held.department }
  const admitted = opened.task
    ? [{ taskId: opened.task.id, caseNo: opened.task.caseNo, type: 'admitted', by, at: world.now, data }]
    : []
  return {
    ...opened,
    admissions: [admission],
    events: [
      ...(opened.events ?? []),
      ...admitted,
      event(admission, 'admission-approved', by, world, { approval, caseNo }),
    ],
    notices: [
      ...(opened.notices ?? []),
      ...say(admission, town, 'approved', null, 'dispatch', concerned(admission, town), world),
    ],
    timers: [...(opened.timers ?? []), stop(admission)],
  }
}

/** 不予准入: it is not done here, and whoever recorded it can say why. */
export function refuseAdmission(held: Admission, by: string, reason: string, town: Town, world: World): Decision {
  const admission: Admission = { ...held, status: 'refused', decidedBy: by, decidedAt: world.now }
  return {
    admissions: [admission],
    events: [event(admission, 'admission-refused', by, world, { reason })],
    notices: say(admission, town, 'refused', reason, 'dispatch', concerned(admission, town), world),
    timers: [stop(admission)],
  }
}

export function admissionFacts(admission: Admission, town: Town): AdmissionFacts {
  const { no, department, text, status, by, at, approval, caseNo } = admission
  return {
    no,
    town: town.name,
    department,
    text,
    status,
    by: nameOf(town, by) ?? by,
    at: at.toISOString(),
    approval,
    caseNo,
  }
}

/** Those who decide; a township without a supervisor leaves it to its leaders. */
function supervisorsOf(town: Town): Address[] {
  const supervisors = withRole(town, 'supervisor')
  return (supervisors.length > 0 ? supervisors : withRole(town, 'leader')).map(toPerson)
}

const concerned = ({ by }: Admission, town: Town): Address[] => [toPerson(by), ...commandRoom(town)]

function say(
  admission: Admission,
  town: Town,
  said: Said,
  note: string | null,
  queue: NoticeQueue,
  addresses: readonly Address[],
  { now }: World,
): Notice[] {
  const body = { kind: 'admission', said, admission: admissionFacts(admission, town), note } as const
  return distinct(addresses).map(({ to, fallback }) => ({
    key: `${admission.no}|${said}|${note ?? ''}|${recipientKey(to)}`,
    taskId: null,
    queue,
    urgent: false,
    to,
    body,
    reply: null,
    notBefore: now,
    dueAt: now,
    fallback,
  }))
}

function event(admission: Admission, type: string, by: string, { now }: World, data: NewEvent['data']): NewEvent {
  return { taskId: admission.id, caseNo: admission.no, type, by, at: now, data: { no: admission.no, ...data } }
}

function reminder({ id }: Admission, { policy }: Town, { now, calendar }: World, step: number): TimerChange {
  const dueAt = addDuration(now, REMIND_AFTER, 'work', policy.workHours, calendar).at
  return { subject: id, kind: ADMISSION, dueAt, step }
}

const stop = ({ id }: Admission): TimerChange => ({ subject: id, kind: ADMISSION, dueAt: null, step: 0 })
