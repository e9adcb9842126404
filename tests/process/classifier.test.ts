import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { place } from './place.ts'
import { ROOT, run, start } from './program.ts'

type Guess = Readonly<{ label: string; p: number; top: readonly Readonly<{ label: string; p: number }>[] }>

/** The sentences that come with the program, as the trainer takes them. */
async function rows(file: string): Promise<readonly Readonly<{ text: string; label: string }>[]> {
  const lines = (await readFile(join(ROOT, file), 'utf8')).trim().split('\n')
  return lines.flatMap((line) => {
    const { text, items } = JSON.parse(line) as { text: string; items: string[] }
    return items.length === 1 ? [{ text, label: items[0] ?? '' }] : []
  })
}

const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

it('a classifier is trained, used and judged at the terminal', async () => {
  const { cwd, env } = await place()
  const [taught, unseen] = await Promise.all([rows('config/triage/seed.jsonl'), rows('tests/triage/test.jsonl')])
  await writeFile(join(cwd, 'train.jsonl'), `${lines(taught)}not json\n{"text":"no label"}\n`)
  await writeFile(join(cwd, 'test.jsonl'), lines(unseen))
  const trained = await run(['train', '--in', 'train.jsonl', '--out', 'model'], { cwd, env })
  expect(trained).toMatchObject({ code: 0 })
  expect(trained.stderr).toContain(`第 ${taught.length + 1} 行`)
  expect((await stat(join(cwd, 'model'))).size).toBeLessThanOrEqual(3_000_000)
  const classified = await run(['classify', '--model', 'model', '--in', 'test.jsonl', '--json'], { cwd, env })
  const guesses = classified.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Guess)
  expect(guesses).toHaveLength(unseen.length)
  for (const { label, p, top } of guesses) {
    expect(top[0]).toEqual({ label, p })
    expect(p).toBeGreaterThan(0)
    expect(p).toBeLessThanOrEqual(1)
  }
  const right = guesses.filter(({ label }, i) => label === unseen[i]?.label).length
  const judged = await run(['eval', '--model', 'model', '--in', 'test.jsonl', '--json'], { cwd, env })
  expect(JSON.parse(judged.stdout)).toMatchObject({ rows: unseen.length, accuracy: right / unseen.length })
})

it('a training that is interrupted leaves nothing behind, and what is missing is named', async () => {
  const { cwd, env } = await place()
  const taught = await rows('config/triage/seed.jsonl')
  const many = Array.from({ length: 6 }, (_, n) =>
    taught.map(({ text, label }) => ({ text: `${text}${n}`, label })),
  ).flat()
  await writeFile(join(cwd, 'train.jsonl'), lines(many))
  const program = start(['train', '--in', 'train.jsonl', '--out', 'model'], { cwd, env })
  expect((await program.kill('SIGINT')).code).not.toBe(0)
  expect(existsSync(join(cwd, 'model'))).toBe(false)
  expect((await readdir(cwd)).filter((name) => name.startsWith('model'))).toEqual([])
  const missing = await run(['classify', '--model', 'model', '--in', 'train.jsonl'], { cwd, env })
  expect(missing).toMatchObject({ code: 1 })
  expect(missing.stderr).toMatch(/怎么办/)
})
