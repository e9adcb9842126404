import { computed, ref } from 'vue'
import { me } from './me.ts'

const chosen = ref<string | null>(null)

/** Townships the viewer works for, and the one the pages show: in a county there may be several. */
export const towns = computed(() => me.value?.places ?? [])
export const town = computed({
  get: () => chosen.value ?? towns.value[0]?.code ?? '',
  set: (code: string) => (chosen.value = code),
})
