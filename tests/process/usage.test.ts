import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { place } from './place.ts'
import { run, start } from './program.ts'

it.each([['--help'], ['start --help'], ['help']])('%s explains, and that is no fault', async (words) => {
  const { cwd, env } = await place()
  const ended = await run(words.split(' '), { cwd, env })
  expect(ended.stdout).toContain('start')
  expect(ended.stdout).not.toMatch(/Usage|Options|Commands|display/)
  expect(ended).toMatchObject({ code: 0, stderr: '' })
})

it.each([
  ['verify --deep', '没有选项 --deep'],
  ['import duties', '少写了文件名'],
  ['evidence', '少写了工单编号'],
  ['import duties list.csv --town', '选项 --town <code> 后面少了内容'],
  ['train --out model', '少了选项 --in <file>'],
  ['import duty list.csv', '没有命令 duty'],
  ['kf', '命令没有写完'],
  ['dance', '没有命令 dance'],
])('%s: what is wrong with it is said in Chinese', async (words, said) => {
  const { cwd, env } = await place()
  const ended = await run(words.split(' '), { cwd, env })
  expect(ended.stderr).toContain(said)
  expect(ended.stderr).toContain('怎么办')
  expect(ended.stderr).not.toMatch(/error|required|Usage/)
})

it('a reader who has seen enough is no fault', async () => {
  const { cwd, env } = await place()
  const lines = Array.from(
    { length: 20_000 },
    () => '{"text":"村口有人摆摊","label":"a"}\n{"text":"烧秸秆","label":"b"}\n',
  )
  await writeFile(join(cwd, 'all.jsonl'), lines.join(''))
  await writeFile(join(cwd, 'few.jsonl'), lines.slice(0, 20).join(''))
  expect(await run(['train', '--in', 'few.jsonl', '--out', 'model'], { cwd, env })).toMatchObject({ code: 0 })
  const piped = ['sh', '-c', '"$@" | head -n 1', 'sh']
  const ended = await start(['classify', '--model', 'model', '--in', 'all.jsonl'], { cwd, env, prefix: piped }).ended
  expect(ended.stdout.split('\n')).toHaveLength(2)
  expect(ended.stderr).toBe('')
})

it('lines that are no sentences are named, in whatever encoding', async () => {
  const { cwd, env } = await place()
  const good = '{"text":"村口有人摆摊","label":"a"}\n{"text":"烧秸秆","label":"b"}\n'
  await writeFile(join(cwd, 'good.jsonl'), good.repeat(20))
  expect(await run(['train', '--in', 'good.jsonl', '--out', 'model'], { cwd, env })).toMatchObject({ code: 0 })
  // 「摆摊」 in GBK
  const gbk = Buffer.concat([
    Buffer.from('{"text":"'),
    Buffer.from('b0dacc af'.replace(' ', ''), 'hex'),
    Buffer.from('","label":"a"}\n'),
  ])
  await writeFile(join(cwd, 'mixed.jsonl'), Buffer.concat([Buffer.from(`${good}nonsense\n\n{"label":"a"}\n`), gbk]))
  for (const command of ['classify', 'eval']) {
    const ended = await run([command, '--model', 'model', '--in', 'mixed.jsonl'], { cwd, env })
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.stderr).toMatch(/第 3 行不是[\s\S]*第 5 行没有 text[\s\S]*第 6 行不是 UTF-8[\s\S]*一共跳过 3 行/)
  }
  await writeFile(join(cwd, 'gbk.jsonl'), gbk)
  const none = await run(['classify', '--model', 'model', '--in', 'gbk.jsonl'], { cwd, env })
  expect(none.stderr).toMatch(/第 1 行不是 UTF-8[\s\S]*没有一行可用[\s\S]*怎么办/)
  expect(none).toMatchObject({ code: 1 })
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
