/**
 * What an errcode means for what was asked.
 * retry      the platform did nothing and may do it in a moment
 * slow       too many calls: wait, this was no attempt
 * token      the access token is over: renewed once
 * recipient  this person or chat cannot be reached
 * window     customer service: nothing more may be sent until the customer writes
 * card       the platform does not like the card: say it as text
 * config     nothing will work until an operator mends it
 * permanent  this message will never be taken
 */
export type CodeClass = 'retry' | 'slow' | 'token' | 'recipient' | 'window' | 'card' | 'config' | 'permanent'

const CLASSES: Readonly<Record<Exclude<CodeClass, 'permanent'>, readonly number[]>> = {
  retry: [-1, 6000, 40201],
  slow: [45009, 45011, 45033, 45047],
  token: [40014, 42001],
  recipient: [
    40003, 40031, 40032, 60011, 60111, 81013, 82001, 86001, 86003, 86004, 86008, 86215, 86216, 93000, 93001, 93004,
    93006, 93008, 50002,
  ],
  window: [95001, 95002, 95003, 95013, 95018, 95031],
  card: [42014, 42015, 42016, 43012],
  config: [
    40001, 40013, 40056, 41001, 41002, 41004, 48002, 48004, 48007, 50001, 50003, 60020, 95000, 95004, 95011, 95012,
    95017, 95023, 301002,
  ],
}

const BY_CODE = new Map(
  Object.entries(CLASSES).flatMap(([name, codes]) => codes.map((code) => [code, name as CodeClass] as const)),
)

/** By errcode only: the texts of the platform change and carry addresses. Null for a code we have never met. */
export function classOf(code: number): CodeClass | null {
  if (code >= 42_027 && code <= 42_051) return 'card'
  return BY_CODE.get(code) ?? (PERMANENT.includes(code) ? 'permanent' : null)
}

const PERMANENT: readonly number[] = [
  40004, 40006, 40007, 40008, 40009, 40029, 40058, 41050, 42052, 44001, 44004, 45001, 45002, 45034, 82002, 82003, 86006,
  95005, 95006, 95007, 95008, 95009, 95014, 95016, 95019, 95022, 95026, 95027, 95030, 95032, 60123, 301017, 301019,
  301025, 830002,
]
