import { onUnmounted, ref, watch, type Ref } from 'vue'
import type { Bubble } from '../../../api.ts'
import * as api from '../api.ts'
import { live } from '../live.ts'
import { attempt } from '../toasts.ts'

/** The bot has five seconds to update a card; after that it is not going to. */
const UPDATE_WINDOW_MS = 5000
const FLASH_MS = 1500

/** Clicking a card's buttons: `busy` is the clicked key until the card or the chat shows an answer; a changed card flashes. */
export function useClicking(bubble: () => Bubble, userid: () => string, flash: Ref<boolean>) {
  const busy = ref<string | null>(null)
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const after = (ms: number, then: () => void) => timers.add(setTimeout(then, ms))
  onUnmounted(() => timers.forEach((timer) => clearTimeout(timer)))

  async function click(key: string, selected: api.Selected): Promise<void> {
    if (busy.value !== null) return
    busy.value = key
    const chosen = Object.keys(selected).length > 0 ? { selected } : {}
    const taken = await attempt(() => api.click({ userid: userid(), bubbleId: bubble().id, key, ...chosen }))
    if (taken) after(UPDATE_WINDOW_MS, () => (busy.value = null))
    else busy.value = null
  }

  watch(
    () => JSON.stringify([bubble().card, bubble().cardFor]),
    () => {
      busy.value = null
      flash.value = true
      after(FLASH_MS, () => (flash.value = false))
    },
  )
  watch(
    () => live.bubbles.size,
    () => {
      const newest = [...live.bubbles.values()].at(-1)
      if (newest?.from === 'bot' && newest.chat === bubble().chat) busy.value = null
    },
  )
  return { busy, click }
}
