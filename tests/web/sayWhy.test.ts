import { expect, it } from 'vitest'
import { explainCode } from '../../bot/wording/codes.ts'
import { sayWhy } from '../../web/wording/logs.ts'

it.each([
  ['refused: errcode 60020', '60020', '企业可信IP'],
  ['gave-up: the platform answered errcode -1', '-1', '不用处理'],
  ['refused: errcode 81013: nobody among the recipients is valid', '81013', 'town.yaml'],
])('%s is said with what to do', (reason, code, mend) => {
  const said = sayWhy(reason, explainCode)
  expect(said).toContain(`（${code}）`)
  expect(said).toContain('怎么办')
  expect(said).toContain(mend)
  expect(said).not.toMatch(/errcode|refused|nobody/u)
})

it('a code nobody ever met is shown as it is, and no reason as none', () => {
  expect(sayWhy('refused: errcode 999999', explainCode)).toBe('refused: errcode 999999')
  expect(sayWhy(null, explainCode)).toBe('')
})

it('what is known better than by its code is said as before', () => {
  expect(sayWhy('never-wrote: errcode 93006: invalid chatid', explainCode)).toContain('你好')
})
