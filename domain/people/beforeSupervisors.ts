import type { Task } from '../task.ts'

/** Before the supervisors: until they say where it goes, the command room neither has it nor reads it. */
export const isBeforeSupervisors = ({ understood, stage }: Pick<Task, 'understood' | 'stage'>): boolean =>
  understood?.supervised === true && (stage === 'triage' || stage === 'disputed')
