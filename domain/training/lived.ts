import type { Duty, Town } from '../town.ts'
import type { Level } from '../level.ts'
import type { Task } from '../task.ts'
import type { Template } from './template.ts'
import { accusedOf, isAnybody } from '../understand/accused.ts'
import { unitName, unitsBut } from './listed.ts'
import { withOptions } from './options.ts'

/** What is left of a closed case: item, level and unit; nothing of who reported it, of whom, or where. */
export type Lived = Readonly<{ item: string; level: Level; lead: string }>

/** What nobody asked to be kept and that is about nobody of the township may be learnt from. */
export const isOpenToAll = (task: Task, town: Town): boolean =>
  task.shield === 'none' && task.understood?.supervised !== true && !isAnybody(accusedOf(task, town))

export const livedOf = (tasks: readonly Task[], town: Town): Lived[] =>
  tasks.flatMap((task) =>
    task.item !== null && task.lead !== null && task.mergedInto === null && isOpenToAll(task, town)
      ? [{ item: task.item, level: task.level, lead: task.lead }]
      : [],
  )

/** Each kind of case once: which unit led it, where that is what the list says, and by when it had to be done. */
export function caseTemplates(cases: readonly Lived[], items: readonly Duty[], town: Town): Template[] {
  const found = cases.flatMap((each) => {
    const duty = items.find(({ code }) => code === each.item)
    return duty ? [{ ...each, duty }] : []
  })
  const byList = found.filter(({ duty, lead }) => duty.lead === lead)
  const all = [
    ...byList.map(({ duty }) => leadTemplate(duty, town)),
    ...found.map(({ duty, level }) => limitTemplate(duty, level, town)),
  ]
  return [...new Map(all.map((template) => [template.key, template])).values()]
}

function leadTemplate(duty: Duty, town: Town): Template {
  const key = `case-lead:${duty.code}`
  const about = { key, ask: 'case-lead', about: duty.name, level: null, basis: duty.legalBasis } as const
  const right = unitName(duty.lead, town)
  const wrong = unitsBut([duty.lead], town)
  return { key, make: (seed) => (right === null ? null : withOptions(about, right, wrong, seed)) }
}

const DAYS = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30] as const
const HOURS_OF_DAY = { work: 8, always: 24 } as const

/** `5d work`: five working days. */
function limitTemplate(duty: Duty, level: Level, { policy }: Town): Template {
  const key = `case-limit:${duty.code}-${level}`
  const { finish, hours } = policy.levels[level]
  const about = { key, ask: 'case-limit', about: duty.name, level, basis: '' } as const
  const right = `${finish.amount}${finish.unit} ${hours}`
  // 24 h are a day: the same time written in another way is no wrong answer
  const inHours = { s: 1 / 3600, m: 1 / 60, h: 1, d: HOURS_OF_DAY[hours] }[finish.unit] * finish.amount
  const wrong = DAYS.filter((days) => days * HOURS_OF_DAY[hours] !== inHours).map((days) => `${days}d ${hours}`)
  return { key, make: (seed) => withOptions(about, right, wrong, seed) }
}
