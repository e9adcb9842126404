import { generateKeyPairSync, sign } from 'node:crypto'

const tlv = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const size =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const seq = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts)
const time = (at: Date): Buffer => tlv(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`))
const ECDSA_SHA256 = seq(Buffer.from('06082a8648ce3d040302', 'hex'))

/** A key and a certificate (X.509, RFC 5280) that is good until then, as nobody would trust it. */
export function selfSigned(until: Date): Readonly<{ key: string; cert: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = seq(tlv(0x31, seq(Buffer.from('0603550403', 'hex'), tlv(0x0c, Buffer.from('town.example')))))
  const body = seq(
    tlv(0xa0, Buffer.from([2, 1, 2])),
    Buffer.from([2, 1, 1]),
    ECDSA_SHA256,
    name,
    seq(time(new Date('2020-01-01T00:00:00Z')), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const base64 = seq(body, ECDSA_SHA256, signature).toString('base64')
  const lines = (base64.match(/.{1,64}/g) ?? []).join('\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
