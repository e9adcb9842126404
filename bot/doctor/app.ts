import type { WecomApi } from '../wecom/answer.ts'
import { doctorWords as words } from '../wording/doctor.ts'
import { bad, fine, notOk, warning, type Finding } from './finding.ts'

const NAME = words.names.app
/** the department everybody is in */
const ROOT = 1

/** Is the app there, switched on, and for whom? `wantsAll`: an 应用群聊 is only given to an app that sees the whole corp. */
export async function lookAtAgent(api: WecomApi, agentId: number, wantsAll: boolean): Promise<Finding> {
  const answer = await api.call('agent/get', { query: { agentid: String(agentId) } })
  if (answer.kind !== 'ok') return notOk(NAME, answer, words.app.agent)
  const { name, close } = answer.body
  if (close === 1) return bad(NAME, words.app.closed, words.app.closedMend)
  const seen = visible(answer.body)
  if (seen.people + seen.departments.length + seen.tags === 0) return bad(NAME, words.app.unseen, words.app.unseenMend)
  if (wantsAll && !seen.departments.includes(ROOT)) return warning(NAME, words.app.notAll, words.app.notAllMend)
  return fine(NAME, words.app.fine(typeof name === 'string' ? name : ''))
}

type Visible = Readonly<{ people: number; departments: readonly unknown[]; tags: number }>

const visible = (body: Readonly<Record<string, unknown>>): Visible => ({
  people: listIn(body['allow_userinfos'], 'user').length,
  departments: listIn(body['allow_partys'], 'partyid'),
  tags: listIn(body['allow_tags'], 'tagid').length,
})

function listIn(holder: unknown, key: string): readonly unknown[] {
  const list: unknown = typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[key] : null
  return Array.isArray(list) ? list : []
}
