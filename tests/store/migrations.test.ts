import { describe, expect, it } from 'vitest'
import { openReadOnly, openStore, StoreRefusal } from '../../store/open.ts'
import { committedMigrations, pendingMigrations } from '../../store/migrations.ts'
import { onBothDatabases, open, type Place } from './databases.ts'
import { at, task } from './samples.ts'

const log = { warn: () => undefined, error: () => undefined }

const refusal = (url: string) =>
  openStore({ url, log }).then(
    () => null,
    (error: unknown) => (error instanceof StoreRefusal ? error.code : error),
  )

async function used(place: Place): Promise<string> {
  const { store, url } = await open(await place.fresh())
  await store.commit({ task: task(1) }, at(1))
  await store.close()
  return url
}

describe('migrations', () => {
  it('are the same on both databases, by name', () => {
    const names = (['sqlite', 'postgresql'] as const).map((provider) =>
      committedMigrations(provider).map(({ name }) => name),
    )
    expect(names[0]).toEqual(names[1])
    expect(names[0]?.[0]).toBe('0001_init')
  })

  it('that were not applied yet are the pending ones', () => {
    const committed = ['0001_a', '0002_b'].map((name) => ({ name, sql: '', checksum: name }))
    expect(pendingMigrations(committed, [{ name: '0001_a', checksum: '0001_a' }]).map(({ name }) => name)).toEqual([
      '0002_b',
    ])
  })
})

onBothDatabases((place) => {
  it('a restart applies nothing again and keeps what is there', async () => {
    const url = await used(place)
    const { store } = await open(url)
    expect(await store.task('task-1')).toMatchObject({ version: 1 })
    await store.close()
    const applied = await place.raw(url, 'SELECT name FROM migration ORDER BY name')
    expect(applied).toEqual(committedMigrations(place.provider).map(({ name }) => ({ name })))
  })

  it('a database of a newer program is refused, for writing and for reading', async () => {
    const url = await used(place)
    await place.raw(
      url,
      `INSERT INTO migration SELECT '9999_future', checksum, "appliedAt" FROM migration WHERE name = '0001_init'`,
    )
    expect(await refusal(url)).toBe('database-newer')
    await expect(openReadOnly(url)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('9999_future'),
    })
  })

  it('an edited migration is refused', async () => {
    const url = await used(place)
    await place.raw(url, `UPDATE migration SET checksum = 'other' WHERE name = '0001_init'`)
    expect(await refusal(url)).toBe('migration-changed')
  })

  it('a database of another program is refused and left alone', async () => {
    const url = await used(place)
    const tables = ['migration', 'meta', 'policy']
    for (const name of tables) await place.raw(url, `DROP TABLE ${name}`)
    expect(await refusal(url)).toBe('foreign-database')
    await expect(place.raw(url, 'SELECT * FROM migration')).rejects.toThrow(/no such table|does not exist/)
  })

  it('several processes may start on a new database at once, or are told who was first', async () => {
    const url = await place.fresh()
    const both = await Promise.allSettled([openStore({ url, log }), openStore({ url, log })])
    expect(both.map(({ status }) => status).sort()).toEqual(
      place.provider === 'sqlite' ? ['fulfilled', 'rejected'] : ['fulfilled', 'fulfilled'],
    )
    for (const result of both) if (result.status === 'fulfilled') await result.value.close()
  })
})

it('an address nobody understands, or where nobody answers, is refused without repeating the password', async () => {
  for (const url of ['mysql://u:geheim@h/db', 'file::memory:', 'file:', 'postgresql://u:ge heim@[bad/db']) {
    await expect(openStore({ url, log })).rejects.toMatchObject({
      code: 'bad-url',
      message: expect.not.stringContaining('heim'),
    })
  }
  await expect(openStore({ url: 'postgresql://u:geheim@127.0.0.1:1/db', log })).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.not.stringContaining('geheim'),
  })
})
