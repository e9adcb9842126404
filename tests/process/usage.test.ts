import { expect, it } from 'vitest'
import { place } from './place.ts'
import { run } from './program.ts'

it.each([['--help'], ['start --help'], ['help']])('%s explains, and that is no fault', async (words) => {
  const { cwd, env } = await place()
  const ended = await run(words.split(' '), { cwd, env })
  expect(ended.stdout).toContain('start')
  expect(ended).toMatchObject({ code: 0, stderr: '' })
})

it.each([['dance'], ['start twice'], ['verify --deep'], ['--loud'], ['doctor me'], ['kf'], ['kf links QS01']])(
  '%s is wrong usage',
  async (words) => {
    const { cwd, env } = await place()
    const ended = await run(words.split(' '), { cwd, env })
    expect(ended.stderr).toContain('用法不对')
    expect(ended).toMatchObject({ code: 2, stdout: '' })
  },
)
