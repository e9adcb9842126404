import { onMounted, onScopeDispose, type Ref } from 'vue'

/** a list moves on by one card after this, in ms: long enough to read it */
const STEP_MS = 5000

/** Lists that are longer than the wall move by themselves, card by card, and begin again at their end. */
export function useAutoScroll(root: Ref<HTMLElement | null>): void {
  const step = (): void => root.value?.querySelectorAll<HTMLElement>('[data-scrolls]').forEach(further)
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => (timer = setInterval(step, STEP_MS)))
  onScopeDispose(() => clearInterval(timer))
}

function further(list: HTMLElement): void {
  const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 2
  const next = [...list.children].find(
    (card) => card instanceof HTMLElement && card.offsetTop - list.offsetTop > list.scrollTop + 2,
  )
  const top = isAtEnd || !(next instanceof HTMLElement) ? 0 : next.offsetTop - list.offsetTop
  list.scrollTo({ top, behavior: 'smooth' })
}
