import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import dockerignore from '@balena/dockerignore'
import { sourcesUnder } from './context.ts'
import { type Instruction, listOf, pairsOf, type Stage, stagesOf } from './dockerfile.ts'

/** What the image would be: a folder for its root, and how its program is started there. */
export type Rehearsed = Readonly<{
  root: string
  env: Readonly<Record<string, string>>
  cwd: string
  uid: number
  command: readonly string[]
  health: readonly string[]
}>

type Options = Readonly<{
  /** the folder with the Dockerfile */
  context: string
  target: string
  /** packages that `npm ci` has installed already: the step that installs them takes these */
  installed?: string
  say?(step: string): void
}>
type Room = { root: string; cwd: string; uid: number; env: Record<string, string>; command: string[]; health: string[] }

/** Does in a folder what the Dockerfile does in an image, step by step as it is written there. No container engine is needed. */
export function rehearse({ context, target, installed, say = () => undefined }: Options): Rehearsed {
  const { stages } = stagesOf(readFileSync(join(context, 'Dockerfile'), 'utf8'))
  const rooms = new Map<string, Room>()
  for (const stage of stages) {
    const room = roomFor(stage, target)
    rooms.set(stage.name, room)
    for (const step of stage.steps) {
      say(`${stage.name}: ${step.word} ${step.rest.slice(0, 80)}`)
      perform(step, { room, rooms, context, installed })
    }
  }
  const last = [...rooms.values()].at(-1)
  if (!last) throw new Error('the Dockerfile has no stage')
  return last
}

/** Only the folders of the image itself: what belongs to the machine stays the machine's. */
const OWN = /(?<![\w.$/])\/(?=(?:app|data|town|usr\/local)\b)/gu
const within = (root: string, text: string): string => text.replaceAll(OWN, () => `${root}/`)
/** Who is not root can give a file to nobody. */
const asMe = (text: string): string =>
  process.getuid?.() === 0 ? text : text.replaceAll(/\b1000\b/gu, String(process.getuid?.() ?? 1000))

function roomFor({ name }: Stage, target: string): Room {
  const root = join(target, name)
  mkdirSync(join(root, 'usr', 'local', 'bin'), { recursive: true })
  // where the image has Node, and what it was built with
  const prefix = dirname(dirname(process.execPath))
  symlinkSync(join(prefix, 'include'), join(root, 'usr', 'local', 'include'))
  return { root, cwd: root, uid: process.getuid?.() ?? 0, env: basic(root), command: [], health: [] }
}

const basic = (root: string): Record<string, string> => ({
  PATH: [join(root, 'usr/local/bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  HOME: process.env['HOME'] ?? root,
})

type Doing = Readonly<{ room: Room; rooms: ReadonlyMap<string, Room>; context: string; installed: string | undefined }>

function perform({ word, rest }: Instruction, doing: Doing): void {
  const { room } = doing
  if (word === 'ENV' || word === 'ARG') Object.assign(room.env, mapped(room, pairsOf(rest)))
  else if (word === 'WORKDIR') enter(room, rest)
  else if (word === 'USER') room.uid = process.getuid?.() === 0 ? Number.parseInt(rest, 10) : room.uid
  else if (word === 'COPY') copy(rest, doing)
  else if (word === 'RUN') run(rest, doing)
  else if (word === 'CMD') room.command = listOf(within(room.root, rest))
  else if (word === 'HEALTHCHECK') room.health = listOf(rest)
  else if (!['EXPOSE', 'VOLUME'].includes(word))
    throw new Error(`${word}: the rehearsal does not know this instruction`)
}

const mapped = (room: Room, pairs: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, within(room.root, value)]))

function enter(room: Room, path: string): void {
  room.cwd = within(room.root, path)
  mkdirSync(room.cwd, { recursive: true })
}

function copy(rest: string, { room, rooms, context }: Doing): void {
  const [, stage] = /--from=(\S+)/u.exec(rest) ?? []
  const words = rest.split(/\s+/u).filter((each) => !each.startsWith('--'))
  const to = within(room.root, words.at(-1) ?? '')
  const from = stage === undefined ? undefined : rooms.get(stage)
  // what another stage made is not needed there any more: links save the time
  if (from)
    return sh(
      `cp -al ${words
        .slice(0, -1)
        .map((path) => within(from.root, path))
        .join(' ')} ${to}`,
      room,
    )
  const wanted = words.slice(0, -1)
  const rules = dockerignore.default().add(readFileSync(join(context, '.dockerignore'), 'utf8').split('\n'))
  for (const path of sourcesUnder(context, rules.createFilter()))
    if (wanted.includes('.') || wanted.includes(path)) cpSync(join(context, path), join(room.cwd, to, path))
}

function run(command: string, { room, installed }: Doing): void {
  const packages = /apt-get install[^&]*?((?: [a-z][\w+]*)+)\s*&&/u.exec(command)?.[1]
  if (packages !== undefined) return packages.trim().split(' ').forEach(mustBeHere)
  if (!command.includes('npm ci') || installed === undefined) return sh(within(room.root, asMe(command)), room)
  sh(`cp -a --reflink=auto ${installed} node_modules && rm -rf node_modules/.cache`, room)
}

/** Tools of the build stage are the machine's here. */
function mustBeHere(tool: string): void {
  const places = (process.env['PATH'] ?? '').split(delimiter)
  if (!places.some((place) => existsSync(join(place, tool)))) throw new Error(`${tool} is not installed`)
}

function sh(command: string, { cwd, env }: Room): void {
  const done = spawnSync('sh', ['-ec', command], { cwd, env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command}\n${done.stdout}${done.stderr}`)
}
