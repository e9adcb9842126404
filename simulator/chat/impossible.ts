/** Something no phone lets a person do; the message is a sentence for that person. */
export class Impossible extends Error {
  override readonly name = 'Impossible'
  readonly status: number
  constructor(message: string, status = 400) {
    super(message)
    this.status = status
  }
}
