import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { MediaRef } from '../domain/inbound.ts'
import type { BotLog } from './log.ts'
import type { WecomApi } from './wecom/answer.ts'
import { addressRule } from './media/address.ts'
import { makeDownload, type Download } from './media/download.ts'
import { faultOf, MediaFault, type FaultCode } from './media/fault.ts'
import { mediaIdOf } from './media/ref.ts'
import { makeKeep, readKept, removeKept, type How, type Keep, type Kept } from './media/keep.ts'
import { openPictures, type Seen } from './media/pictures.ts'

export type MediaOptions = Readonly<{
  /** files go to `dataDir`/files */
  dataDir: string
  log: BotLog
  /** where the bot is connected to: files may come from a private address only if the platform itself is there */
  wsUrl: string
  /** if given, files come from these hosts and their subdomains only */
  allowHosts?: readonly string[]
  /** ms before each try */
  pauses?: readonly number[]
  /** ms for connecting, for the answer, and between two pieces of it */
  timeout?: number
  /** the most bytes of a file, by kind */
  caps?: Readonly<Partial<Record<MediaRef['kind'], number>>>
  /** where files of the app and of customer service are fetched from, by their media_id */
  api?: Pick<WecomApi, 'download'>
}>

export type Fetched = Readonly<{ ok: true; file: Kept }> | Readonly<{ ok: false; fault: FaultCode | 'closing' }>
/** `strip`: of a picture a copy is kept that does not say where, when and with what it was taken. */
export type FetchHow = Readonly<{ strip: boolean }>
export type BotMedia = Readonly<{
  fetch(ref: MediaRef, how: FetchHow): Promise<Fetched>
  /** null when it is not here within half a second or so */
  fetchSoon(ref: MediaRef, how: FetchHow): Promise<Fetched | null>
  /** stores what we made ourselves */
  keep(bytes: Buffer, name: string): Promise<Kept>
  /** null when it is gone */
  read(sha256: string): Promise<Buffer | null>
  /** lets go of stored files, by their sha256 */
  remove(files: readonly string[]): Promise<void>
  close(): Promise<void>
}>

/** ms; an answer is promised within a second */
const PATIENCE = 600

const MB = 1024 * 1024
const CAPS = { image: 20 * MB, file: 20 * MB, video: 100 * MB, voice: 20 * MB } as const
const PAUSES = [0, 2000, 6000] as const
/** These may pass by themselves; for the others another try changes nothing. */
const PASSING: readonly string[] = ['network']

/**
 * Fetches, decrypts, examines and stores the files of messages, each under its SHA-256. Never throws.
 * `closing` = we were asked to stop meanwhile; the next start may still have it.
 */
export function makeMedia(options: MediaOptions): BotMedia {
  const { dataDir, log, wsUrl, allowHosts, pauses = PAUSES, timeout = 15_000, api } = options
  const caps = { ...CAPS, ...options.caps }
  const download = fetchable(makeDownload({ rule: addressRule(wsUrl, allowHosts), timeout }), api)
  const keep = makeKeep(join(dataDir, 'files'))
  const pictures = openPictures()
  /** a file that is asked for again while it is coming is not fetched twice */
  const underWay = new Map<string, Promise<Fetched>>()
  const closing = new AbortController()
  async function see(path: string, strip: boolean): Promise<Seen> {
    // it is looked at after the next start: what is kept now would be kept as it is
    if (closing.signal.aborted) throw new MediaFault('network', 'closing')
    return pictures.see({ path, strip })
  }
  async function begin(ref: MediaRef, { strip }: FetchHow): Promise<Fetched> {
    if (ref.kind === 'image' && !closing.signal.aborted) pictures.wake()
    const seeing = (path: string) => see(path, strip)
    const fetched = await tries(() => once(ref, caps[ref.kind], download, keep, seeing), pauses, closing.signal)
    if (!fetched.ok && closing.signal.aborted) return { ok: false, fault: 'closing' }
    if (!fetched.ok) log.warn({ fault: fetched.fault, kind: ref.kind }, 'a file could not be fetched')
    return fetched
  }
  const fetch = (ref: MediaRef, how: FetchHow): Promise<Fetched> => {
    const key = `${how.strip} ${ref.url}`
    const running = underWay.get(key)
    if (running) return running
    const fetching = begin(ref, how).finally(() => underWay.delete(key))
    underWay.set(key, fetching)
    return fetching
  }
  return {
    fetch,
    fetchSoon: (ref, how) => Promise.race([fetch(ref, how), sleep(PATIENCE, null, { ref: false })]),
    keep: (bytes, name) => keep(Readable.from([bytes]), { aesKey: null, cap: bytes.length, name }),
    read: (sha256) => readKept(join(dataDir, 'files'), sha256),
    remove: (files) => removeKept(join(dataDir, 'files'), files),
    async close() {
      closing.abort()
      await Promise.all([download.close(), pictures.close()])
    },
  }
}

/** The platform has thrown it away, or never had it. */
const NO_SUCH_MEDIA = 40007

/** Links are fetched as they are, what has a media_id from the platform's interface. */
function fetchable(links: Download, api: MediaOptions['api']): Download {
  return {
    ...links,
    async get(url) {
      const id = mediaIdOf(url)
      if (id === null) return links.get(url)
      if (!api) throw new MediaFault('bad-address', 'no interface to fetch it from')
      const answer = await api.download(id)
      if (answer.kind === 'ok') return answer.body
      const gone = answer.kind === 'answered' && answer.code === NO_SUCH_MEDIA
      throw new MediaFault(gone ? 'expired' : 'network', answer.kind === 'answered' ? `${answer.code}` : answer.reason)
    },
  }
}

async function tries(
  attempt: () => Promise<Fetched>,
  pauses: readonly number[],
  closing: AbortSignal,
): Promise<Fetched> {
  let last: Fetched = { ok: false, fault: 'network' }
  for (const pause of pauses) {
    if (pause > 0) await sleep(pause, undefined, { signal: closing }).catch(() => undefined)
    if (closing.aborted) return last
    last = await attempt()
    if (last.ok || !PASSING.includes(last.fault)) return last
  }
  return last
}

async function once(
  { url, aesKey }: MediaRef,
  cap: number,
  download: Download,
  keep: Keep,
  see: NonNullable<How['see']>,
): Promise<Fetched> {
  try {
    const { body, name } = await download.get(url)
    return { ok: true, file: await keep(body, { aesKey, cap, name, see }) }
  } catch (error) {
    return { ok: false, fault: faultOf(error) }
  }
}
