import type { Assessed, ReportFormat } from './domain/assess/assessed.ts'
import type { Calendar } from './domain/calendar/calendar.ts'
import type { MediaRef } from './domain/inbound.ts'
import type { Destination } from './domain/notice.ts'
import type { DocumentInput } from './domain/legal/documentShape.ts'
import type { Town } from './domain/town.ts'
import type { Chooser } from './domain/triage/chooser.ts'
import type { Classifier, ClassifierVersion } from './domain/triage/classifier.ts'
import type { Store } from './store/store.ts'

export type {
  CaseMessage,
  Customer,
  Due,
  NewIdentity,
  Settlement,
  Store,
  TimelineEntry,
  TimerRow,
} from './store/store.ts'

/** A structured log. Never give it message text, names or tokens. */
export type Log = Readonly<{
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Log
}>

/** A file fetched from the platform and stored under DATA_DIR by its SHA-256. */
export type StoredFile = Readonly<{
  sha256: string
  mime: string
  bytes: number
  name: string | null
  /** where a picture says it was taken, in WGS-84 */
  gps?: Readonly<{ lat: number; lng: number }> | null
  /** sha256 of a small picture of it */
  thumb?: string | null
}>

type Fetched = Readonly<{ ok: true; file: StoredFile }> | Readonly<{ ok: false; fault: string }>

/** `strip`: of a picture a copy is stored that does not say where, when and with what it was taken; `gps` is read before. */
type FetchHow = Readonly<{ strip: boolean }>

/** Fetches, decrypts, sniffs and stores one file; `fault` says why it could not (already retried). */
export type Media = Readonly<{
  fetch(ref: MediaRef, how: FetchHow): Promise<Fetched>
  /** The same; null when it takes longer than a person should wait for his answer. It goes on coming. */
  fetchSoon(ref: MediaRef, how: FetchHow): Promise<Fetched | null>
  /** Stores what we made ourselves; the same bytes are the same file. */
  keep(bytes: Buffer, name: string): Promise<StoredFile>
  /** What is stored; null when it is gone. */
  read(sha256: string): Promise<Buffer | null>
  /** Lets go of stored files, by their sha256; what is gone already is no fault. */
  remove(files: readonly string[]): Promise<void>
}>

/** Makes the documents of penalty cases, one at a time and beside everything else. */
export type Documents = Readonly<{
  /** By the templates of a township; `fault` says in a sentence for staff which of them cannot be filled. Rejects where another try may do. */
  make(
    town: string,
    input: DocumentInput,
  ): Promise<Readonly<{ ok: true; docx: Buffer; pdf: Buffer; name: string }> | Readonly<{ ok: false; fault: string }>>
}>

/** Who villagers are, kept apart from everything else; everywhere else they go by a name that says nothing. */
export type People = Readonly<{
  /** what the platform calls somebody; null once he was forgotten */
  whoIs(id: string): Promise<string | null>
  /** was he told what is kept of him? */
  wasTold(id: string): Promise<boolean>
}>

/** Trained versions, newest first; the one a person chose is kept until he chooses again. */
export type Classifiers = Readonly<{
  versions(): Promise<readonly ClassifierVersion[]>
  inUse(): Promise<Readonly<{ id: string; pinned: boolean }> | null>
  /** `pinned`: no newer one takes its place by itself */
  use(id: string, pinned: boolean): Promise<void>
}>

/** What a handler, a job or a page is given; built once in app.ts. */
export type Context = Readonly<{
  now(): Date
  /** a new sortable unique id */
  id(): string
  log: Log
  store: Store
  towns: readonly Town[]
  /** Takes over a duty list that was imported since. */
  renew?(): Promise<void>
  calendar: Calendar
  media: Media
  documents: Documents
  channel: Destination
  people?: People
  /** null until one is trained: then the words of the duty list decide alone */
  classifier?: Classifier | null
  /** versions of the classifier */
  classifiers?: Classifiers
  /** another opinion, where one is set up */
  chooser?: Chooser | null
  /** The evidence of a case as a zip that can be checked by itself; null when it is more than can be packed. */
  packEvidence?(caseNo: string, by: string, reason: string): Promise<Buffer | null>
  /** The assessment of a township (its code) for a month (YYYY-MM): frozen, or counted just now; null where there is no such township. */
  assess(asked: Readonly<{ town: string; month: string }>): Promise<Assessed | null>
  /** … as a file to be handed on. */
  reportFile(assessed: Assessed, format: ReportFormat): Promise<Readonly<{ bytes: Buffer; name: string; mime: string }>>
  /** The nightly backup: at which minute of the day, and how one is begun, with a trial of it or without; null where there is none. */
  backups?: Readonly<{ at: number; begin(drill: boolean): void }> | null
  /** Learns from what clerks decided since the last time, and uses what it learnt. */
  learn?(): Promise<void>
}>
