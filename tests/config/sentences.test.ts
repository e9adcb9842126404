import { describe, expect, it } from 'vitest'
import { rowsFor } from '../../learning/rows.ts'
import { edited } from './folder.ts'

const LINES =
  'text,item\n俺家门口那条沟又冒黑水了，电话13800138000,污水直排\n三轮车堵在卫生所门口,CG008\n鱼塘翻了,没有的事项\n'

describe('sentences.csv', () => {
  it('teaches by code or name, says which item the list does not have, and never keeps a number', async () => {
    const { town, warnings } = await edited({ 'sentences.csv': LINES })
    expect(warnings).toMatchObject([{ field: 'item', line: 4 }])
    const rows = await rowsFor([town], [])
    const ditch = rows.find(({ text }) => text.startsWith('俺家门口那条沟'))
    expect(ditch?.label).toBe('污水直排')
    expect(ditch?.text).not.toContain('13800138000')
    expect(rows).toContainEqual({ text: '三轮车堵在卫生所门口', label: '车辆占用人行道' })
    expect(rows.some(({ text }) => text === '鱼塘翻了')).toBe(false)
  })
})
