import { MimeType, type PluginContent, type TemplateData } from 'easy-template-x'
import { capital } from '../../domain/law/capital.ts'
import type { Article, DocumentInput } from '../../domain/legal/documentShape.ts'
import { dayText, momentText } from './moments.ts'
import type { Shown } from './pictures.ts'
import { CONDITIONS, LISTS, TAGS } from '../wording-tags.ts'
import { WORDING } from '../wording.ts'
import type { Words } from './words.ts'

type Fields = Readonly<Record<keyof typeof TAGS, Words>>
type Caption = Readonly<{ caption: string; shown: Shown | null }>

/** XML takes no control characters and no halves of characters; line ends are kept, they part paragraphs. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[^\P{Cc}\n]|[\uFFFE\uFFFF\uFFFD]/gu, '')
    .replace(/\n{2,}/gu, '\n')
    .trim()

/** What is unknown, and what says nothing, is a blank. */
function words(text: string | number | null | undefined, blank: string = WORDING.blank): Words {
  const said = clean(`${text ?? ''}`)
  return { _type: 'words', text: said === '' ? null : said, blank }
}
const optional = (text: string): Words => ({ ...words(text), text: clean(text) })

/** Everything a template may ask for, by the names it asks with. */
export function fieldsOf(input: DocumentInput, pictures: readonly Caption[]): TemplateData {
  return {
    ...named(TAGS, { ...parties(input), ...matter(input), ...ending(input) }),
    ...conditions(input, pictures),
    [LISTS.evidence.tag]: input.evidence.map(({ name, sha256, at, by }, index) =>
      named(LISTS.evidence.inside, {
        ...{ no: words(index + 1), name: words(name), sha256: words(sha256) },
        ...{ at: words(momentText(at), WORDING.blankMoment), by: words(by) },
      }),
    ),
    [LISTS.documents.tag]: served(input).map(({ name, docNo }) =>
      named(LISTS.documents.inside, { name: words(name), docNo: words(docNo) }),
    ),
    [LISTS.pictures.tag]: pictures.map(({ caption, shown }) =>
      named(LISTS.pictures.inside, { picture: picture(shown), caption: optional(caption) }),
    ),
  }
}

/** A receipt without documents has a row to write one in. */
function served({ service }: DocumentInput): readonly Readonly<{ name: string | null; docNo: string | null }>[] {
  const documents = service?.documents ?? []
  return documents.length > 0 ? documents : [{ name: null, docNo: null }]
}

function named<K extends string>(
  tags: Readonly<Record<K, string>>,
  values: Readonly<Record<K, Words | PluginContent>>,
) {
  const keys = Object.keys(tags) as K[]
  return Object.fromEntries(keys.map((key) => [tags[key], values[key] as PluginContent]))
}

type Parties = 'organ' | 'agent' | 'docNo' | 'fileNo' | 'caseNo' | 'item' | 'source' | 'party' | 'partyKind' | 'idLabel'
type More = 'id' | 'representative' | 'address' | 'phone' | 'officers'
function parties({
  organ,
  party,
  docNo,
  fileNo,
  caseNo,
  item,
  source,
  officers,
}: DocumentInput): Pick<Fields, Parties | More> {
  return {
    ...{ organ: words(organ.name, WORDING.longBlank), agent: words(organ.agent), docNo: words(docNo) },
    ...{ fileNo: words(fileNo), caseNo: words(caseNo), item: words(item, WORDING.longBlank), source: words(source) },
    ...{ party: words(party.name, WORDING.longBlank), partyKind: words(WORDING.partyKind[party.kind]) },
    ...{ idLabel: words(party.idLabel ?? WORDING.idLabel[party.kind]), id: words(party.id, WORDING.longBlank) },
    ...{ representative: words(party.representative), address: words(party.address, WORDING.longBlank) },
    ...{ phone: words(party.phone), officers: words(officersText(officers), WORDING.longBlank) },
  }
}

