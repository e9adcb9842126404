import { reactive } from 'vue'
import { ApiError } from './api.ts'
import { words } from './wording.ts'

const GOOD_MS = 4000
const BAD_MS = 8000
let next = 0

export type Toast = Readonly<{ id: number; text: string; bad: boolean }>
export const toasts = reactive<Toast[]>([])

/** The newest good news takes the place of the last one; bad news stays until it was seen. */
export function toast(text: string, bad = false): void {
  const last = toasts.find((one) => !one.bad)
  if (!bad && last) drop(last.id)
  next += 1
  const id = next
  if (!bad) for (const old of toasts.filter((one) => !one.bad)) drop(old.id)
  toasts.push({ id, text, bad })
  setTimeout(() => drop(id), bad ? BAD_MS : GOOD_MS)
}

export function drop(id: number): void {
  const index = toasts.findIndex((one) => one.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

/** Runs something the person asked for; true when it went well, otherwise a toast says why not. */
export async function attempt(what: () => Promise<unknown>): Promise<boolean> {
  try {
    await what()
    return true
  } catch (error) {
    toast(error instanceof ApiError ? error.message : words.noServer, true)
    return false
  }
}
