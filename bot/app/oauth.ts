import type { WecomApi } from '../wecom/answer.ts'

export type LoginPage = Readonly<{
  corpId: string
  agentId: number
  /** where the browser comes back to, within the app's trusted domain */
  redirect: string
  /** at most 128 bytes */
  state: string
  /** inside WeCom the login is silent; elsewhere a QR code is shown */
  inClient: boolean
}>

export type Visitor =
  | Readonly<{ kind: 'member'; userid: string }>
  | Readonly<{ kind: 'outsider'; external: string | null; openid: string }>
  /** `code` = why the platform said no; null = it could not be asked */
  | Readonly<{ kind: 'no'; code: number | null }>

export function authorizeUrl({ corpId, agentId, redirect, state, inClient }: LoginPage): string {
  if (inClient) {
    // the parameters in this order, and the fragment: the client does not open it otherwise
    const query = new URLSearchParams({ appid: corpId, redirect_uri: redirect, response_type: 'code' })
    query.append('scope', 'snsapi_base')
    query.append('state', state)
    query.append('agentid', String(agentId))
    return `https://open.weixin.qq.com/connect/oauth2/authorize?${query.toString()}#wechat_redirect`
  }
  const query = new URLSearchParams({ login_type: 'CorpApp', appid: corpId, agentid: String(agentId) })
  query.append('redirect_uri', redirect)
  query.append('state', state)
  return `https://login.work.weixin.qq.com/wwlogin/sso/login?${query.toString()}`
}

/** Who came back from the login page with this code, which is good for one question. */
export async function whoIs(api: WecomApi, code: string): Promise<Visitor> {
  const answer = await api.call('auth/getuserinfo', { query: { code } })
  if (answer.kind !== 'ok') return { kind: 'no', code: answer.kind === 'answered' ? answer.code : null }
  const { userid, openid, external_userid: external } = answer.body
  if (typeof userid === 'string' && userid) return { kind: 'member', userid }
  if (typeof openid !== 'string' || !openid) return { kind: 'no', code: null }
  return { kind: 'outsider', external: typeof external === 'string' && external ? external : null, openid }
}
