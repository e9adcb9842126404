import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { templateChecks } from '../../cli/documents.ts'
import { spoiltTown } from '../documents/spoilt.ts'

it('templates that can be filled are well', async () => {
  expect(await templateChecks('config/town')).toMatchObject([{ ok: 'ok', cause: 'config/town：8 种文书都出得了' }])
})

it('a spoilt template of a township is named with its tag and its mend, and stops no start', async () => {
  const folder = await spoiltTown()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [check, ...others] = await templateChecks(folder)
  expect(others).toEqual([])
  expect(check?.ok).toBe('warn')
  for (const said of [join(folder, 'documents', 'filing-approval.docx'), '{案由来}', '改名或者删掉'])
    expect(check?.cause).toContain(said)
})