const officersText = (officers: DocumentInput['officers']): string =>
  officers.map(({ name, licence }) => WORDING.officer(name, licence ?? WORDING.shortBlank)).join(WORDING.and)

type Matter = 'place' | 'from' | 'to' | 'facts' | 'violated' | 'basis' | 'quoted' | 'discretion' | 'decision'
function matter(input: DocumentInput): Pick<Fields, Matter | 'amount' | 'capital'> {
  const { place, from, to, facts, violated, basis, discretion, decision, amount } = input
  return {
    ...{ place: words(place, WORDING.longBlank), facts: words(facts, WORDING.blankLines) },
    ...{ from: words(momentText(from), WORDING.blankMoment), to: words(momentText(to), WORDING.blankMoment) },
    ...{ violated: words(articles(violated), WORDING.longBlank), basis: words(articles(basis), WORDING.longBlank) },
    quoted: optional(quoted([...violated, ...basis])),
    ...{ discretion: words(discretion, WORDING.longBlank), decision: words(decision, WORDING.blankLines) },
    ...{
      amount: words(amount === null ? null : digits(amount)),
      capital: words(amount === null ? null : capital(amount)),
    },
  }
}

/** Whole yuan as they are, else to the fen. */
const digits = (yuan: number): string => (Number.isInteger(yuan) ? `${yuan}` : yuan.toFixed(2))

const articles = (all: readonly Article[]): string => all.map(({ article }) => article).join(WORDING.and)

/** Each article once, though it may be both broken and what the penalty rests on. */
function quoted(all: readonly Article[]): string {
  const lines = all.flatMap(({ article, text }) => (text === null ? [] : [WORDING.article(article, clean(text))]))
  return [...new Set(lines)].join('\n')
}

type Ending = 'statementDays' | 'hearingDays' | 'reviewOrgan' | 'court' | 'bank' | 'days' | 'surcharge' | 'result'
type Served = 'reviewer' | 'reviewedAt' | 'receiver' | 'way' | 'servedIn' | 'servedAt' | 'filedOn' | 'execution' | 'day'
function ending({ rights, payment, review, service, closing, day }: DocumentInput): Pick<Fields, Ending | Served> {
  return {
    statementDays: words(rights.statementDays, WORDING.shortBlank),
    hearingDays: words(rights.hearingDays, WORDING.shortBlank),
    ...{ reviewOrgan: words(rights.reviewOrgan), court: words(rights.court), bank: words(payment?.bank) },
    ...{ days: words(payment?.days, WORDING.shortBlank), surcharge: optional(payment?.surcharge ?? '') },
    ...{ result: words(review?.result), reviewer: words(review?.reviewer) },
    reviewedAt: words(momentText(review?.at ?? null), WORDING.blankDay),
    ...{ receiver: words(service?.receiver), way: words(service?.way), servedIn: words(service?.place) },
    servedAt: words(momentText(service?.at ?? null), WORDING.blankMoment),
    filedOn: words(dayText(closing?.filedOn ?? null), WORDING.blankDay),
    ...{ execution: words(closing?.execution), day: words(dayText(day), WORDING.blankDay) },
  }
}

const conditions = (input: DocumentInput, pictures: readonly Caption[]): Record<string, boolean> => ({
  [CONDITIONS.delegated]: input.organ.agent !== null,
  [CONDITIONS.hearing]: input.rights.hearingDays !== null,
  [CONDITIONS.fined]: input.amount !== null,
  [CONDITIONS.evidence]: input.evidence.length > 0,
  [CONDITIONS.pictures]: pictures.length > 0,
})

function picture(shown: Shown | null): Words | PluginContent {
  if (shown === null) return words(WORDING.badPicture)
  const { bytes, width, height } = shown
  return { _type: 'image', source: bytes, format: MimeType.Jpeg, width, height }
}
