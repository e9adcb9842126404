import { onMounted, onScopeDispose } from 'vue'

type Keys = Readonly<Record<string, () => void>>

const TYPING = 'input, textarea, select, [contenteditable]'

/** One key for one choice while the component is there; while somebody types, keys are letters. */
export function useKeys(keys: () => Keys): void {
  const press = (event: KeyboardEvent): void => {
    const { target } = event
    if (target instanceof Element && target.closest(TYPING)) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return
    const choice = keys()[event.key.toLowerCase()]
    if (!choice) return
    event.preventDefault()
    choice()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onScopeDispose(() => window.removeEventListener('keydown', press))
}
