import type { Entry } from '../book/entry.ts'
import { factsOf } from '../case/facts.ts'
import { nameOf } from '../people/directory.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { ExtensionCard, SuspensionCard } from './said.ts'

type Here = Readonly<{ task: Task; town: Town }>

/** A request as it stands now; on a card that was there before, its own id takes the place of `cardId`. */
export function extensionCard({ task, town }: Here, entry: Entry<'extension'>, cardId = ''): ExtensionCard {
  const { days, dueWas, dueNow } = entry.data
  return { kind: 'extension-card', ...about({ task, town }, entry), cardId, days, dueWas, dueNow, state: entry.state }
}

export function suspensionCard({ task, town }: Here, entry: Entry<'suspension'>, cardId = ''): SuspensionCard {
  const { until, renewed } = entry.data
  return { kind: 'suspension-card', ...about({ task, town }, entry), cardId, until, renewed, state: entry.state }
}

function about({ task, town }: Here, { no, data }: Entry<'extension'> | Entry<'suspension'>) {
  return {
    facts: factsOf(task, town),
    no,
    note: maskBut(data.reason, listed(town)),
    by: nameOf(town, data.by),
    decidedBy: nameOf(town, data.decidedBy),
    answer: data.answer,
  }
}
