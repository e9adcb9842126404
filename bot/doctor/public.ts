import { doctorWords as words } from '../wording/doctor.ts'
import { ask, type Heard } from './ask.ts'
import { bad, fine, warning, type Finding } from './finding.ts'
import { checkQuery, type Seal } from './sealed.ts'

const NAME = words.names.callback
const { reach } = words
/** WeCom waits no longer when the URL is saved. */
const WECOM_WAITS = 1_000
const PATH = '/wecom/callback'

/** Goes out of the house and knocks at our own front door, as WeCom will. */
export async function lookFromOutside(
  publicUrl: string | null,
  seal: Seal,
  running: boolean,
  now: Date,
): Promise<Finding> {
  if (publicUrl === null) return warning(NAME, reach.unset, reach.unsetMend)
  const { query, echo } = checkQuery(seal, now)
  const heard = await ask(`${publicUrl}${PATH}?${query}`)
  const [cause, mend] = heard.kind === 'nobody' ? unreached(heard.code) : misled(heard, echo)
  if (cause === null) return passed(publicUrl, heard)
  return running || !mayBeOff(heard)
    ? bad(NAME, cause, mend)
    : warning(NAME, reach.notRunning(cause), reach.notRunningMend)
}

/** What looks the same as a program that is not started yet. */
const mayBeOff = (heard: Heard): boolean =>
  heard.kind === 'nobody'
    ? ['ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET', 'UND_ERR_SOCKET'].includes(heard.code)
    : heard.status >= 502 && heard.status <= 504

function passed(publicUrl: string, heard: Heard): Finding {
  if (isAtHome(publicUrl)) return warning(NAME, reach.atHome, reach.atHomeMend)
  const slow = heard.kind === 'heard' && heard.ms > WECOM_WAITS
  return slow ? warning(NAME, reach.slow, reach.slowMend) : fine(NAME, reach.fine)
}

type Fault = readonly [cause: string, mend: string]

const TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|EPROTO/u

function unreached(code: string): Fault {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return reach.noName(code)
  if (/HAS_EXPIRED/u.test(code)) return reach.expired(code)
  if (TLS.test(code)) return reach.certificate(code)
  if (code === 'ECONNREFUSED') return reach.shut(code)
  return reach.silent(code)
}

function misled(heard: Extract<Heard, { kind: 'heard' }>, echo: string): Fault | readonly [null, ''] {
  const { status, text, location } = heard
  if (status === 200 && text === echo) return [null, '']
  if (status === 200) return text.trim() === echo ? reach.decorated : reach.otherPage
  if (status >= 300 && status < 400) return reach.redirect(placeOf(location))
  if (status === 400 || status === 401 || status === 403) return reach.refused(status)
  if (status === 404 || status === 405) return reach.notForwarded(status)
  if (status >= 502 && status <= 504) return reach.proxy(status)
  return reach.other(status)
}

/** Where it leads, without the query: that holds our signature. */
function placeOf(location: string | null): string {
  return location === null ? '' : (location.split(/[?#]/u)[0] ?? '')
}

/** An address that exists only in this house. */
function isAtHome(url: string): boolean {
  const { hostname } = new URL(url)
  return /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd])/u.test(hostname)
}
