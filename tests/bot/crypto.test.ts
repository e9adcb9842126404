import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CryptoFault, decryptMedia, encryptMedia, mediaKey } from '../../bot/crypto.ts'

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
