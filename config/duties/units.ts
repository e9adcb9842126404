import type { Station } from '../../domain/town.ts'
import { AND, BETWEEN, LENT_TO, NOTHING } from './wording-columns.ts'

type Town = Readonly<{ name: string; stations: readonly Station[] }>
/** `guessed`: the unit is called otherwise here, and somebody should look at it. */
export type Unit = Readonly<{ id: string; known: boolean; guessed: boolean }>

/** The units a department wrote into a cell, one or several. What is unknown stays as it is written. */
export function unitsIn(written: string, town: Town): Unit[] {
  if (NOTHING.test(written)) return []
  return parts(written, BETWEEN).flatMap((part) => {
    const whole = unitOf(part, town)
    if (whole.known && !whole.guessed) return [whole]
    const several = parts(part, AND).map((name) => unitOf(name, town))
    return several.length > 1 && several.every(({ known }) => known) ? several : [whole]
  })
}

const parts = (written: string, between: RegExp): string[] =>
  written.split(between).flatMap((part) => part.trim() || [])

function unitOf(written: string, { name, stations }: Town): Unit {
  const called = (asked: string) =>
    stations.find((station) => [station.id, station.name, ...(station.aliases ?? [])].some((each) => same(each, asked)))
  const exact = called(written)
  if (exact) return { id: exact.id, known: true, guessed: false }
  const meant = shorter(written, name).flatMap((asked) => called(asked) ?? [])[0] ?? onlyOneIn(written, stations)
  return { id: meant?.id ?? written, known: meant !== undefined, guessed: meant !== undefined }
}

const same = (a: string, b: string): boolean => squeeze(a) === squeeze(b)
const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()

/** 「青石镇城管中队（原城建办）」, 「县市场监管局派驻青石镇市场监管所」: what is left without what is said around it. */
function shorter(written: string, town: string): string[] {
  const bare = written.normalize('NFKC').replace(/\([^)]*\)/gu, '')
  const lent = bare.split(LENT_TO)
  return [...lent.toReversed(), bare].map((each) => (each.startsWith(town) ? each.slice(town.length) : each))
}

/** The longest name of a unit in what is written, unless another unit is named, too. */
function onlyOneIn(written: string, stations: readonly Station[]): Station | undefined {
  const named = stations.filter((station) =>
    [station.name, ...(station.aliases ?? [])].some(
      (each) => each.length > 2 && squeeze(written).includes(squeeze(each)),
    ),
  )
  return named.length === 1 ? named[0] : undefined
}
