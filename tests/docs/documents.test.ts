import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = dirname(dirname(import.meta.dirname))
const documents = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') || name === 'llms.txt')
    .map((name) => join(folder, name)),
)
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

const textOf = (document: string) => readFileSync(join(root, document), 'utf8')
const links = (text: string) => [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '')
const paths = (text: string) => [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]*|\w+\.ts)`/g)].map(([, path]) => path ?? '')
const commands = (text: string) =>
  [...text.matchAll(/npm run (?:-s |--silent )?([\w:]+)/g)].map(([, name]) => name ?? '')

describe.each(documents)('%s', (document) => {
  it('links only to what is there', () => {
    const missing = links(textOf(document)).filter((path) => !existsSync(join(root, dirname(document), path)))
    expect(missing).toEqual([])
  })

  it('names only commands that exist', () => {
    const unknown = commands(textOf(document)).filter((name) => scripts[name] === undefined)
    expect(unknown).toEqual([])
  })
})

describe.each(['CONTRIBUTING.md', 'docs/architecture.md', 'AGENTS.md'])('%s', (document) => {
  it('names only files and folders that exist', () => {
    const missing = paths(textOf(document)).filter((path) => !existsSync(join(root, path)))
    expect(missing).toEqual([])
  })
})

describe('AGENTS.md', () => {
  it('names only what is there, also beside the folders', () => {
    const named = [...textOf('AGENTS.md').matchAll(/`(\.?[\w-]*(?:\.[\w-]+)*\/?[\w./-]*)`/g)].map(
      ([, path]) => path ?? '',
    )
    const files = named.filter((path) => /[./]|^[A-Z]\w+file$/.test(path))
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('shows tests that can be run', () => {
    const shown = [...textOf('AGENTS.md').matchAll(/npx vitest run --project (\S+) (\S+)/g)]
    const projects = readFileSync(join(root, 'vitest.config.ts'), 'utf8')
    for (const [, project, path] of shown) {
      expect(projects).toContain(`name: '${project}'`)
      expect(existsSync(join(root, path ?? ''))).toBe(true)
    }
  })
})

describe('the environment', () => {
  it('has every variable explained in .env.example', () => {
    const source = readFileSync(join(root, 'config/variables.ts'), 'utf8')
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): variable/gm)].map(([, name]) => name ?? '')
    const explained = [...textOf('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? '')
    expect(read.length).toBeGreaterThan(0)
    expect(explained.toSorted()).toEqual(read.toSorted())
  })
})
