import { monotonicFactory } from 'ulid'

/** A new id that sorts after all earlier ones of this process: new rows go to the end of every index. */
export const ulid: () => string = monotonicFactory()
