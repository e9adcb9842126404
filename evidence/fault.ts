/** What is wrong with a package: with the whole of it, a file by its name, or an event by its number. */
export type Fault =
  | Readonly<{ code: 'not-a-zip' | 'too-large' | 'no-manifest' | 'bad-manifest' | 'head' }>
  | Readonly<{
      code: 'leads-out' | 'twice' | 'extra' | 'missing' | 'size' | 'changed' | 'lost' | 'not-erased'
      name: string
    }>
  | Readonly<{
      code:
        | 'event-changed'
        | 'event-order'
        | 'event-other-case'
        | 'event-gap'
        | 'event-no-file'
        | 'file-no-event'
        | 'file-unlike-event'
        | 'event-not-in-database'
        | 'event-left-out'
        | 'head-not-in-database'
      seq: number
    }>

export const aboutFile = (code: Extract<Fault, { name: string }>['code'], name: string): Fault => ({ code, name })
export const aboutEvent = (code: Extract<Fault, { seq: number }>['code'], seq: number): Fault => ({ code, seq })
