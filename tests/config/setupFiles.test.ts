import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeSetup } from '../../app/setup.ts'
import { emptyFolder } from './folder.ts'

it('the set-up page leaves a secret alone that lies in a file: a second one beside it would stop the next start', async () => {
  const folder = await emptyFolder()
  const file = join(folder, '.env')
  await writeFile(join(folder, 'secret'), 'tell-nobody-0123')
  await writeFile(file, `WECOM_AIBOT_ID=aib1\nWECOM_AIBOT_SECRET_FILE=${join(folder, 'secret')}\n`)
  const processEnv = { WECOM_APP_SECRET_FILE: join(folder, 'secret') }
  const fields = await makeSetup({ file, processEnv, now: () => new Date(0) }).fields()
  const of = (name: string) => fields.find((field) => field.name === name)
  expect(of('WECOM_AIBOT_ID')).toMatchObject({ isSet: true, outside: false })
  for (const name of ['WECOM_AIBOT_SECRET', 'WECOM_APP_SECRET'])
    expect(of(name)).toMatchObject({ isSet: true, outside: true })
  expect(JSON.stringify(fields)).not.toContain('tell-nobody')
})
