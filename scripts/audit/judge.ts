/** An advisory the house has looked at and lives with until a day; then somebody looks again. */
export type Accepted = Readonly<{ advisory: string; reason: string; until: string }>
export type Advisory = Readonly<{ advisory: string; package: string; severity: string; title: string }>
export type Verdict =
  | Readonly<{ kind: 'not-asked'; why: string }>
  | Readonly<{ kind: 'judged'; open: readonly Advisory[]; overdue: readonly Accepted[]; needless: readonly Accepted[] }>

const GRAVE = ['high', 'critical']

/** What `npm audit --json` said, against what was accepted. `today` is YYYY-MM-DD. */
export function judge(said: string, accepted: readonly Accepted[], today: string): Verdict {
  const report = parsed(said)
  const found = Reflect.get(report, 'vulnerabilities')
  if (typeof found !== 'object' || found === null) return { kind: 'not-asked', why: whyOf(report) }
  const grave = [...advisoriesIn(found).values()].filter(({ severity }) => GRAVE.includes(severity))
  const holds = ({ until }: Accepted): boolean => until >= today
  const isAbout = (each: Accepted) => grave.some(({ advisory }) => advisory === each.advisory)
  return {
    kind: 'judged',
    open: grave.filter(({ advisory }) => !accepted.some((each) => each.advisory === advisory && holds(each))),
    overdue: accepted.filter((each) => !holds(each)),
    needless: accepted.filter((each) => !isAbout(each)),
  }
}

function parsed(said: string): object {
  try {
    return Object(JSON.parse(said)) as object
  } catch {
    return {}
  }
}

const whyOf = (report: object): string => {
  const message: unknown =
    Reflect.get(report, 'message') ?? Reflect.get(Object(Reflect.get(report, 'error')), 'summary')
  return typeof message === 'string' && message !== '' ? message : 'no answer that could be read'
}

/** By their id: one advisory may reach us through many packages. */
function advisoriesIn(found: object): Map<string, Advisory> {
  const vias = Object.values(found).flatMap((each) => Reflect.get(Object(each), 'via') as unknown)
  const all = vias.flatMap((via) => {
    const { url, name, severity, title } = Object(via) as Readonly<Record<string, unknown>>
    if (typeof url !== 'string') return []
    const advisory = url.split('/').at(-1) ?? url
    return [{ advisory, package: String(name), severity: String(severity), title: String(title) }]
  })
  return new Map(all.map((each) => [each.advisory, each]))
}
