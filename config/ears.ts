import type { Words } from './fault.ts'
import type { Env } from './readEnv.ts'
import type { VariableName } from './variables.ts'
import { wordingDeaf } from './wording-deaf.ts'

export type Ear = 'aibot' | 'app' | 'kf'

type Doors = Pick<Env, 'aibot' | 'app' | 'kf'>

/** The channels by which people can be heard; a start needs one. 微信客服 is asked for news where no callback brings them. */
export function earsOf({ aibot, app, kf }: Doors): readonly Ear[] {
  const called = app !== null && app.callbackToken !== null && app.callbackAesKey !== null
  const ears: readonly (readonly [Ear, boolean])[] = [
    ['aibot', aibot !== null],
    ['app', called && app.agentId !== null],
    ['kf', app !== null && kf !== null],
  ]
  return ears.flatMap(([ear, there]) => (there ? [ear] : []))
}

/** What is missing where nobody could be heard, and the variable to begin with; null where somebody can, or in the demo. */
export function deafness(env: Doors & Pick<Env, 'demo'>): Readonly<{ field: VariableName; words: Words }> | null {
  if (env.demo || earsOf(env).length > 0) return null
  return env.app === null
    ? { field: 'WECOM_AIBOT_ID', words: wordingDeaf.none }
    : { field: 'WECOM_CALLBACK_TOKEN', words: wordingDeaf.onlySpeaks }
}
