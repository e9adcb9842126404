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

/** Every heading and its other half, in the order they stand. */
const HEADINGS = [
  ['Shaozi 哨子', '哨子 Shaozi'],
  ['Try it', '先试一试'],
  ['What it does', '它做什么'],
  ['What runs where', '什么在哪里运行'],
  ['Go live', '正式使用'],
  ['The township folder', '乡镇文件夹'],
  ['Words people type', '大家怎么说'],
  ['Run it', '运行与维护'],
  ['How fast it is', '有多快'],
  ['When something is wrong', '出了问题'],
  ['Limits of this version', '这个版本的局限'],
  ['Read next', '接着读'],
]
const headings = (text: string) => [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, words]) => words)
/** Addresses and files it leads to; each README leads to the other. */
const leadsTo = (text: string) =>
  [...withoutCode(text).matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to).filter((to) => !to.startsWith('README'))
/** What is typed, in the order of the tables: names of files in it may be translated. */
const typed = (text: string) =>
  [...withoutCode(text).matchAll(/`((?:npm|docker|npx) [^`]*)`/g)].map(([, words = '']) =>
    words.replaceAll(/<[^>]*>|\S*\.(?:xlsx|zip)/g, '…'),
  )

describe('the two READMEs', () => {
  it('have the same headings in the same order', () => {
    expect(headings(english).map((words, index) => [words, headings(chinese)[index]])).toEqual(HEADINGS)
    expect(headings(chinese)).toHaveLength(HEADINGS.length)
  })

  it('name the same commands, and lead to the same pages', () => {
    expect(typed(chinese)).toEqual(typed(english))
    expect([...new Set(leadsTo(chinese))].toSorted()).toEqual([...new Set(leadsTo(english))].toSorted())
  })

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
