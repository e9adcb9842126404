/** One value of the set-up, as far as a page may know it: never the value itself. */
export type SetupField = Readonly<{ name: string; isSet: boolean; outside: boolean }>

/** One thing looked at, in plain words: what was found, and what to do. */
export type Finding = Readonly<{ name: string; ok: 'ok' | 'warn' | 'bad'; cause: string; mend: string }>

export const STEPS = ['aibot', 'app', 'callback', 'kf'] as const
export type SetupStep = (typeof STEPS)[number]

/** The values each step asks for. */
export const STEP_FIELDS = {
  aibot: ['WECOM_AIBOT_ID', 'WECOM_AIBOT_SECRET'],
  app: ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_APP_SECRET'],
  callback: ['PUBLIC_URL', 'WECOM_CALLBACK_TOKEN', 'WECOM_CALLBACK_AES_KEY'],
  kf: ['WECOM_KF_OPEN_KFID'],
} as const satisfies Readonly<Record<SetupStep, readonly string[]>>

export type SetupName = (typeof STEP_FIELDS)[SetupStep][number]
export const SETUP_NAMES: readonly SetupName[] = Object.values(STEP_FIELDS).flat()

export type SetupValues = Readonly<Partial<Record<SetupName, string>>>

/** Sets the channels up from a page. */
export type Setup = Readonly<{
  fields(): Promise<readonly SetupField[]>
  /** Tries the step against WeCom with these values and those that are set already. Sends nothing to anybody. */
  check(step: SetupStep, values: SetupValues): Promise<readonly Finding[]>
  /**
   * Writes .env; answers what is in the way instead, where something is. Each of these steps must have passed its test with
   * exactly these values; those of the other steps go out of the file. In force after the next start.
   */
  save(steps: readonly SetupStep[], values: SetupValues): Promise<readonly Finding[]>
}>
