import { expect, it } from 'vitest'
import { makeLog } from '../log.ts'

it.each([
  ['a telephone', { who: '13800001111' }, '13800001111'],
  ['an identity number', { who: '11010119900307123X' }, '11010119900307123X'],
  ['a token in an address', { url: 'https://example.test/send?access_token=abc123&debug=1' }, 'abc123'],
  ['the password of Redis', { url: 'redis://:hunter2@10.0.0.1:6379' }, 'hunter2'],
  ['what an error says', { error: new Error('call 13800001111') }, '13800001111'],
])('F32 %s never stands in a line of the log', (_, fields, secret) => {
  const lines: string[] = []
  makeLog('debug', (line) => void lines.push(line)).warn(fields, 'something happened')
  expect(lines).toHaveLength(1)
  expect(lines.join()).not.toContain(secret)
})
