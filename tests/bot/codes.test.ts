import { expect, it } from 'vitest'
import { classOf } from '../../bot/wecom/codes.ts'
import { explainCode } from '../../bot/wording/codes.ts'

const met = Array.from({ length: 1_000_000 }, (_, i) => i - 100).filter((code) => classOf(code) !== null)

it('every code we know what to do with is explained to the operator, too', () => {
  expect(met.length).toBeGreaterThan(100)
  expect(met.filter((code) => explainCode(code) === null)).toEqual([])
})

it('a code that is for the operator to mend does not tell him to wait', () => {
  const config = met.filter((code) => classOf(code) === 'config' && code !== 41001)
  expect(config.filter((code) => explainCode(code)?.mend.startsWith('不用处理'))).toEqual([])
})

it.each([0, 1, 999_999])('%i is nothing we ever met', (code) => expect(explainCode(code)).toBeNull())
