import { readonly, ref } from 'vue'
import type { Role } from '../../../domain/town.ts'
import { get, post } from './api.ts'
import { serverSays } from './clock.ts'

export type Me = Readonly<{
  userid: string
  name: string
  roles: readonly Role[]
  places: readonly Readonly<{
    code: string
    name: string
    all: boolean
    station: string | null
    stationName: string | null
  }>[]
  demo: boolean
}>

const known = ref<Me | null>(null)

/** Who is before the page; null = nobody signed in. */
export const me = readonly(known)

/** Has he one of these roles? */
export const may = (roles: readonly Role[]): boolean => known.value?.roles.some((role) => roles.includes(role)) ?? false

/** Asks the server who this is. */
export async function whoAmI(asked: typeof get = get): Promise<Me | null> {
  const answer = await asked<{ me: Me | null; now: string }>('/api/me')
  serverSays(answer.now)
  known.value = answer.me
  return answer.me
}

export function forgetMe(): void {
  known.value = null
}

export async function signOut(): Promise<void> {
  await post('/api/sign-out')
  forgetMe()
}
