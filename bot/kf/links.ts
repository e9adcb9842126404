import type { WecomApi } from '../wecom/answer.ts'
import { fits, SCENE, sceneParam } from './scene.ts'

export type VillageLink = Readonly<{ code: string; name: string; url: string }>
export type VillageLinks =
  | Readonly<{
      ok: true
      links: readonly VillageLink[]
      /** villages whose code is too long for a link */ tooLong: readonly string[]
    }>
  /** `code` = the platform's errcode, where it said no */
  | Readonly<{ ok: false; code: number | null; reason: string }>

/** A link for each village, for its QR code: whoever opens it is greeted as from there. */
export async function villageLinks(
  api: WecomApi,
  account: string,
  villages: readonly Readonly<{ code: string; name: string }>[],
): Promise<VillageLinks> {
  const answer = await api.call('kf/add_contact_way', { body: { open_kfid: account, scene: SCENE } })
  if (answer.kind === 'answered')
    return { ok: false, code: answer.code, reason: `the platform answered ${answer.code}` }
  if (answer.kind !== 'ok') return { ok: false, code: null, reason: answer.reason }
  const { url } = answer.body
  if (typeof url !== 'string' || !URL.canParse(url))
    return { ok: false, code: null, reason: 'an answer without a link' }
  const links = villages
    .filter(({ code }) => fits(code))
    .map(({ code, name }) => ({
      code,
      name,
      url: `${url}${url.includes('?') ? '&' : '?'}scene_param=${sceneParam(code)}`,
    }))
  return { ok: true, links, tooLong: villages.filter(({ code }) => !fits(code)).map(({ code }) => code) }
}
