import type { Duty, Station, StationKind, Town, Village } from '../../domain/town.ts'

export const village = (code: string, name: string, ...aliases: string[]): Village => ({
  code,
  name,
  aliases,
  grid: '',
  officer: null,
  lat: null,
  lng: null,
})

export const station = (id: string, kind: StationKind = 'resident'): Station => ({
  id,
  name: id,
  kind,
  head: null,
  duty: [],
  group: null,
})

/** A duty item by what routing looks at. */
export function duty(code: string, lead: string, keywords: readonly string[], more: Partial<Duty> = {}): Duty {
  const plain = {
    approve: null,
    supervise: null,
    punish: null,
    review: false,
    legalBasis: '',
    validFrom: null,
    validUntil: null,
    mentor: null,
    mentorUntil: null,
  }
  return { ...plain, code, name: code, category: '', keywords, mode: 'own', lead, assist: [], level: 'normal', ...more }
}

const none = { amount: 1, unit: 'd' } as const
const limits = { sign: none, arrive: none, finish: none, hours: 'always' } as const

export function town(code: string, name: string, more: Partial<Town> = {}): Town {
  return {
    code,
    name,
    class: 'B',
    stations: [],
    people: [],
    groups: [],
    commandRoom: null,
    leaders: null,
    emergencyWords: [],
    duties: [],
    villages: [],
    roster: [],
    policy: {
      id: 'p',
      levels: { emergency: limits, urgent: limits, normal: limits },
      workHours: [],
      remindAt: [],
      ladder: [],
      returnLimit: 1,
      ruleWithin: none,
      feedbackWindow: none,
      reopenWindow: none,
      quietHours: null,
      mergeWithin: 0,
    },
    ...more,
  }
}
