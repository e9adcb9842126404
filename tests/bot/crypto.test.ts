import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CryptoFault, decryptMedia, encryptMedia, mediaKey, paddingOf } from '../../bot/crypto.ts'

const KEY = randomBytes(32)

describe('the encryption of media', () => {
  it('is undone by decryption, and pads to 32 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        const cipher = encryptMedia(Buffer.from(data), KEY.toString('base64'))
        expect(cipher.length % 32).toBe(0)
        expect(cipher.length).toBeGreaterThan(data.length)
        expect(decryptMedia(cipher, KEY.toString('base64'))).toEqual(Buffer.from(data))
      }),
    )
  })

  it.each([
    ['with =', KEY.toString('base64')],
    ['without =', KEY.toString('base64').replace('=', '')],
    ['in the url alphabet', KEY.toString('base64url')],
    ['in hex', KEY.toString('hex')],
    ['with blanks around', ` ${KEY.toString('base64')}\n`],
  ])('takes a key %s', (_how, text) => expect(mediaKey(text)).toEqual(KEY))

  it('takes a key whose last character carries stray bits', () => {
    const zero = Buffer.alloc(32).toString('base64').replace('=', '')
    expect(mediaKey(`${zero.slice(0, -1)}B`)).toEqual(Buffer.alloc(32))
  })

  it('says what is wrong', () => {
    const cipher = encryptMedia(Buffer.from('hello'), KEY.toString('base64'))
    const code = (act: () => unknown) => {
      try {
        act()
      } catch (error) {
        return error instanceof CryptoFault ? error.code : error
      }
      return 'nothing'
    }
    expect(code(() => mediaKey('abc'))).toBe('bad-key')
    expect(code(() => decryptMedia(cipher.subarray(0, 17), KEY.toString('base64')))).toBe('damaged')
    expect(code(() => decryptMedia(Buffer.alloc(0), KEY.toString('base64')))).toBe('damaged')
    expect(code(() => decryptMedia(cipher.subarray(0, 16), KEY.toString('base64')))).toBe('damaged')
  })
})

describe('the padding at the end of a file', () => {
  const tail = (count: number, last = count, length = 32): Buffer =>
    Buffer.concat([Buffer.alloc(length - Math.min(count, length), 0xee), Buffer.alloc(Math.min(count, length), last)])

  it.each([1, 2, 16, 17, 31, 32])('of %s bytes is counted', (count) => {
    expect(paddingOf(tail(count))).toBe(count)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['none', tail(1, 0)],
    ['more than a block', tail(33, 33, 40)],
    ['more than there is', tail(16, 17, 16)],
    ['bytes that differ', Buffer.concat([Buffer.alloc(30, 0xee), Buffer.from([1, 2])])],
    ['a first byte that differs', Buffer.concat([Buffer.alloc(29, 0xee), Buffer.from([9, 3, 3])])],
  ])('of %s is damage', (_name, bytes) => {
    expect(() => paddingOf(bytes)).toThrow('padding')
  })
})
