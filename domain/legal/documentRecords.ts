import type { Entry } from '../book/entry.ts'

/** What a document takes from a record of an inspection that two officers confirmed. */
export type RecordRead = Readonly<{
  no: string
  at: Date | null
  place: string | null
  seen: string | null
  digest: string | null
  by: string | null
}>

/** Confirmed records of a case, oldest first. They are the evidence part's: nothing is taken for granted of them. */
export function recordsIn(entries: readonly Entry[]): readonly RecordRead[] {
  return entries.flatMap(({ kind, state, no, data }: Readonly<Record<'kind' | 'state' | 'no', string>> & Data) =>
    kind === 'record' && state === 'confirmed' ? [readOne(no, data)] : [],
  )
}

type Data = Readonly<{ data: object }>

function readOne(no: string, data: object): RecordRead {
  const text = textIn(data)
  return {
    no,
    at: instantOf(text('when')),
    place: text('place'),
    seen: text('seen'),
    digest: text('digest'),
    by: text('by'),
  }
}

const textIn =
  (data: object) =>
  (key: string): string | null => {
    const value: unknown = (data as Readonly<Record<string, unknown>>)[key]
    return typeof value === 'string' && value !== '' ? value : null
  }

function instantOf(text: string | null): Date | null {
  const at = text === null ? null : new Date(text)
  return at === null || Number.isNaN(at.getTime()) ? null : at
}
