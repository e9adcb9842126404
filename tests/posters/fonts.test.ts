import { expect, it } from 'vitest'
import { fontCheck } from '../../cli/doctor.ts'
import { fontFault, FILES } from '../../posters/font.ts'

it('F38 a font that is not there makes the doctor say so, and what to do', () => {
  expect(fontCheck(fontFault())).toMatchObject({ ok: 'ok' })
  const lost = fontCheck(fontFault({ regular: FILES.regular, bold: '/nowhere/font.ttf' }))
  expect(lost).toMatchObject({ ok: 'bad', cause: expect.stringContaining('/nowhere/font.ttf') })
  expect(lost.mend).toContain('npm ci')
})
