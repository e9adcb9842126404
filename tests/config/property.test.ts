import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../config/env.ts'
import type { Fault } from '../../config/fault.ts'
import { loadTowns } from '../../config/township/load.ts'
import { VARIABLE_NAMES } from '../../config/variables.ts'
import { SAMPLE, TODAY, township } from './folder.ts'

const FILES = [
  'town.yaml',
  'clocks.yaml',
  'duties.csv',
  'villages.csv',
  'roster.csv',
  'areas.csv',
  'rules.csv',
  'holidays/2026.yaml',
]
const SNIPPETS = [
  '',
  ',',
  '"',
  '\n',
  '\t',
  ':',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '|',
  '｜',
  '：',
  '#',
  '&a ',
  '*a',
  '!!map ',
  '!x ',
  '<<: ',
  '---\n',
  '? ',
  '\u0000',
  '\uFEFF',
  '0',
  '-1',
  '1e999',
  '50%',
  '2026-02-30',
  '王',
  '😀',
  '\ud800',
  'null',
  '~',
  '__proto__: 1\n',
  'constructor',
  ' '.repeat(50),
  '['.repeat(3000),
  '"\n"',
]

/** Cut `gone` characters somewhere and put a snippet there. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.oneof(fc.nat(3), fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'grapheme', maxLength: 12 })),
})

const clean = ({ file, field, problem, mend, line }: Fault): boolean =>
  file !== '' && typeof field === 'string' && problem !== '' && mend !== '' && (line === null || line >= 1)

describe('whatever is written', () => {
  it.each(FILES)('in %s is read or refused with faults, never thrown at', { timeout: 60_000 }, async (name) => {
    const dir = await township()
    const original = await readFile(join(SAMPLE, name), 'utf8')
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const text = edits.reduce((before, { at, gone, put }) => {
          const from = Math.floor(at * before.length)
          return before.slice(0, from) + put + before.slice(from + gone)
        }, original)
        await writeFile(join(dir, name), text)
        const read = await loadTowns(dir, TODAY)
        expect(read.ok ? read.towns.length : read.faults.length).toBeGreaterThan(0)
        expect([...(read.ok ? [] : read.faults), ...read.warnings].filter((fault) => !clean(fault))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('as bytes is read or refused', { timeout: 60_000 }, async () => {
    const dir = await township()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
        const before = await readFile(join(SAMPLE, name))
        await writeFile(join(dir, name), bytes)
        const read = await loadTowns(dir, TODAY)
        await writeFile(join(dir, name), before)
        expect(read.ok ? read.towns.length : read.faults.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  it('in the environment is read or refused', () => {
    const raw = fc.dictionary(
      fc.oneof(fc.constantFrom(...VARIABLE_NAMES), fc.string()),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(raw, (variables) => {
        const read = readEnv(variables)
        return read.ok || read.faults.every(clean)
      }),
    )
  })
})
