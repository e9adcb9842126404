import { wordingDoctor as words } from '../config/wording-doctor.ts'
import type { Check } from '../config/doctor.ts'
import type { Town } from '../domain/town.ts'
import type { ReadOnlyStore } from '../store/open.ts'

/** Some days of a busy county. */
const LOOK_BACK = 2_000
const MOST = 5

/** Groups in which somebody spoke to the AI bot and that no township knows: the only way to learn what WeCom calls a new group. */
export async function strangeGroups(store: Pick<ReadOnlyStore, 'lately'>, towns: readonly Town[]): Promise<Check[]> {
  const known = new Set(towns.flatMap(({ groups }) => groups.map(({ aibotChatid }) => aibotChatid)))
  const last = new Map<string, Date>()
  for (const { chat, channel, receivedAt } of await store.lately(LOOK_BACK)) {
    const strange = channel === 'aibot' && chat.type === 'group' && !known.has(chat.id)
    if (strange && !last.has(chat.id)) last.set(chat.id, receivedAt)
  }
  return [...last].slice(0, MOST).map(([id, at]) => ({
    name: words.names.groups,
    ok: 'warn',
    cause: words.strangeGroup(id, at),
    mend: words.strangeGroupMend,
  }))
}
