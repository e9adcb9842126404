import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'

/** Rows of a long list on one page. */
const SIZE = 50

export type Pages<T> = Readonly<{ shown: ComputedRef<readonly T[]>; page: Ref<number>; count: ComputedRef<number> }>

/** A long list a page at a time (from 1); another list begins at its first page. */
export function usePages<T>(list: ComputedRef<readonly T[]>): Pages<T> {
  const page = ref(1)
  watch(list, () => (page.value = 1))
  return {
    page,
    count: computed(() => Math.max(1, Math.ceil(list.value.length / SIZE))),
    shown: computed(() => list.value.slice((page.value - 1) * SIZE, page.value * SIZE)),
  }
}
