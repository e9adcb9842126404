import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = dirname(dirname(import.meta.dirname))
const english = readFileSync(join(root, 'README.md'), 'utf8')
const chinese = readFileSync(join(root, 'README.zh-CN.md'), 'utf8')

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '')
const headingLevels = (text: string) => [...withoutCode(text).matchAll(/^(#+) /gm)].map(([, marks]) => marks)
const codeBlocks = (text: string) => [...text.matchAll(/^```[\s\S]*?^```$/gm)].map(([block]) => block)
const pictures = (text: string) => [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path)
const tableRows = (text: string) => [...withoutCode(text).matchAll(/^\|/gm)].length

describe('the two READMEs', () => {
  it('have the same headings, level by level', () => {
    expect(headingLevels(chinese)).toEqual(headingLevels(english))
  })

  it('show the same commands', () => {
    expect(codeBlocks(chinese)).toEqual(codeBlocks(english))
  })

  it('show the same pictures and as many table rows', () => {
    expect(pictures(chinese)).toEqual(pictures(english))
    expect(tableRows(chinese)).toBe(tableRows(english))
  })
})
