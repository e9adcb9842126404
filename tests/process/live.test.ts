import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CALLBACK } from '../bot/doctor/doors.ts'
import { no, OPEN_KFID, platform, type Platform } from '../bot/doctor/platform.ts'
import { place, spoil, type Place } from './place.ts'
import { run, type Setting } from './program.ts'

const SECRETS = {
  WECOM_APP_SECRET: 'app-password',
  WECOM_CALLBACK_TOKEN: CALLBACK.callbackToken,
  WECOM_CALLBACK_AES_KEY: CALLBACK.callbackAesKey,
}
const ROBOT = '693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa'

const settingOf = (wecom: Platform): Setting => ({
  ...SECRETS,
  WECOM_CORP_ID: 'wwcorp',
  WECOM_AGENT_ID: '1000002',
  WECOM_KF_OPEN_KFID: OPEN_KFID,
  WECOM_API_BASE: wecom.url,
})

const doctor = ({ cwd, env }: Place, more: Setting, ...args: readonly string[]) =>
  run(['doctor', ...args], { cwd, env: { ...env, ...more } })

function expectNoSecret(text: string): void {
  for (const secret of [...Object.values(SECRETS), ROBOT, 'the-access-token', 'msg_signature'])
    expect(text).not.toContain(secret)
}

it('goes through every channel and finds it well, without a message, without a secret', async () => {
  const [here, wecom] = await Promise.all([place(), platform()])
  await spoil(
    join(here.town, 'town.yaml'),
    'aibot_chatid: wrLEADERS, webhook_key: "", appchat_id: ""',
    `aibot_chatid: wrLEADERS, webhook_key: ${ROBOT}, appchat_id: qsLeaders`,
  )
  const said = await doctor(here, settingOf(wecom))
  for (const words of [
    '自建应用：「哨子」',
    '通讯录：',
    '微信客服：「青石镇哨子」',
    '群机器人：镇领导督办群',
    '应用群聊：镇领导督办群',
    '接收消息：',
  ])
    expect(said.stdout).toContain(`[正常] ${words}`)
  expect(said).toMatchObject({ code: 0, stderr: '' })
  expectNoSecret(said.stdout)
  expect(wecom.calls.join()).not.toMatch(/send|sync_msg|update|trans/)
})

it('names what is refused, with cause and mend, in words and as JSON', async () => {
  const [here, wecom] = await Promise.all([place(), platform({ '/cgi-bin/gettoken': no(40001) })])
  const said = await doctor(here, settingOf(wecom))
  expect(said.stdout).toMatch(/\[有误\] 自建应用：.*40001.*\n\s+→ \S+/u)
  expect(said.code).toBe(1)
  const json = await doctor(here, settingOf(wecom), '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: false,
    checks: expect.arrayContaining([expect.objectContaining({ name: '自建应用', ok: 'bad' })]),
  })
  expectNoSecret(said.stdout + json.stdout)
})

it('without a network it says in one line what was not reached, and goes on', async () => {
  const here = await place()
  const nobody = { url: 'http://127.0.0.1:9', port: 9, calls: [] }
  const bot = { WECOM_AIBOT_ID: 'aib-1', WECOM_AIBOT_SECRET: 'aibot-password', WECOM_AIBOT_WS_URL: 'ws://127.0.0.1:9' }
  const said = await doctor(here, { ...settingOf(nobody), ...bot })
  expect(said.stdout).toMatch(/\[有误\] 智能机器人：.*ECONNREFUSED/u)
  expect(said.stdout).toMatch(/\[有误\] 自建应用：连不上 127\.0\.0\.1:9/u)
  expect(said.stdout).toContain('[正常] 接收消息：Token')
  expect(said).toMatchObject({ code: 1, stderr: '' })
})

it('--offline asks nobody', async () => {
  const [here, wecom] = await Promise.all([place(), platform()])
  const said = await doctor(here, settingOf(wecom), '--offline')
  expect(said.stdout).toContain('收得到消息：自建应用、微信客服')
  expect(said.code).toBe(0)
  expect(wecom.calls).toEqual([])
})
