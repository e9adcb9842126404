import { expect, it } from 'vitest'
import { makeLog } from '../../log.ts'
import { leaksIn } from './logs.ts'

const line = (fields: object): string => `${JSON.stringify({ level: 30, ...fields, msg: 'something' })}\n`

it.each([
  ['a telephone number', { to: '13812345678' }],
  ['an identity number', { id: '410105199003071234' }],
  ['words', { text: '村口有人摆摊' }],
  ['the name of a person', { by: '李大明' }],
  ['who reported', { from: 'v-lihua' }],
  ['the key of a callback', { key: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }],
  ['a secret', { secret: 'a8f0c2' }],
  ['a token', { url: 'http://127.0.0.1/cgi-bin/user/get?access_token=abc' }],
])('%s in a log is found', (_what, fields) => expect(leaksIn([line(fields)])).not.toEqual([]))

it('what a log may say is not', () => {
  const harmless = { inbox: '01JDZ9Q5V3R8N7', caseNo: 'QS261124-0007', at: 1795485600000, to: 'u-zhangwei' }
  expect(leaksIn([line(harmless)])).toEqual([])
})

it('what is found is said by where it was logged, and not said again', () => {
  const [said = ''] = leaksIn([line({ to: '13812345678' })])
  expect(said).toContain('"msg":"something"')
  expect(said).not.toContain('13812345678')
})

it('what the log masks by itself is no leak: numbers, and secrets in addresses', () => {
  const lines: string[] = []
  const log = makeLog('debug', (text) => void lines.push(text))
  log.info({ url: 'http://127.0.0.1/?access_token=abc&key=def', to: '13812345678', id: '410105199003071234' }, 'x')
  expect(leaksIn(lines)).toEqual([])
})
