import { dayOf, minuteOfDay } from '../calendar/zone.ts'
import type { Town } from '../town.ts'
import { RECORD_PARTS, type RecordPart, type SiteRecord } from './kinds.ts'
import { BEFORE_PART, BEHIND_PART, BETWEEN_PARTS, IS_NOW, PART_WORDS, RECORD_TEXT } from './wording-record.ts'

export type Parts = Readonly<Partial<Record<RecordPart, string>>>

const NAMES: ReadonlyMap<string, RecordPart> = new Map(
  RECORD_PARTS.flatMap((part) => PART_WORDS[part].map((word) => [word, part] as const)),
)
const WORDS = [...NAMES.keys()].toSorted((a, b) => b.length - a.length).join('|')
const NAMED = new RegExp(`${BETWEEN_PARTS}(${WORDS})${BEHIND_PART}`, 'gu')

/** 「时间：… 地点：…」; what stands before the first name is what was seen. The same part twice: both, in their order. */
export function partsIn(text: string, now: Date): Parts {
  const found = [...text.matchAll(NAMED)]
  const first = text.slice(0, found[0]?.index ?? text.length)
  const named = found.map((match, i): [RecordPart, string] => [
    NAMES.get(match[1] ?? '') ?? 'seen',
    text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length),
  ])
  const parts = new Map<RecordPart, string>()
  for (const [part, said] of [['seen', first] as const, ...named]) {
    const words = said.replace(BEFORE_PART, '').trim()
    if (words) parts.set(part, [parts.get(part), words].filter(Boolean).join('\n'))
  }
  return Object.fromEntries([...parts].map(([part, said]) => [part, part === 'when' ? instantIn(said, now) : said]))
}

const instantIn = (said: string, now: Date): string => (IS_NOW.test(said) ? minuteText(now) : said)

function minuteText(now: Date): string {
  const minute = minuteOfDay(now)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayOf(now)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The part that is asked for next; null = nothing is missing. */
export const missingPart = (record: SiteRecord): RecordPart | null =>
  RECORD_PARTS.find((part) => record[part] === null) ?? null

/** All that the record says, as it is confirmed and kept: what its digest is of. */
export function contentOf(no: string, record: SiteRecord, { people }: Pick<Town, 'people'>): string {
  const { caseNo, by, second, of, files } = record
  const officers = [by, second].flatMap((userid) => people.find((person) => person.userid === userid) ?? [])
  return [
    RECORD_TEXT.title(no),
    RECORD_TEXT.caseNo(caseNo),
    ...(of ? [RECORD_TEXT.of(of)] : []),
    ...RECORD_PARTS.filter((part) => part !== 'second').map((part) => RECORD_TEXT.part(part, record[part] ?? '')),
    ...officers.map(({ name, licence }) => RECORD_TEXT.officer(name, licence ?? '')),
    ...files.map((id) => RECORD_TEXT.file(id)),
  ]
    .join('\n')
    .replaceAll('<', RECORD_TEXT.angle)
    .replace(/(?!\n)\p{Cc}/gu, ' ')
}
