import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../simulator/client/src/markdown/blocks.ts'
import { parseInline } from '../../simulator/client/src/markdown/inline.ts'

describe('markdown on the phones page', () => {
  it('reads headings, lists, quotes and paragraphs', () => {
    const text =
      '## 已受理\n王家村\n第二行\n\n> 牵头：城管中队\n\n- 签收\n- 到场\n\n3. 三\n4. 四\n\n---\n```\na < b\n```'
    const kinds = parseMarkdown(text).map((block) => block.kind)
    expect(kinds).toEqual(['heading', 'paragraph', 'quote', 'list', 'list', 'rule', 'code'])
    expect(parseMarkdown(text)[4]).toMatchObject({ ordered: true, start: 3 })
  })

  it('reads a table only when a divider follows its head', () => {
    expect(parseMarkdown('| 站所 | 人 |\n|---|:-:|\n| 城管 | 张伟 |')).toMatchObject([
      { kind: 'table', rows: [[[{ text: '城管' }], [{ text: '张伟' }]]] },
    ])
    expect(parseMarkdown('| 只有一行 |')).toMatchObject([{ kind: 'paragraph' }])
  })

  it('reads bold, colours, code, mentions and escapes', () => {
    expect(parseInline('**办结** <font color="warning">超 **1** 天</font> `进度` <@u-1> 3\\*4')).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: '办结' }] },
      { kind: 'text', text: ' ' },
      {
        kind: 'font',
        color: 'warning',
        children: [
          { kind: 'text', text: '超 ' },
          { kind: 'strong', children: [{ kind: 'text', text: '1' }] },
          { kind: 'text', text: ' 天' },
        ],
      },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: '进度' },
      { kind: 'text', text: ' ' },
      { kind: 'mention', userid: 'u-1' },
      { kind: 'text', text: ' 3' },
      { kind: 'text', text: '*' },
      { kind: 'text', text: '4' },
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', ' JaVaScRiPt:x', 'vbscript:x'])(
    'offers no address for %s',
    (href) => {
      expect(parseInline(`[点我](${href})`).every((piece) => piece.kind !== 'link' || piece.href === null)).toBe(true)
    },
  )

  it('leaves HTML as the text it is', () => {
    const html = '<img src=x onerror=alert(1)><script>x</script>'
    expect(parseInline(html)).toEqual([{ kind: 'text', text: html }])
  })

  it('comes to an end on long and unclosed text', () => {
    const long = '**[<font color="info">`'.repeat(900)
    expect(parseMarkdown(long)).toHaveLength(1)
  })
})
