import { describe, expect, it } from 'vitest'
import type { Facts } from '../../domain/facts.ts'
import type { Brief, Need } from '../../domain/digest/brief.ts'
import { withTwins } from '../../domain/notice/twins.ts'
import { sealedRow } from '../../domain/notice/seal.ts'
import { checkCard } from '../../bot/render/check.ts'
import { render, wordsOf } from '../../bot/render/render.ts'
import { LOOKS } from '../../bot/render/look.ts'
import { sealed } from '../../domain/privacy/sealed.ts'
import { task } from '../domain/digest/tasks.ts'
import { FACTS, row, TOWN } from './samples.ts'

const facts = (n: number, own: Partial<Facts> = {}): Facts => ({ ...FACTS, caseNo: `QS261124-000${n}`, ...own })
const need = (id: Need['id'], items: readonly Facts[], units: Need['units'] = []): Need => ({
  ...{ id, count: units.length > 0 ? 64 : items.length, items, units },
})
const brief = (needs: readonly Need[], own: Partial<Brief> = {}): Brief => ({
  ...{ town: '青石镇', readers: 'command', edition: 'evening', day: '2026-11-24', needs },
  ...{ counts: { opened: 1, finished: 0, open: 9 }, hints: [], alone: 0, late: 0 },
  ...own,
})
const notice = (of: Brief) => row({ kind: 'digest', cardId: 'QS-digest-1', brief: of })

function cardOf(of: Brief) {
  const { card } = render([notice(of)], [TOWN])
  if (!card) throw new Error('it is no card')
  expect(checkCard(card)).toEqual([])
  return {
    rows: Object.fromEntries((card.horizontal_content_list ?? []).map(({ keyname, value }) => [keyname, value])),
    buttons: (card.button_list ?? []).map(({ key, text }) => `${text}|${key}`),
  }
}

describe('the card of the day', () => {
  it('gives each case it names a line with number and place, and a button called like the line', () => {
    const { rows, buttons } = cardOf(brief([need('triage', [facts(4), facts(5)])]))
    expect(rows).toEqual({
      等派单: '2 件：0004、0005',
      '第 1 件': '0004 王家村 占道经营',
      '第 2 件': '0005 王家村 占道经营',
    })
    expect(buttons).toEqual(['看第 1 件|detail:QS261124-0004', '看第 2 件|detail:QS261124-0005', '超期清单|overdues:'])
  })

  it('gives the whole number where the short one means another case as well, and no more numbers than fit', () => {
    const twins = withTwins(brief([need('triage', [facts(4), facts(5), facts(6)])]), ['QS261124-0004', 'QS261124-0005'])
    expect(cardOf(twins).rows['等派单']).toBe('3 件：QS261124-0004 等')
    expect(cardOf(twins).rows['第 1 件']).toBe('QS261124-0004 王家村 占道经营')
    const words = wordsOf([notice(twins)], [TOWN], LOOKS.robot)
    expect(words).toContain('“指派 QS261124-0004 站所名”')
    expect(words).not.toMatch(/(?<!-)0004/u)
  })

  it('cuts the units at whole names, and says how many there are', () => {
    const units = ['城管中队', '自然资源所', '市场监督管理所', '生态环境所'].map((unit) => ({
      ...{ unit, count: 16, items: [facts(1)], left: 15 },
    }))
    expect(cardOf(brief([need('overdue', [facts(1)], units)])).rows['超期']).toBe('64 件：城管中队 16 等 4 个单位')
  })

  it('has no button to what is not to be opened in this group', () => {
    const { rows, buttons } = cardOf(brief([need('triage', [sealed(facts(4)), facts(5)])]))
    expect(rows['第 1 件']).toBe('0005 王家村 占道经营')
    expect(buttons.join()).not.toContain('0004')
    expect(wordsOf([notice(brief([need('triage', [sealed(facts(4))])]))], [TOWN], LOOKS.robot)).toContain('“详情 0004”')
  })
})

describe('an alert of a case whose reporter asked to be kept', () => {
  const overdue = row(
    {
      ...{
        kind: 'overdue',
        facts: facts(4),
        clock: 'sign',
        dueAt: '2026-11-24T04:00:00.000Z',
        target: 'leaders',
        repeat: 0,
      },
    },
    { queue: 'alerts', to: { kind: 'group', id: 'grp-leaders' } },
  )
  const secret = task({ shield: 'anonymous' })
  const said = (of: typeof overdue) => wordsOf([of], [TOWN], LOOKS.aibot)

  it('says in a group of others only number, unit and clock, and how the rest is read', () => {
    const told = said(sealedRow(overdue, secret, [TOWN]))
    expect(told).toContain('QS261124-0004')
    expect(told).toContain('这件事（内容不在群里说，请单独发“详情 0004”给我），应在 11月24日 周二 12:00 前签收')
    expect(told).not.toMatch(/王家村|占道/u)
  })

  it.each([
    ['to a person', { ...overdue, to: { kind: 'person', userid: 'u-chenzhen' } } as const, secret],
    ['in danger', { ...overdue, urgent: true }, secret],
    ['of a case anybody may know of', overdue, task({})],
  ])('%s it says all of it', (_name, of, about) => {
    expect(said(sealedRow(of, about, [TOWN]))).toContain('王家村 占道经营')
  })
})
