import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { place } from './place.ts'
import { ROOT, run } from './program.ts'

/** What the documents tell people to type. */
const documents = ['README.md', 'README.zh-CN.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)]
const text = documents
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(ROOT, name), 'utf8'))
  .join('\n')

const named = [...text.matchAll(/npm run (?:-s )?shaozi -- ([a-z][a-z-]*(?: [a-z][a-z-]*(?![\w.-]))?)/g)]
const commands = [...new Set(named.map(([, words = '']) => words))].toSorted()

it('every command that a document names is there and says how it is used', async () => {
  const { cwd, env } = await place()
  expect(commands).toContain('doctor')
  for (const words of commands) {
    const { stdout, code } = await run([...words.split(' '), '--help'], { cwd, env })
    const [first = ''] = words.split(' ')
    const usage = stdout.split('\n')[0] ?? ''
    // the second word is the order of a group, or what the command is told
    const isKnown = usage.includes(`shaozi ${words}`) || new RegExp(`shaozi ${first} [^\\n]*<`, 'u').test(usage)
    expect({ words, code, isKnown }).toEqual({ words, code: 0, isKnown: true })
  }
})
