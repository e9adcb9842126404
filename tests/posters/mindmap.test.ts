import { expect, it } from 'vitest'
import { drawMindmap, mindmap } from '../../posters/mindmap.ts'

const step = (name: string, unit: string) => ({ step: name, unit, people: '' })
const MAP = {
  item: '乱倒垃圾',
  steps: [step('现场核查', '城管中队'), step('协同配合', '生态环境所'), step('协同配合', '自然资源所')],
}
const boxes = (of: Parameters<typeof mindmap>[0]) =>
  mindmap(of).items.flatMap((each) => (each.kind === 'box' ? [each] : []))
/** What branches off the trunk at the left. */
const branches = (of: Parameters<typeof mindmap>[0]) => boxes(of).filter(({ x, height }) => x === 12 && height === 2)

it('hangs the second unit of a step on that step, and the steps on the title', () => {
  expect(branches(MAP)).toHaveLength(2)
  const trunk = boxes(MAP).find(({ x, width }) => x === 12 && width === 2)
  expect(trunk?.y).toBe(54)
  expect((trunk?.y ?? 0) + (trunk?.height ?? 0)).toBe(branches(MAP)[1]?.y)
})

it('says below what else was meant', () => {
  const texts = mindmap({ ...MAP, others: ['违规倾倒建筑垃圾'] }).items.flatMap((each) =>
    each.kind === 'text' ? [each.text] : [],
  )
  expect(texts.some((text) => text.includes('也可能是：违规倾倒建筑垃圾'))).toBe(true)
  expect(drawMindmap({ ...MAP, others: ['违规倾倒建筑垃圾'] }).length).toBeGreaterThan(1000)
})
