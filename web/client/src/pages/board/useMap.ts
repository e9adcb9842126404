import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { TownMap } from '../../../../api/board/map.ts'
import { getIdly } from '../../api.ts'

type Answer = Readonly<{ now: string; towns: readonly TownMap[] }>

/** so often at most, in ms: a map is looked at, not waited for */
const EVERY_MS = 10_000

/** The map as it is now; read again when something changed, while it is shown. */
export function useMap(query: Ref<Readonly<Record<string, string>>>, changes: Ref<unknown>, shown: Ref<boolean>) {
  const towns = shallowRef<readonly TownMap[]>([])
  let waiting: ReturnType<typeof setTimeout> | undefined
  let readAt = 0

  async function read(): Promise<void> {
    waiting = undefined
    readAt = Date.now()
    const answer = await getIdly<Answer>('/api/map', query.value).catch(() => null)
    if (answer) towns.value = answer.towns
  }
  function soon(): void {
    if (shown.value) waiting ??= setTimeout(() => void read(), Math.max(0, readAt + EVERY_MS - Date.now()))
  }

  watch(
    [shown, query],
    () => {
      readAt = 0
      clearTimeout(waiting)
      waiting = undefined
      soon()
    },
    { immediate: true },
  )
  watch(changes, soon)
  onScopeDispose(() => clearTimeout(waiting))
  return { towns }
}
