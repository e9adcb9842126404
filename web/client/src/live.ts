import { onScopeDispose, ref, type Ref } from 'vue'
import type { BoardRow } from '../../board/row.ts'

/** A case that changed: its row, or that it is not (any more) one of those the viewer sees. */
export type Changed = Readonly<{ no: string; row?: BoardRow; gone?: true }>

type Live = Readonly<{
  /** false while the connection is broken; it comes back by itself and catches up */
  connected: Ref<boolean>
}>

/** Hears of every case that changes while the component is there; `reload` = too much was missed to be told one by one. */
export function useLive(onChange: (change: Changed) => void, reload: () => void): Live {
  const connected = ref(true)
  const source = new EventSource('/api/live')
  source.addEventListener('case', (event) => onChange(JSON.parse(event.data) as Changed))
  source.addEventListener('reload', reload)
  source.addEventListener('open', () => (connected.value = true))
  source.addEventListener('error', () => (connected.value = false))
  onScopeDispose(() => source.close())
  return { connected }
}
