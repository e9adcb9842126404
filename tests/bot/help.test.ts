import { describe, expect, it } from 'vitest'
import { helpText } from '../../bot/wording/help.ts'
import { LEGAL_COMMANDS } from '../../domain/legal/wording-commands.ts'
import type { Role } from '../../domain/town.ts'

const say = { group: false, towns: [], menu: false, deaf: false }
const ROLES: readonly Role[] = ['officer', 'head', 'dispatcher', 'leader', 'supervisor', 'reviewer']
const helpOf = (topic: string) => ROLES.map((role) => helpText(role, say, topic)).join('\n')

describe('帮助', () => {
  it('立案 names every order of its part', () => {
    const text = helpOf('立案')
    const missing = Object.values(LEGAL_COMMANDS).filter(({ words }) => !text.includes(words[0]))
    expect(missing.map(({ words }) => words[0])).toEqual([])
  })

  it('finds nothing by a number', () => {
    expect(helpText('officer', say, '0007')).toMatch(/^没有/)
  })

  it('finds a single order by its word', () => {
    const text = helpText('officer', say, '挂账')
    expect(text).toContain('挂账 0007')
    expect(text).not.toContain('我的任务')
  })

  it('says so when there is no such topic, and shows what there is', () => {
    const text = helpText('officer', say, '修路')
    expect(text).toMatch(/^没有“修路”的用法/)
    expect(text).toContain('签收 0007')
    expect(helpText('officer', say)).not.toContain('没有')
  })

  it('says so of a topic that is not for who asks', () => {
    expect(helpText('villager', say, '立案')).toMatch(/^没有“立案”的用法/)
  })
})
