import { expect, it } from 'vitest'
import { toSvg } from '../../posters/svg.ts'

it('a name that would be a program is drawn as words: nothing of it becomes an element', () => {
  const text = '<img src=x onerror=alert(1)>"/><script>alert(2)</script>&amp;<svg onload=x>'
  const item = { kind: 'text', x: 0, y: 0, size: 10, bold: false, middle: false, fill: '#000', text } as const
  const svg = toSvg({ width: 10, height: 10, items: [item] })
  expect([...svg.matchAll(/<(\w+)/gu)].map(([, tag]) => tag)).toEqual(['svg', 'text'])
  expect(svg).toContain('&lt;script&gt;')
})
