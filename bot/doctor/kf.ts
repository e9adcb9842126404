import type { WecomApi } from '../wecom/answer.ts'
import { doctorWords as words } from '../wording/doctor.ts'
import { bad, fine, notOk, type Finding } from './finding.ts'

const NAME = words.names.kf

type Account = Readonly<{ id: string; name: string; ours: boolean }>

/** Is the account there, and may this app speak for it? Asks for the list only: reading messages would move the cursor of the running bot. */
export async function lookAtKf(api: WecomApi, openKfid: string, called: boolean): Promise<Finding> {
  const answer = await api.call('kf/account/list', { body: { offset: 0, limit: 100 } })
  if (answer.kind !== 'ok') return notOk(NAME, answer, words.kf.list)
  const accounts = accountsIn(answer.body['account_list'])
  const account = accounts.find(({ id }) => id === openKfid)
  if (!account) return missing(accounts)
  if (!account.ours) return bad(NAME, words.kf.foreign(account.name), words.kf.foreignMend)
  return fine(NAME, words.kf.fine(account.name, called))
}

function missing(accounts: readonly Account[]): Finding {
  if (accounts.length === 0) return bad(NAME, words.kf.none, words.kf.noneMend)
  return bad(NAME, words.kf.unknown, words.kf.unknownMend(accounts.map(({ name, id }) => words.kf.account(name, id))))
}

function accountsIn(list: unknown): Account[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const account = (item ?? {}) as Readonly<Record<string, unknown>>
    const { open_kfid: id, name, manage_privilege: ours } = account
    return typeof id === 'string' ? [{ id, name: typeof name === 'string' ? name : '', ours: ours === true }] : []
  })
}
