import { expect, it } from 'vitest'
import { NotNow } from '../../domain/lostRace.ts'
import { ensurePostgres, freshDatabase } from '../services/postgres.ts'
import { open } from './databases.ts'

it('what cannot be read because PostgreSQL is away is no fault of what was asked', async () => {
  const server = await ensurePostgres()
  const { store } = await open(await freshDatabase(server, 'away'))
  expect(await store.task('nobody')).toBeNull()
  await server.stop()
  await expect(store.task('nobody')).rejects.toBeInstanceOf(NotNow)
  await expect(store.newestEvent()).rejects.toBeInstanceOf(NotNow)
  await expect(store.nextSeq('QS', '261123')).rejects.toBeInstanceOf(NotNow)
  await store.close()
})
