import { computed, ref } from 'vue'
import { live } from './live.ts'

/** As many phones as can be looked at side by side. */
export const MOST_OPEN = 6

/** The userids behind the # of the address, so that a page that is loaded again, or sent to somebody, shows the same phones. */
const chosen = ref(read())

function read(): readonly string[] {
  return decodeURIComponent(location.hash.slice(1)).split(',').filter(Boolean)
}

/** The phones that lie open, in the order of the whole list: those that were chosen, else those the demo begins with. */
export const opened = computed(() => {
  const known = live.phones.filter(({ userid }) => chosen.value.includes(userid))
  const shown = known.length > 0 ? known : live.phones.filter(({ userid }) => live.open.includes(userid))
  return shown.slice(0, MOST_OPEN)
})

export const isFull = computed(() => opened.value.length >= MOST_OPEN)

/** Opens a phone, or puts it away; the last one stays. */
export function toggle(userid: string): void {
  const now = opened.value.map((phone) => phone.userid)
  const next = now.includes(userid) ? now.filter((one) => one !== userid) : [...now, userid]
  if (next.length === 0 || next.length > MOST_OPEN) return
  chosen.value = next
  history.replaceState(null, '', `#${next.map(encodeURIComponent).join(',')}`)
}
