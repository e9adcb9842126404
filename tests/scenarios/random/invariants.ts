import { expect } from 'vitest'
import type { CaseFile, LegalKinds, StepTaken } from '../../../domain/legal/kinds.ts'
import type { Row } from '../../invariants/books.ts'
import { OPEN } from '../../invariants/never.ts'
import type { House } from '../house.ts'

/** A person who is answered in his chat is dealt with, and nobody is out of reach here. */
const HERE: Readonly<Record<string, string>> = {
  'a message was not dealt with': `SELECT "note", "payload" FROM "inbox" WHERE "status" <> 'done'`,
  'what was to be said could not be said': `SELECT "key", "reason" FROM "outbox" WHERE "status" = 'parked'`,
}

/** What makes the end of a case come later; anything else only brings it nearer. */
const LATER = ['extended', 'resumed', 'reopened', 'recomputed', 'dispatched', 'file-step', 'split', 'raised']

/** Looks whether a story keeps what must always hold, after each of its steps and at its end. */
export function invariants(house: House) {
  const rows = async (query: string) => (await house.rowsOf(query)) as readonly Row[]
  let ends = new Map<string, number>()
  let seen = 0

  async function lastEvents(): Promise<readonly Row[]> {
    const found = await rows(`SELECT "seq", "caseNo", "type" FROM "event" WHERE "seq" > ${seen} ORDER BY "seq"`)
    seen = Number(found.at(-1)?.['seq'] ?? seen)
    return found
  }

  return {
    async afterStep(): Promise<void> {
      const events = await lastEvents()
      const now = new Map(
        (await rows(`SELECT "caseNo", "finishBy" FROM "task" WHERE "finishBy" IS NOT NULL`)).map((row) => [
          String(row['caseNo']),
          Number(row['finishBy']),
        ]),
      )
      for (const [caseNo, end] of now) {
        if (end <= (ends.get(caseNo) ?? end)) continue
        const why = events.filter((event) => event.caseNo === caseNo).map(({ type }) => type)
        expect(
          why.some((type) => LATER.includes(String(type))),
          `${caseNo} is put off by ${why.join(', ')}`,
        ).toBe(true)
      }
      // what stood still comes back later, and that was granted
      ends = new Map([...ends, ...now])
    },

    async atTheEnd(): Promise<void> {
      await house.settled()
      expect(await house.violations()).toEqual([])
      for (const [what, query] of Object.entries(HERE)) expect(await rows(query), what).toEqual([])
      await holders()
      await files()
      await nobodyIsTold()
    },
  }

  async function holders(): Promise<void> {
    const { people } = house.core.ctx.towns[0] ?? { people: [] }
    const held = await rows(
      `SELECT "caseNo", "holder", "lead" FROM "task" WHERE "holder" IS NOT NULL AND "stage" IN (${OPEN})`,
    )
    const strangers = held.filter(
      ({ holder, lead }) => people.find(({ userid }) => userid === holder)?.station !== lead,
    )
    expect(strangers, 'who answers for a case is of its unit').toEqual([])
  }

  async function files(): Promise<void> {
    for (const { no, state, data } of await rows(`SELECT "no", "state", "data" FROM "entry" WHERE "kind" = 'file'`))
      expect(
        faultsOf(JSON.parse(String(data)) as CaseFile, String(state) as LegalKinds['file']['state']),
        String(no),
      ).toEqual([])
  }

  /** Who reported is in no event, and in no message to anybody but him. */
  async function nobodyIsTold(): Promise<void> {
    const villagers = (await rows(`SELECT "id" FROM "identity"`)).map(({ id }) => String(id))
    const events = await rows(`SELECT "type", "by", "data" FROM "event"`)
    const told = (await rows(`SELECT "recipient", "body" FROM "outbox"`)).filter(
      ({ body }) => (JSON.parse(String(body)) as { kind?: string }).kind !== 'revealed',
    )
    for (const villager of [...villagers, 'v-lihua', 'v-zhaomin']) {
      expect(
        events.filter((event) => JSON.stringify(event).includes(villager)),
        'who reported stands in the log',
      ).toEqual([])
      const others = told.filter(({ recipient }) => !String(recipient).includes(villager))
      expect(
        others.filter(({ body }) => String(body).includes(villager)),
        'who reported is told',
      ).toEqual([])
    }
  }
}

/** What a file that was decided lacks (§42, §44, §45, §58), and whatever was done twice. */
export function faultsOf(file: CaseFile, state: LegalKinds['file']['state']): readonly string[] {
  const count = (wanted: StepTaken['step']) => file.steps.filter(({ step }) => step === wanted).length
  const decided = file.steps.findIndex(({ step }) => step === 'decided')
  const twice = (['filed', 'decided', 'closed', 'dismissed', 'transferred'] as const).filter((step) => count(step) > 1)
  const ends = count('dismissed') + count('closed') + count('transferred')
  return [
    ...twice.map((step) => `${step} twice`),
    ...(ends > 1 ? ['ended twice'] : []),
    ...((state === 'decided') !== (decided >= 0 && ends === 0) && state !== 'closed'
      ? [`${state}, but its steps say otherwise`]
      : []),
    ...(state === 'closed' && decided < 0 ? ['closed undecided'] : []),
    ...(decided < 0 ? [] : faultsOfDecision(file, file.steps.slice(0, decided), file.steps[decided])),
  ]
}

function faultsOfDecision(file: CaseFile, before: readonly StepTaken[], decided: StepTaken | undefined): string[] {
  const lastOf = (...wanted: readonly string[]) => before.findLastIndex(({ step }) => wanted.includes(step))
  const noticed = lastOf('noticed')
  const heard = lastOf('defended', 'hearing-held') > noticed
  const days = (Date.parse(decided?.day ?? '') - Date.parse(before[noticed]?.day ?? '')) / 86_400_000
  const spot = file.procedure === 'simple'
  return [
    ...(noticed < 0 ? ['no notice'] : []),
    // three working days are at least three days
    ...(heard || days >= 3 ? [] : ['the party was not heard']),
    ...(new Set(file.officers).size >= 2 ? [] : ['not two officers']),
    ...(lastOf('hearing-asked') > lastOf('hearing-held') ? ['a hearing was asked for and not held'] : []),
    ...(lastOf('hold') > lastOf('hold-ended') ? ['held evidence was not decided on'] : []),
    ...(lastOf('named', 'stated') > noticed ? ['the party knows neither'] : []),
    ...(!spot && lastOf('rejected') > lastOf('reviewed') ? ['the review was rejected'] : []),
    ...(!spot && file.reviewNeeded && lastOf('reviewed') < 0 ? ['no review'] : []),
    ...(!spot && lastOf('submitted') > lastOf('reviewed', 'rejected') ? ['a review is open'] : []),
    ...(!spot && guided(file, decided) && before.filter(({ step }) => step === 'signed-off').length < 2
      ? ['not signed off']
      : []),
  ]
}

const guided = ({ mentor, mentorUntil }: CaseFile, decided: StepTaken | undefined): boolean =>
  mentor !== null && (mentorUntil ?? '9999') >= (decided?.day ?? '')
