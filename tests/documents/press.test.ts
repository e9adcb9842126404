import { expect, it, onTestFinished } from 'vitest'
import type { DocumentInput, DocumentKind } from '../../domain/legal/documentShape.ts'
import { openPress, type Press } from '../../documents/press.ts'
import { ownTemplates } from '../../documents/ownTemplates.ts'
import { docxText } from './said.ts'
import { ordinary } from './sample.ts'

const folders = [ownTemplates()]

function press(idleMs?: number): Press {
  const opened = openPress(idleMs)
  onTestFinished(() => opened.close())
  return opened
}

it('makes what is asked for at once one after the other', async () => {
  const { make } = press()
  const kinds: readonly DocumentKind[] = ['filing-approval', 'service-receipt']
  const made = await Promise.all(kinds.map((kind) => make({ folders, input: ordinary(kind) })))
  expect(made.map((each) => (each.ok ? docxText(each.docx).includes('恒远建材') : each.fault))).toEqual([true, true])
})

it('says which template cannot be filled', async () => {
  const made = await press().make({ folders: ['/nowhere'], input: ordinary('penalty-notice') })
  expect(made).toMatchObject({ ok: false, fault: expect.stringContaining('penalty-notice.docx') })
})

it('says nothing of a case where it fails, and makes the next one', async () => {
  const { make } = press()
  const broken = { ...ordinary('penalty-notice'), kind: 'no such thing' } as unknown as DocumentInput
  await expect(make({ folders, input: broken })).rejects.toThrow(/^a document could not be made: TypeError$/u)
  expect(await make({ folders, input: ordinary('filing-approval') })).toMatchObject({ ok: true })
})

it('comes again after it has gone', async () => {
  const { make } = press(0)
  for (const kind of ['filing-approval', 'closing-approval'] as const)
    expect(await make({ folders, input: ordinary(kind) })).toMatchObject({ ok: true })
})
