import type { NewAttachment } from '../domain/decision.ts'
import type { Facts } from '../domain/facts.ts'
import type { Head, Link } from '../store/chain.ts'

/** All that goes into a package, read already, but for the bytes of the files. */
export type Input = Readonly<{
  facts: Facts
  openedAt: Date
  made: Readonly<{ at: Date; by: string; mark: string; reason: string; program: string }>
  /** the end of the log, read before the events */
  head: Head
  /** all of the case up to the head */
  events: readonly Link[]
  /** what is stored of its attachments, read after the events */
  files: readonly Pick<NewAttachment, 'id' | 'fault' | 'gps'>[]
  /** as people call somebody of the staff, or null */
  nameOf(userid: string): string | null
  /** a stored file; null where there is none */
  read(sha256: string): Promise<Buffer | null>
}>
