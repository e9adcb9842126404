import { nextTick, ref } from 'vue'

/** Is the page being drawn for paper? Then everything stands open, and every day has its year. */
export const printing = ref(false)

window.addEventListener('beforeprint', () => (printing.value = true))
window.addEventListener('afterprint', () => (printing.value = false))

export async function printPage(): Promise<void> {
  printing.value = true
  // a browser that begins to print waits for nobody
  await nextTick()
  window.print()
}
