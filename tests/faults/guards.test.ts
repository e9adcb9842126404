import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { GUARDS } from './guards.ts'

describe('the guards of docs/faults.md', () => {
  it('stand where the table says, so that each can be taken out', async () => {
    for (const { fault, file, guard, without, test, only } of GUARDS) {
      const times = (await readFile(file, 'utf8')).split(guard).length - 1
      expect(times, `${fault}: ${file} holds ${guard}`).toBe(1)
      expect(without, fault).not.toBe(guard)
      expect(await readFile(test, 'utf8'), `${fault}: ${test}`).toContain(only ?? '')
    }
  })

  it('are there for every fault but the one that is all of them', async () => {
    const faults = [...(await readFile('docs/faults.md', 'utf8')).matchAll(/^\| (F\d+) /gm)].map(([, fault]) => fault)
    expect(faults).toHaveLength(38)
    expect([...new Set(GUARDS.map(({ fault }) => fault))]).toEqual(faults.filter((fault) => fault !== 'F36'))
  })
})
