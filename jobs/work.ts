/** What a pool does with a row id. */
export type Work<Row> = Readonly<{
  /** Looks at the row again; null = nothing to do (any more, or yet). */
  read(id: string): Promise<Row | null>
  /** Rows of one lane never run at the same time; `rank` is their order in it. */
  lane(row: Row): string
  rank(row: Row): number
  /** Does it. May call `release` once the lane and the place may go to the next row, before it is settled itself. */
  run(row: Row, release: () => void): Promise<void>
  /** `read` (then `row` is null) or `run` threw. */
  failed(id: string, row: Row | null, error: unknown): void
}>

/** A business queue inside this process: emergencies first, so many at a time, and no row twice at once. */
export type Pool = Readonly<{
  /** Takes a row on; one that runs just now is looked at once more afterwards. */
  offer(id: string, urgent: boolean): void
  /** As `offer`; resolves when the row gave back its place, or stands in line behind another of its lane. */
  handle(id: string, urgent: boolean): Promise<void>
  has(id: string): boolean
  /** Takes a row out of circulation because another row's send carries it; false = it runs itself. */
  claim(id: string): boolean
  /** Gives a claimed row back: it is read afresh. */
  unclaim(id: string): void
  size(): number
  /** Starts nothing new and forgets what waits; what runs goes on. */
  stop(): void
}>
