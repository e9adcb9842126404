/** The longest setTimeout we ask for; later alarms are looked at again then. */
const LONGEST = 60_000
/** A clock that stands still must not make the alarm ring without end. */
const SHORTEST = 20

/** One timer for the earliest known instant. `now` is the app's clock, which may be moved: whoever moves it calls `sweep`. */
export type Alarm = Readonly<{ arm(at: Date): void; clear(): void }>

export function alarm(now: () => Date, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | null = null
  let armedFor = Number.POSITIVE_INFINITY

  function clear() {
    if (timer) clearTimeout(timer)
    timer = null
    armedFor = Number.POSITIVE_INFINITY
  }

  return {
    clear,
    arm(at) {
      if (at.getTime() >= armedFor) return
      clear()
      armedFor = at.getTime()
      const wait = Math.max(SHORTEST, armedFor - now().getTime())
      timer = setTimeout(
        () => {
          clear()
          ring()
        },
        Math.min(wait, LONGEST),
      )
      timer.unref()
    },
  }
}
