import { expect, it } from 'vitest'
import { isReason } from '../../../domain/privacy/asksWho.ts'

it.each([
  ['要核实', 4, false],
  ['要核实。', 4, true],
  ['要核实他', 4, true],
  ['要核实他', 5, false],
  ['核实核实', 4, false],
  ['要核实核', 4, true],
  ['𠮷核实', 4, false],
  ['𠮷核实他', 4, true],
])('a reason to look behind the mask, “%s”, of at least %i characters: %s', (text, least, is) => {
  expect(isReason(text, least)).toBe(is)
})
