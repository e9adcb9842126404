import { ref, type Ref } from 'vue'
import type { ActInput, ActName } from '../../../api/cases/acts.ts'
import { post, sentenceOf } from '../api.ts'

/** What the bot answered to an order. */
export type Came = Readonly<{ act: ActName; ok: boolean; said: readonly string[]; learnt: boolean }>

type Acting = Readonly<{
  busy: Ref<boolean>
  came: Ref<Came | null>
  /** Gives an order about a case; true when it was carried out. */
  send(no: string, input: ActInput): Promise<boolean>
}>

/** Orders given on a page, one at a time, with what came of the last one. */
export function useActs(): Acting {
  const busy = ref(false)
  const came = ref<Came | null>(null)
  async function send(no: string, input: ActInput): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    came.value = null
    try {
      const answer = await post<Omit<Came, 'act'>>(`/api/cases/${encodeURIComponent(no)}/acts`, input)
      came.value = { act: input.act, ...answer }
    } catch (error) {
      came.value = { act: input.act, ok: false, said: [sentenceOf(error)], learnt: false }
    } finally {
      busy.value = false
    }
    return came.value?.ok ?? false
  }
  return { busy, came, send }
}
