import { makeCallback, type Plain } from '../callback/callback.ts'
import { doctorWords as words } from '../wording/doctor.ts'
import { bad, fine, type Finding } from './finding.ts'
import { QUIET } from './quiet.ts'
import { checkQuery, messageRequest, type Seal } from './sealed.ts'

const NAME = words.names.callback
const EVENT = 'shaozi_doctor'

const eventOf = (corpId: string): string =>
  `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${EVENT}]]></Event></xml>`

/** Token and key used as WeCom uses them, on our own door: what one side seals the other must open. */
export async function lookAtSeal(seal: Seal, now: () => Date): Promise<Finding> {
  const heard: Plain[] = []
  const onPlain = async (plain: Plain): Promise<void> => void heard.push(plain)
  const door = makeCallback({ ...seal, now, log: QUIET, onPlain })
  const check = checkQuery(seal, now())
  const message = messageRequest(seal, eventOf(seal.corpId), now())
  const echoed = door.verify(check.query)
  const received = await door.receive(message.query, message.body)
  const well = echoed.body === check.echo && received.status === 200 && heard[0]?.['Event'] === EVENT
  return well ? fine(NAME, words.callback.sealFine) : bad(NAME, words.callback.seal, words.callback.sealMend)
}
