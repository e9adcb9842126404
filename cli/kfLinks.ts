import { refusal } from '../bot/doctor/finding.ts'
import { enter } from '../bot/doctor/token.ts'
import { villageLinks, type VillageLinks } from '../bot/kf/links.ts'
import type { WecomApi } from '../bot/wecom/answer.ts'
import type { Env } from '../config/env.ts'
import type { Words } from '../config/fault.ts'
import { wordingKf as words } from '../config/wording-kf.ts'
import type { Town } from '../domain/town.ts'
import { refuse } from './refuse.ts'

type Links = Readonly<{ links: ReadonlyMap<string, string>; tooLong: readonly string[] }>

/** A link for the code of each village. One call of WeCom for all of them; throws StartFault where it says no. */
export async function askLinks({ apiBase, app, kf }: Env, towns: readonly Town[]): Promise<Links> {
  if (!app || !kf) return refuse(words.notConfigured)
  const entered = await enter(apiBase, app, () => new Date())
  if (!entered.ok) return refuse(wordsOf(entered.finding))
  const said = await ask(entered.api, kf.openKfid, towns)
  if (said.ok) return { links: new Map(said.links.map(({ code, url }) => [code, url])), tooLong: said.tooLong }
  return refuse(said.code === null ? words.noAnswer(said.reason) : wordsOf(refusal('', said.code)))
}

function ask(api: WecomApi, account: string, towns: readonly Town[]): Promise<VillageLinks> {
  const villages = towns.flatMap((town) => town.villages)
  return villageLinks(api, account, villages).finally(() => api.close())
}

const wordsOf = ({ cause, mend }: Readonly<{ cause: string; mend: string }>): Words => ({ problem: cause, mend })
