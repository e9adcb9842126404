/** A request that is answered with what is wrong with it, as GeoReport v2 has it: its HTTP status, and a sentence. */
export class OpenFault extends Error {
  override readonly name = 'OpenFault'
  readonly status: number
  /** seconds after which another try may do */
  readonly after: number | null
  constructor(status: number, sentence: string, after: number | null = null) {
    super(sentence)
    this.status = status
    this.after = after
  }
}
