import { readOrderMap } from '../config/orders/map.ts'
import { ordersIn, type ReadOrder } from '../config/orders/read.ts'
import { wordingOrders as words } from '../config/orders/wording-orders.ts'
import { readTables } from '../config/duties/table.ts'
import { newNotes } from '../config/township/notes.ts'
import type { Env } from '../config/env.ts'
import { messageOf } from '../domain/open/order.ts'
import { senderOf } from '../domain/open/sender.ts'
import { openKeys } from '../identity/keys.ts'
import { openVault } from '../identity/vault.ts'
import { veiled } from '../identity/veil.ts'
import { openInbox } from '../store/beside.ts'
import { openReadOnly } from '../store/open.ts'
import { StartFault } from './fail.ts'
import { faulty } from './importDuties.ts'
import { chosen, failed, print, titleOf } from './place.ts'
import { settings } from './settings.ts'

export type OrderOptions = Readonly<{ map: string; town?: string; dryRun?: boolean; json?: boolean }>

/** `shaozi import orders list.xlsx --map …`: all of it or nothing; each becomes a message the program makes a case of. */
export async function importOrders(file: string, options: OrderOptions): Promise<number> {
  try {
    const env = settings()
    const place = await chosen(options.town)
    const notes = newNotes()
    const map = await readOrderMap(notes, options.map, place.duties)
    if (!map || notes.faults.length > 0) throw new StartFault(notes.faults)
    const { orders, twice, faults } = ordersIn(await readTables(file), place.code, map)
    if (faults.length > 0) return faulty(faults, options, [words.cannotImport, ''])
    const town = titleOf(place)
    if (options.dryRun)
      return print(options.json, { ok: true, orders: orders.length, twice }, words.dryRun(town, orders.length, twice))
    const fresh = await handIn(env, orders)
    const known = orders.length - fresh
    const said = [words.done(town, fresh, known), ...(twice > 0 ? [words.twice(twice)] : []), words.soon]
    return print(options.json, { ok: true, orders: fresh, known, twice }, said.join('\n'))
  } catch (error) {
    return failed(error, words.cannotImport, options.json)
  }
}

/** Who told the hotline is sealed before a row of it is written. Answers how many orders are new. */
async function handIn(env: Env, orders: readonly ReadOrder[]): Promise<number> {
  const kept = await openReadOnly(env.databaseUrl)
  const inbox = await openInbox(env.databaseUrl)
  try {
    const now = () => new Date()
    const unused = async () => Promise.reject(new Error('an import only hands in'))
    const ring = await openKeys(env.identityKeysFile, await kept.keysInUse())
    const vault = openVault({ ...kept, addIdentities: unused }, ring, now)
    const { receive } = veiled({ receive: inbox.receive, receivePage: unused, commit: unused }, vault, () => false)
    let fresh = 0
    for (const each of orders)
      if ((await receive(messageOf(each.order, senderOf(each.order, each.contact)), now())).fresh) fresh += 1
    return fresh
  } finally {
    await inbox.close()
    await kept.close()
  }
}
