import type { Town } from '../../domain/town.ts'
import type { Bubble } from '../../simulator/api.ts'
import type { Books } from './books.ts'

const NUMBERS = /[A-Z]{2,4}\d{6}-\d{4,}/g

/** What people have on their phones. */
export type Phones = Readonly<{
  bubbles: readonly Bubble[]
  towns: readonly Town[]
  /** how often the program died: so often something may have been told twice; where it is not said, that is not looked at */
  deaths?: number
  /** of the bubbles: what was told before these is not compared */
  since?: number
}>

/** What stands in the database is what people were told, and they were told it once. */
export async function wronglyTold(books: Books, phones: Phones): Promise<readonly string[]> {
  const told = phones.bubbles.filter(({ from }) => from === 'bot')
  return [...(await unheard(books, told, phones.towns)), ...(await inventions(books, told)), ...twice(phones)]
}

/** A message about a case counts as sent, and its chat has nothing with that number. */
async function unheard({ rows }: Books, told: readonly Bubble[], towns: readonly Town[]): Promise<readonly string[]> {
  const sent = await rows(
    `SELECT DISTINCT o."recipient", k."caseNo" FROM "outbox" o JOIN "task" k ON k."id" = o."taskId" WHERE o."status" = 'sent' AND o."queue" <> 'hooks'`,
  )
  return sent.flatMap(({ recipient, caseNo }) => {
    const chat = chatOf(String(recipient), towns)
    const heard = told.some((bubble) => (chat === null || bubble.chat === chat) && textOf(bubble).includes(`${caseNo}`))
    return heard ? [] : [`${recipient} heard nothing of ${caseNo}`]
  })
}

/** The chat of a recipient as he stands in a row; null for a villager, who has another name in there. */
export function chatOf(recipient: string, towns: readonly Town[]): string | null {
  const [kind, id] = [recipient.slice(0, 2), recipient.slice(2)]
  if (kind === 'g-') return towns.flatMap(({ groups }) => groups).find((group) => group.id === id)?.aibotChatid ?? null
  return towns.some(({ people }) => people.some(({ userid }) => userid === id)) ? id : null
}

/** Somebody was told the number of a case that does not exist: what it was made of was lost. */
async function inventions({ rows }: Books, told: readonly Bubble[]): Promise<readonly string[]> {
  const known = new Set((await rows(`SELECT "caseNo" FROM "task"`)).map(({ caseNo }) => caseNo))
  const numbers = new Set(told.flatMap((bubble) => textOf(bubble).match(NUMBERS) ?? []))
  return [...numbers].filter((number) => !known.has(number)).map((number) => `${number} was told and does not exist`)
}

/** The same words, or the same card, again in the same chat: at most once for each death, and never a third time. */
function twice({ bubbles, deaths, since = 0 }: Phones): readonly string[] {
  if (deaths === undefined) return []
  const told = bubbles.slice(since).filter(({ from }) => from === 'bot')
  const copies = new Map<string, number>()
  for (const bubble of told) {
    const seal = `${bubble.chat}: ${textOf(bubble)}`
    copies.set(seal, (copies.get(seal) ?? 0) + 1)
  }
  return [...copies].flatMap(([seal, count]) => (count <= Math.min(2, 1 + deaths) ? [] : [`${count} times ${seal}`]))
}

const textOf = ({ card, content }: Bubble): string => (card ? JSON.stringify(card) : content)
