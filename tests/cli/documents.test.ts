import { copyFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { templateChecks } from '../../cli/documents.ts'
import { spoiltTown } from '../documents/spoilt.ts'

it('templates that can be filled are well', async () => {
  expect(await templateChecks('config/town')).toMatchObject([{ ok: 'ok', cause: 'config/town：8 种文书都出得了' }])
})

it('a spoilt template of a township is a fault, named with its tag and its mend', async () => {
  const folder = await spoiltTown()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [check, ...others] = await templateChecks(folder)
  expect(others).toEqual([])
  expect(check?.ok).toBe('bad')
  for (const said of [join(folder, 'documents', 'filing-approval.docx'), '{案由来}', '改名或者删掉'])
    expect(check?.cause).toContain(said)
})

it('a template of another name is not passed over in silence, nor taken for one that Word left', async () => {
  const folder = await spoiltTown()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const documents = join(folder, 'documents')
  await copyFile('config/documents/penalty-notice.docx', join(documents, 'penalty-notices.docx'))
  await rename(join(documents, 'filing-approval.docx'), join(documents, '立案审批表.docx'))
  await writeFile(join(documents, '~$nalty-notice.docx'), '')
  const checks = await templateChecks(folder)
  expect(checks.map(({ ok }) => ok)).toEqual(['bad', 'bad'])
  const [notice, filing] = checks
  expect(notice).toMatchObject({
    cause: expect.stringContaining('penalty-notices.docx 不会用到'),
    mend: expect.stringContaining('是不是 penalty-notice.docx'),
  })
  expect(filing?.cause).toContain('立案审批表.docx 不会用到')
  expect(filing?.mend).toContain('filing-approval.docx')
})
