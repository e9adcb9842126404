/** A fault of the table, where the one who keeps it finds it: its row there, and the heading as he wrote it. `file` where it is none of the table's. */
export type RowFault = Readonly<{
  file: string | null
  /** of a list with several */
  sheet?: string
  row: number | null
  column: string
  problem: string
  mend: string
}>
