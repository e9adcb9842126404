import { onScopeDispose, ref, type Ref } from 'vue'
import type { AskLine } from '../../../../triage/ask.ts'
import type { PairLine } from '../../../../triage/pairs.ts'
import type { UndeliveredLine } from '../../../../triage/undelivered.ts'
import { get, getIdly, sentenceOf } from '../../api.ts'
import { serverSays } from '../../clock.ts'
import { useLive } from '../../live.ts'

export type Lists = Readonly<{
  waiting: readonly AskLine[]
  returned: readonly AskLine[]
  undelivered: readonly UndeliveredLine[]
  pairs: readonly PairLine[]
  units: readonly Readonly<{ id: string; name: string; town: string }>[]
  now: string
}>
export type Tab = 'waiting' | 'returned' | 'undelivered' | 'pairs'

type Kept = Readonly<{ lists: Ref<Lists | null>; wrong: Ref<string>; connected: Ref<boolean>; read(): Promise<void> }>

/** What waits at the desk, as it is now: whatever changes is read again, many changes at once only once. */
export function useLists(): Kept {
  const lists = ref<Lists | null>(null)
  const wrong = ref('')
  async function read(asked: typeof get = get): Promise<void> {
    try {
      lists.value = await asked<Lists>('/api/triage')
      serverSays(lists.value.now)
      wrong.value = ''
    } catch (error) {
      wrong.value = sentenceOf(error)
    }
  }
  let soon: number | undefined
  // what others do is no click of whoever has the page open
  const later = (): void => {
    window.clearTimeout(soon)
    soon = window.setTimeout(() => void read(getIdly), 400)
  }
  const { connected } = useLive(later, later)
  onScopeDispose(() => window.clearTimeout(soon))
  void read()
  return { lists, wrong, connected, read: () => read() }
}
