import { ref, type Ref } from 'vue'
import { sentenceOf } from './api.ts'

/** Something that is asked of the server: what it answered, or why not. */
export function useLoading(): Readonly<{
  busy: Ref<boolean>
  wrong: Ref<string>
  run: (work: () => Promise<void>) => Promise<void>
}> {
  const busy = ref(false)
  const wrong = ref('')
  async function run(work: () => Promise<void>): Promise<void> {
    busy.value = true
    wrong.value = ''
    try {
      await work()
    } catch (error) {
      wrong.value = sentenceOf(error)
    }
    busy.value = false
  }
  return { busy, wrong, run }
}
