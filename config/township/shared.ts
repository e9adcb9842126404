import type { Group } from '../../domain/town.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { type Notes, placeOf, refuse } from './notes.ts'
import type { Township } from './read.ts'

/** A person or a group as one township wrote it down. `known` = what two that go by one id must agree in. */
type Written = Readonly<{ kind: 'person' | 'group'; id: string; known: readonly (string | null)[]; where: Where }>
type Own = Written & Readonly<{ notes: Notes; address: readonly string[] }>

/** Two texts of one chat: an address that differs in its door is another one. */
const addressesOf = ({ aibotChatid, webhookKey, appchatId }: Group): string[] =>
  Object.entries({ aibot_chatid: aibotChatid, webhook_key: webhookKey, appchat_id: appchatId }).flatMap(
    ([door, text]) => (text ? [`${door}: ${text}`] : []),
  )

function writtenIn({ file, notes }: Township): Own[] {
  const people = (file?.people ?? []).map(({ userid, name }) => ({
    ...{ kind: 'person' as const, id: userid, known: [name], address: [], notes },
    where: placeOf(notes, 'person', userid),
  }))
  const groups = (file?.groups ?? []).map((group) => ({
    ...{ kind: 'group' as const, id: group.id, address: addressesOf(group), notes },
    known: [group.name, group.aibotChatid, group.webhookKey, group.appchatId],
    where: placeOf(notes, 'group', group.id),
  }))
  return [...people, ...groups]
}

/** The platform knows userids whatever their case. */
const keyOf = ({ kind, id }: Written): string => `${kind}:${kind === 'person' ? id.toLowerCase() : id}`

/** What is left empty in one of the two is written in the other. */
const differs = (one: Written, two: Written): boolean =>
  (one.kind === 'person' && one.id !== two.id) ||
  one.known.some((text, at) => {
    const other = two.known[at] ?? null
    return text !== null && text !== '' && other !== null && other !== '' && text !== other
  })

/** Checks what must agree between the towns of a county: case number prefixes, people and groups of one id, and that no two groups are one chat. */
export function checkShared(county: readonly Township[]): void {
  checkCodes(county)
  const byId = new Map<string, Own>()
  const byAddress = new Map<string, Own>()
  for (const own of county.flatMap(writtenIn)) {
    const same = byId.get(keyOf(own))
    if (same && elsewhere(same, own) && differs(same, own))
      refuse(own.notes, own.where, wording.sharedDiffers(own.kind, own.id, same.where.file))
    if (!same) byId.set(keyOf(own), own)
    for (const address of own.address) checkAddress(byAddress, address, own)
  }
}

const elsewhere = (one: Own, two: Own): boolean => one.where.file !== two.where.file

/** Else the cases of one township would be read in the group of another. Within one township a group may serve two ends. */
function checkAddress(seen: Map<string, Own>, address: string, own: Own): void {
  const first = seen.get(address)
  if (!first) return void seen.set(address, own)
  if (first.id === own.id || !elsewhere(first, own)) return
  refuse(own.notes, own.where, wording.chatTwice(own.id, address, first.id, first.where))
}

function checkCodes(county: readonly Township[]): void {
  const codes = new Map<string, string>()
  for (const { file, notes } of county) {
    const code = file?.code.text ?? null
    if (!file || code === null) continue
    const first = codes.get(code)
    if (first !== undefined) refuse(notes, file.code.where, wording.townCodeTwice(code, first))
    else codes.set(code, file.code.where.file)
  }
}
