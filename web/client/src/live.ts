import { onScopeDispose, ref, type Ref } from 'vue'
import type { Changed } from '../../board/row.ts'
import { whoAmI } from './me.ts'
import { getIdly, signedOutNow } from './api.ts'

type Live = Readonly<{
  /** false while the connection is broken; it comes back by itself and catches up */
  connected: Ref<boolean>
}>

/** what a browser does not try again by itself is tried after this, in ms */
const AGAIN_MS = 5000

/**
 * Hears of every case that changes while the component is there; `reload` = too much was missed to be told one by one.
 * `ready` comes when nothing that happens from now on is missed: what is read then is whole.
 */
export function useLive(onChange: (change: Changed) => void, reload: () => void, ready?: () => void): Live {
  const connected = ref(true)
  let source: EventSource
  let last = ''
  let again: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    source = new EventSource(`/api/live${last === '' ? '' : `?after=${last}`}`)
    const hear = (name: string, then: (event: MessageEvent<string>) => void) =>
      source.addEventListener(name, (event: MessageEvent<string>) => {
        last = event.lastEventId
        then(event)
      })
    hear('case', (event) => onChange(JSON.parse(event.data) as Changed))
    hear('reload', reload)
    hear('ready', () => {
      connected.value = true
      ready?.()
    })
    source.addEventListener('error', lost)
  }

  /** A refusal ends an EventSource for good: who is signed out goes to the door, all else is tried again. */
  function lost(): void {
    connected.value = false
    if (source.readyState !== EventSource.CLOSED) return
    clearTimeout(again)
    again = setTimeout(() => void reopen(), AGAIN_MS)
  }

  async function reopen(): Promise<void> {
    const answer = await whoAmI(getIdly).catch(() => 'nobody answered' as const)
    if (answer === null) signedOutNow()
    else if (answer === 'nobody answered') lost()
    else open()
  }

  open()
  onScopeDispose(() => {
    clearTimeout(again)
    source.close()
  })
  return { connected }
}
