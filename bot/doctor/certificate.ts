import { isIP } from 'node:net'
import { connect, type PeerCertificate } from 'node:tls'
import { codeOf } from './ask.ts'

const PATIENCE = 5_000

/** Until when the certificate of an https address is good, or why nothing was heard there. One that is over is read, too. */
export async function certificateOf(url: string): Promise<Readonly<{ until: Date }> | Readonly<{ fault: string }>> {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/gu, '')
  try {
    return { until: new Date((await shownBy(host, Number(port || 443))).valid_to) }
  } catch (error) {
    return { fault: codeOf(error) }
  }
}

function shownBy(host: string, port: number): Promise<PeerCertificate> {
  return new Promise((resolve, reject) => {
    // nothing is said there: whom it belongs to is for browsers to judge
    const name = isIP(host) === 0 ? { servername: host } : {}
    const socket = connect({ host, port, ...name, rejectUnauthorized: false })
    socket.setTimeout(PATIENCE, () =>
      socket.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
    )
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      resolve(socket.getPeerCertificate())
      socket.destroy()
    })
  })
}
