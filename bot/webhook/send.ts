import type { QuotaLedger } from '../quota/ledger.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'
import { checkRobot } from './check.ts'
import type { RobotMessage } from './messages.ts'

export type RobotDoor = Readonly<{ api: Pick<WecomApi, 'open'>; ledger: QuotaLedger }>

/** What one message of a robot came to; `full` = its quota is used up until then. It may have arrived when that is unclear: never say it again. */
export type RobotAnswer =
  | Answer
  | Readonly<{ kind: 'full'; until: Date }>
  | Readonly<{ kind: 'bad'; faults: readonly string[] }>

/** Sends one message into the group of the robot with this key. The key is its secret. */
export async function sendToRobot(
  { api, ledger }: RobotDoor,
  key: string,
  message: RobotMessage,
  urgent: boolean,
  now: Date,
): Promise<RobotAnswer> {
  const faults = checkRobot(message)
  if (faults.length > 0) return { kind: 'bad', faults }
  const slot = ledger.take('robot', key, 1, urgent, now)
  if (!slot.ok) return { kind: 'full', until: slot.until }
  return api.open('webhook/send', { query: { key }, body: message })
}
