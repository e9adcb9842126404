import { readonly, ref } from 'vue'

export type Tone = 'new' | 'emergency' | 'over'

/** Each tone as beeps: Hz and ms. */
const TONES: Readonly<Record<Tone, readonly (readonly [hertz: number, ms: number])[]>> = {
  new: [[880, 180]],
  emergency: [
    [1320, 160],
    [1320, 160],
    [1320, 320],
  ],
  over: [[330, 400]],
}
const GAP_MS = 90
const LOUD = 0.25

const on = ref(false)
const last = ref<Tone | null>(null)
/** Off until somebody switches it on: browsers play nothing before a click. */
export const soundOn = readonly(on)
/** what was played last */
export const lastTone = readonly(last)
let audio: AudioContext | null = null

export async function switchSound(): Promise<void> {
  on.value = !on.value
  if (!on.value) return
  audio ??= new AudioContext()
  await audio.resume()
  play('new')
}

export function play(tone: Tone): void {
  if (!on.value || !audio) return
  last.value = tone
  let at = audio.currentTime
  for (const [hertz, ms] of TONES[tone]) {
    beep(audio, hertz, at, ms / 1000)
    at += (ms + GAP_MS) / 1000
  }
}

function beep(context: AudioContext, hertz: number, at: number, seconds: number): void {
  const tone = new OscillatorNode(context, { frequency: hertz })
  const loud = new GainNode(context, { gain: 0 })
  // without the ramps every beep begins and ends with a click
  loud.gain.setValueAtTime(0, at)
  loud.gain.linearRampToValueAtTime(LOUD, at + 0.02)
  loud.gain.linearRampToValueAtTime(0, at + seconds)
  tone.connect(loud).connect(context.destination)
  tone.start(at)
  tone.stop(at + seconds)
}
