import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = 'docs'
const documents = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.zh-CN.md'))
    .map((name) => join(FOLDER, name)),
  'README.zh-CN.md',
  'README.md',
]

describe.each(documents)('%s', (name) => {
  const text = readFileSync(name, 'utf8').replace(/^```[\s\S]*?^```$/gmu, '')

  it('has one heading of the first level, and skips none', () => {
    const levels = [...text.matchAll(/^(#+) /gmu)].map(([, marks = '']) => marks.length)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('tells the reader what he can really type', () => {
    const short = [...text.matchAll(/`shaozi [^`]*`/gu)].map(([words]) => words)
    expect(short).toEqual([])
  })
})

describe('docs/handling.zh-CN.md', () => {
  const text = readFileSync('docs/handling.zh-CN.md', 'utf8')

  it('says how an exported package is checked, and how videos, recordings and documents get in', () => {
    const part = text.slice(text.indexOf('\n## 证据'), text.indexOf('\n## 吹哨报到'))
    expect(part).toContain('npm run shaozi -- verify')
    for (const word of ['视频', '录音', '文档']) expect(part).toContain(word)
  })
})
