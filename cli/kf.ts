import { join, resolve } from 'node:path'
import { codeOf } from '../config/doctor/check.ts'
import type { Env } from '../config/env.ts'
import { wordingKf as words } from '../config/wording-kf.ts'
import type { Town } from '../domain/town.ts'
import { unprintable } from '../posters/font.ts'
import { drawPdf } from '../posters/pdf.ts'
import { drawPng } from '../posters/png.ts'
import { ensureFolder, fileName, save } from '../save.ts'
import type { Poster } from '../posters/sheet.ts'
import { explain } from './fail.ts'
import { askLinks } from './kfLinks.ts'
import { refuse } from './refuse.ts'
import { settings, townships } from './settings.ts'

type Options = Readonly<{ out?: string; png?: boolean; pdf?: boolean }>
type TownPosters = Readonly<{ town: string; posters: readonly Poster[] }>

/** `shaozi kf links`: a poster for each village whose code leads villagers on ordinary WeChat to us, and says where they scanned it. */
export async function kfLinks(options: Options): Promise<number> {
  try {
    const env = settings()
    const { towns } = await townships(env)
    const folder = resolve(options.out ?? join(env.dataDir, 'posters'))
    await writable(folder, env)
    const all = await postersOf(env, towns)
    const both = options.png !== true && options.pdf !== true
    await makePictures(folder, all, both || options.png === true)
    if (both || options.pdf === true) await makeSheets(folder, all)
    process.stdout.write(words.done(all.flatMap(({ posters }) => posters).length, folder))
    return 0
  } catch (error) {
    return explain(error, null, words.failed)
  }
}

/** Before WeCom is asked for anything. */
async function writable(folder: string, { kf, app }: Env): Promise<void> {
  if (!kf || !app) refuse(words.notConfigured)
  await ensureFolder(folder).catch((error: unknown) => refuse(words.folder(folder, codeOf(error))))
}

async function postersOf(env: Env, towns: readonly Town[]): Promise<TownPosters[]> {
  if (towns.every(({ villages }) => villages.length === 0)) refuse(words.noVillages)
  sayTwice(towns)
  const { links, tooLong } = await askLinks(env, towns)
  if (tooLong.length > 0) process.stderr.write(words.tooLong(tooLong))
  return towns.map(({ name: town, villages }) => ({
    town,
    posters: villages.flatMap(({ code, name: village }) => {
      const link = links.get(code)
      return link === undefined ? [] : [{ town, village, code, link }]
    }),
  }))
}

/** A link names only the village. */
function sayTwice(towns: readonly Town[]): void {
  const owners = new Map<string, string[]>()
  for (const { name, villages } of towns)
    for (const { code } of villages) owners.set(code, [...(owners.get(code) ?? []), name])
  for (const [code, names] of owners) if (names.length > 1) process.stderr.write(words.twice(code, names))
}

async function makePictures(folder: string, towns: readonly TownPosters[], wanted: boolean): Promise<void> {
  const posters = towns.flatMap((town) => town.posters)
  let done = 0
  for (const poster of posters) {
    done += 1
    const { town, village, code } = poster
    const missing = unprintable(`${town}${village}`)
    if (missing.length > 0) process.stderr.write(words.unprintable(village, missing))
    if (!wanted) {
      process.stdout.write(words.drawn(done, posters.length, town, village))
      continue
    }
    const path = await kept(folder, `${fileName(town, code, village)}.png`, drawPng(poster))
    process.stdout.write(words.poster(done, posters.length, town, village, path))
  }
}

async function makeSheets(folder: string, towns: readonly TownPosters[]): Promise<void> {
  for (const { town, posters } of towns) {
    if (posters.length === 0) continue
    const path = await kept(folder, `${fileName(town)}.pdf`, await drawPdf(town, posters))
    process.stdout.write(words.sheet(town, posters.length, path))
  }
}

const kept = (folder: string, name: string, data: Buffer): Promise<string> =>
  save(folder, name, data).catch((error: unknown) => refuse(words.disk(join(folder, name), codeOf(error))))
