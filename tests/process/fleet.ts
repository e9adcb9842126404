import { onTestFinished } from 'vitest'
import { call, CALLBACK, CORP, startWecom, type Sent } from '../doors/wecom.ts'
import { ensurePostgres, freshDatabase } from '../services/postgres.ts'
import { ensureRedis, type TestRedis } from '../services/redis.ts'
import type { Dice } from './dice.ts'
import type { Program, Setting } from './program.ts'
import { street, type Street } from './street.ts'

type Role = 'web' | 'worker'
type Member = { role: Role; program: Program; url: string }

/** Several processes of the program over one PostgreSQL and one Redis, before our WeCom. */
export type Fleet = Readonly<{
  village: Street
  members: readonly Member[]
  /** may be replaced by another one on the same port */
  servers: { redis: TestRedis }
  /** what went out by REST */
  sent: readonly Sent[]
  /** kill -9 of one, and another in its place */
  replace(member: Member): Promise<void>
  /** what a member of the staff writes to the app, by a callback to one of the web processes */
  say(by: string, text: string): Promise<string>
  /** of a callback: the status of the answer, or null where nobody answers */
  post(member: Member, fields: Readonly<Record<string, unknown>>): Promise<number | null>
}>

const AGENT = 1_000_002

export async function fleet(villagers: number, roles: readonly Role[], dice: Dice): Promise<Fleet> {
  const [postgres, redis, wecom] = await Promise.all([ensurePostgres(), ensureRedis(), startWecom()])
  const village = await street(villagers, {
    DATABASE_URL: await freshDatabase(postgres, 'fleet'),
    REDIS_URL: redis.url,
    WECOM_API_BASE: wecom.base,
    WECOM_CORP_ID: CORP,
    WECOM_AGENT_ID: String(AGENT),
    WECOM_APP_SECRET: 'not-a-secret',
    WECOM_CALLBACK_TOKEN: CALLBACK.token,
    WECOM_CALLBACK_AES_KEY: CALLBACK.aesKey,
  })
  onTestFinished(async () => {
    for (const { program } of members) await program.kill('SIGKILL')
    await Promise.all([wecom.close(), servers.redis.stop(), postgres.stop()])
  })
  const servers = { redis }
  const members: Member[] = []
  for (const role of roles) members.push(await begun(village, role))
  let said = 0

  async function post({ url }: Member, fields: Readonly<Record<string, unknown>>): Promise<number | null> {
    return call(url, { AgentID: AGENT, ...fields }, new Date()).catch(() => null)
  }

  /** As WeCom: what is not answered with 200 comes again, to whichever process the proxy chooses. */
  async function say(by: string, text: string): Promise<string> {
    const id = `9${Date.now()}${(said += 1)}`
    const webs = members.filter(({ role }) => role === 'web')
    for (let tries = 0; tries < 10; tries += 1) {
      const web = webs[dice.throw(webs.length)]
      const fields = { FromUserName: by, MsgType: 'text', Content: text, MsgId: id }
      if (web && (await post(web, fields)) === 200) return ''
    }
    throw new Error('no web process takes a callback')
  }

  return {
    village,
    members,
    servers,
    sent: wecom.sent,
    post,
    say,
    async replace(member) {
      await member.program.kill('SIGKILL')
      Object.assign(member, await begun(village, member.role))
    },
  }
}

const START: Readonly<Record<Role, Setting>> = { web: { ROLE: 'web' }, worker: { ROLE: 'worker' } }

async function begun(village: Street, role: Role): Promise<Member> {
  const program = village.start(START[role])
  const [, url = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)\/readyz/)
  return { role, program, url }
}
