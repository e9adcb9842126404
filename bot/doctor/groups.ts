import type { Group } from '../../domain/town.ts'
import type { WecomApi } from '../wecom/answer.ts'
import { doctorWords as words } from '../wording/doctor.ts'
import { bad, fine, notOk, type Finding } from './finding.ts'

const { robots, appchats, names } = words

/** Is each group robot there? A file that is put down and never sent is seen by nobody. */
export function lookAtRobots(api: Pick<WecomApi, 'uploadForRobot'>, groups: readonly Group[]): Promise<Finding[]> {
  const named = groups.flatMap(({ name, webhookKey }) => (webhookKey === null ? [] : [{ name, key: webhookKey }]))
  return Promise.all(named.map(({ name, key }) => lookAtRobot(api, name, key)))
}

async function lookAtRobot(api: Pick<WecomApi, 'uploadForRobot'>, group: string, key: string): Promise<Finding> {
  const what = robots.what(group, masked(key))
  const answer = await api.uploadForRobot(key, 'file', {
    name: 'shaozi-doctor.txt',
    mime: 'text/plain',
    data: Buffer.from('shaozi doctor'),
  })
  if (answer.kind === 'ok') return fine(names.robots, robots.fine(what))
  return answer.kind === 'answered' && answer.code === 93000
    ? bad(names.robots, robots.wrong(what), robots.wrongMend)
    : notOk(names.robots, answer, what)
}

/** Enough to tell which one is meant, too little to write into the group. */
const masked = (key: string): string => `…${key.slice(-4)}`

export function lookAtAppchats(api: WecomApi, groups: readonly Group[]): Promise<Finding[]> {
  const named = groups.flatMap(({ name, appchatId }) => (appchatId === null ? [] : [{ name, chatid: appchatId }]))
  return Promise.all(named.map(({ name, chatid }) => lookAtAppchat(api, name, chatid)))
}

/** 86001 and 86003: the platform knows no such chat. The first message makes it. */
const UNMADE = [86001, 86003]

async function lookAtAppchat(api: WecomApi, group: string, chatid: string): Promise<Finding> {
  if (!/^[0-9A-Za-z]{1,32}$/u.test(chatid))
    return bad(names.appchats, appchats.malformed(group), appchats.malformedMend)
  const answer = await api.call('appchat/get', { query: { chatid } })
  if (answer.kind === 'ok') return fine(names.appchats, appchats.fine(group))
  return answer.kind === 'answered' && UNMADE.includes(answer.code)
    ? fine(names.appchats, appchats.later(group))
    : notOk(names.appchats, answer, group)
}
