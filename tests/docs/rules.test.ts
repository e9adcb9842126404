import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writtenValue } from '../../config/township/ruleValue.ts'
import type { Bound } from '../../domain/rules/kinds.ts'
import { RULE_KEYS, RULES } from '../../domain/rules/table.ts'
import { RULE_WORDS } from '../../domain/rules/wording-rules.ts'

const MAY: Readonly<Record<Bound, string>> = {
  free: '可以改',
  atMost: '只能更少',
  atLeast: '只能更多',
  fixed: '不能改',
  atMostUnlessLaw: '只能更少；另有规定的除外',
}

const document = readFileSync('docs/rules.zh-CN.md', 'utf8')
/** The cells of each line that begins with a key; a bar within a cell is written `\|`. */
const lines = document
  .slice(document.indexOf('## 全部规则'))
  .split('\n')
  .filter((line) => /^\| `[a-z]/u.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/u)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  )

describe('docs/rules.zh-CN.md', () => {
  it('says of every rule what the table says', () => {
    const table = RULE_KEYS.map((key) => {
      const rule = RULES[key]
      const { name, basis } = RULE_WORDS[key]
      return [`\`${key}\``, name, `\`${writtenValue(rule)}\``, MAY[rule.bound], basis, rule.validFrom ?? '']
    })
    expect(lines).toEqual(table)
  })

  it('shows the rows of the sample', () => {
    const rows = readFileSync('config/town/rules.csv', 'utf8').trim()
    expect(document).toContain(rows)
  })
})
