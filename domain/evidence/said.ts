import type { Facts } from '../facts.ts'
import type { Mark, RecordPart } from './kinds.ts'

/** How the pictures of a case stand: how many of each mark, and how many wait to be told apart. */
export type PictureCount = Readonly<{ before: number; after: number; unclear: number }>

/** A record as its officers read it; names, not userids. */
export type RecordView = Readonly<{
  no: string
  state: 'writing' | 'asked' | 'confirmed'
  by: string
  second: string | null
  when: string | null
  place: string | null
  whom: string | null
  seen: string | null
  signature: string | null
  pictures: number
  of: string | null
  returned: string | null
  /** ISO instant */
  confirmedAt: string | null
}>

/** A file of a case as it stands in the list of evidence. `by` null = a reporter; `state` lost = it could not be fetched, or is gone. */
export type FileView = Readonly<{
  sort: 'picture' | 'video' | 'voice' | 'file'
  at: string
  by: string | null
  placed: boolean
  hash: string | null
  mark: Mark | null
  state: 'here' | 'coming' | 'lost'
}>

export type RecordLine = Pick<RecordView, 'no' | 'state' | 'by' | 'second' | 'pictures' | 'confirmedAt'>

/** What is said of these matters, as data; the words are in bot/wording/evidence.ts. */
export type EvidenceSaid =
  /** 办前还是办后？ Where nothing waits any more, how they stand */
  | Readonly<{ kind: 'pictures-card'; facts: Facts; cardId: string; count: PictureCount }>
  | Readonly<{ kind: 'pictures-marked'; facts: Facts; mark: Mark; marked: number; count: PictureCount }>
  | Readonly<{ kind: 'pictures-wanted'; facts: Facts; mark: Mark }>
  /** `asks` = the part that is asked for now; `choices` = names of who may be the second officer */
  | Readonly<{
      kind: 'record-shown'
      facts: Facts
      record: RecordView
      asks: RecordPart | null
      choices: readonly string[]
    }>
  /** to the second officer, to confirm; `digest` = of what stands there. Where it waits no more, how it stands */
  | Readonly<{ kind: 'record-card'; facts: Facts; cardId: string; record: RecordView; digest: string }>
  | Readonly<{ kind: 'record-returned'; facts: Facts; record: RecordView }>
  | Readonly<{ kind: 'record-why'; facts: Facts; no: string }>
  | Readonly<{ kind: 'record-waits'; facts: Facts; record: RecordView; whom: 'first' | 'second' }>
  | Readonly<{ kind: 'evidence-list'; facts: Facts; files: readonly FileView[]; records: readonly RecordLine[] }>
  | Readonly<{ kind: 'evidence-why'; facts: Facts; short?: true }>
  /** `alone` = it went to his single chat */
  | Readonly<{ kind: 'evidence-sent'; facts: Facts; files: number; alone: boolean }>

/** Why something is refused. */
export type EvidenceRefusal =
  | 'proof-both'
  | 'proof-before'
  | 'proof-after'
  | 'proof-same'
  | 'proof-coming'
  | 'record-alone'
  | 'record-unit'
  | 'record-licence'
  | 'record-second'
  | 'record-second-only'
  | 'record-stale'
  | 'record-frozen'
  | 'record-none'
  | 'record-long'
  | 'record-unconfirmed'
  | 'export-who'
  | 'export-large'
  | 'export-off'
