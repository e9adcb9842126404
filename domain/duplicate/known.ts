import type { Task } from '../task.ts'

/** What is looked at of a case to see whether a report is about it. */
export type Known = Pick<Task, 'id' | 'town' | 'text' | 'item' | 'lead' | 'place' | 'createdAt' | 'mergedInto'>
