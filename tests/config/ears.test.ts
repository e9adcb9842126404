import { expect, it } from 'vitest'
import { deafness, earsOf } from '../../config/ears.ts'
import { type RawEnv, readEnv } from '../../config/env.ts'

const APP = { WECOM_CORP_ID: 'ww', WECOM_AGENT_ID: '1', WECOM_APP_SECRET: 's' }
const CALLBACK = { WECOM_CALLBACK_TOKEN: 't', WECOM_CALLBACK_AES_KEY: 'a'.repeat(43) }
const BOT = { WECOM_AIBOT_ID: 'b', WECOM_AIBOT_SECRET: 's' }
const KF = { WECOM_KF_OPEN_KFID: 'wk' }
const { WECOM_AGENT_ID: _none, ...APP_WITHOUT_AGENT } = APP

function envOf(raw: RawEnv) {
  const read = readEnv(raw)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.env
}

it.each([
  [BOT, ['aibot']],
  [{ ...APP, ...CALLBACK }, ['app']],
  [{ ...APP, ...KF }, ['kf']],
  [{ ...APP, ...CALLBACK, ...KF }, ['app', 'kf']],
  [{ ...APP_WITHOUT_AGENT, ...CALLBACK, ...KF }, ['kf']],
  [{ ...BOT, ...APP }, ['aibot']],
])('with %j people are heard by %j', (raw, ears) => {
  expect(earsOf(envOf(raw))).toEqual(ears)
  expect(deafness(envOf(raw))).toBeNull()
})

it.each([
  [APP, 'WECOM_CALLBACK_TOKEN'],
  [{ WECOM_API_BASE: 'http://x' }, 'WECOM_AIBOT_ID'],
])('with %j nobody is heard: begin with %s', (raw, field) => {
  expect(deafness(envOf(raw))).toMatchObject({ field })
})

it('the demo is not deaf: it brings its own WeCom', () => {
  expect(deafness(envOf({}))).toBeNull()
})
