import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = dirname(dirname(import.meta.dirname))
const PAGES = ['security.md', 'security.zh-CN.md', 'dengbao.zh-CN.md', 'privacy.zh-CN.md', 'mutation.md']
const read = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8')

/** Files as `folder/file.ts`, pages of ours as `/logs`, other documents as links. */
const filesIn = (text: string) =>
  [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|prisma))`/gu)].map(([, file = '']) => file)
const linksIn = (text: string) => [...text.matchAll(/\]\(([\w.-]+\.md)\)/gu)].map(([, link = '']) => link)

describe('the papers on security', () => {
  it.each(PAGES)('%s names only files that exist', (name) => {
    const text = read(name)
    const missing = filesIn(text).filter((file) => !existsSync(join(root, file)))
    const nowhere = linksIn(text).filter((link) => !existsSync(join(root, 'docs', link)))
    expect([...missing, ...nowhere]).toEqual([])
  })

  it.each(PAGES)('%s names only pages of ours that can be opened', (name) => {
    const known = readFileSync(join(root, 'web/client/src/pages.ts'), 'utf8')
    const named = [...read(name).matchAll(/(?:网页|pages?) `(\/\w*)`/gu)].map(([, path]) => path)
    expect(named.filter((path) => !known.includes(`path: '${path}'`))).toEqual([])
  })

  it('name a test for what they promise', () => {
    for (const name of ['security.md', 'dengbao.zh-CN.md'])
      expect(filesIn(read(name)).filter((file) => file.startsWith('tests/')).length, name).toBeGreaterThan(20)
  })
})
