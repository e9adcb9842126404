import type { Dialect } from './dialect.ts'
import type { PrismaClient } from './generated/sqlite/client.ts'

/** Raw statements; each takes at most one parameter, a JSON text (dialect.ts). */
export type Sql = Readonly<{
  rows<Row>(text: string, parameter?: string): Promise<Row[]>
  run(text: string, parameter?: string): Promise<number>
}>

/** Committed rows only: a client of its own, because a read on the writing one would see an open transaction. */
export type Reading = Readonly<{ dialect: Dialect; sql: Sql; models: PrismaClient; close(): Promise<void> }>

/** A reading and a writing side. Only the commit queue may call `write`, and never twice at a time. */
export type Database = Reading &
  Readonly<{
    write<T>(work: (sql: Sql) => Promise<T>): Promise<T>
    /** What was overwritten leaves the files of the database, too; false = somebody is reading, to be tried again. */
    scrub(): boolean
    /** A connection of its own that waits for nobody; null where no other process can be there. */
    aside: Sql | null
  }>

type RawClient = Pick<PrismaClient, '$queryRawUnsafe' | '$executeRawUnsafe'>

export function sqlOf(client: RawClient): Sql {
  return {
    rows: <Row>(text: string, ...parameter: (string | undefined)[]) =>
      client.$queryRawUnsafe<Row[]>(text, ...parameter.filter(isGiven)),
    run: (text, ...parameter) => client.$executeRawUnsafe(text, ...parameter.filter(isGiven)),
  }
}

const isGiven = (value: string | undefined) => value !== undefined
