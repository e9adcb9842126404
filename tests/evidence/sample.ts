import { unzipSync, zipSync } from 'fflate'
import { evidenceOf } from '../../domain/case/evidence.ts'
import type { NewAttachment, NewEvent } from '../../domain/decision.ts'
import type { Facts } from '../../domain/facts.ts'
import { digest } from '../../evidence/digest.ts'
import type { Input } from '../../evidence/input.ts'
import type { Manifest } from '../../evidence/manifest.ts'
import { GENESIS, hang, hashOf, type Link } from '../../store/chain.ts'

export const SENDER = 'r-0123456789abcdef'
const task = { id: 'case-1', caseNo: 'QS261124-0001' }
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 2, minute))

const bytesOf: Readonly<Record<string, Buffer>> = {
  before: Buffer.from('a picture of the stall'),
  after: Buffer.from('a picture of the empty street'),
  gone: Buffer.from('a picture that was let go of'),
}
const shaOf = (name: string): string => digest(bytesOf[name] ?? Buffer.alloc(0))

function file(id: string, by: string, minute: number): NewAttachment & { sha256: string } {
  const bytes = bytesOf[id] ?? Buffer.alloc(0)
  const about = { mime: 'image/jpeg', bytes: bytes.length, name: '.jpg', gps: '34.1,113.1', fault: null } as const
  return { id, taskId: task.id, sha256: digest(bytes), by, at: at(minute), source: 'image', ...about }
}

const files = [file('before', SENDER, 0), file('after', 'u-zhangwei', 2), file('gone', SENDER, 3)] as const
const event = (of: typeof task, type: string, by: string, minute: number): NewEvent => ({
  taskId: of.id,
  caseNo: of.caseNo,
  type,
  by,
  at: at(minute),
  data: { text: '王家村有人占道' },
})
const other = { id: 'case-2', caseNo: 'QS261124-0002' }

const { links, head } = hang(
  GENESIS,
  [
    event(task, 'opened', 'reporter', 0),
    evidenceOf(files[0], task, at(0)),
    event(other, 'opened', 'reporter', 1),
    event(task, 'feedback', 'u-zhangwei', 2),
    evidenceOf(files[1], task, at(2)),
    evidenceOf(files[2], task, at(3)),
    event(other, 'signed', 'u-zhangwei', 4),
  ],
  hashOf,
)

const facts = {
  caseNo: task.caseNo,
  town: '青石镇',
  stage: 'signed',
  level: 'normal',
  item: '占道经营',
  place: '王家村',
  text: '王家村有人占道',
  lead: '城管中队',
  assist: ['环保所'],
  holder: '张伟',
  result: null,
  signBy: null,
  arriveBy: null,
  finishBy: null,
  tentative: false,
  reopens: 0,
  legalBasis: null,
} as const satisfies Facts

export const input = (change: Partial<Input> = {}): Input => ({
  facts,
  openedAt: at(0),
  made: { at: at(9), by: 'zhou', mark: 'zhou 2026-11-24 10:09 青石镇', reason: '复议', program: '0.1.0' },
  head,
  events: ofCase(links),
  files: [files[0], files[1], { ...files[2], fault: 'erased', gps: null }],
  nameOf: (userid) => (userid === 'u-zhangwei' ? '张伟' : null),
  read: async (sha256) => Object.values(bytesOf).find((bytes) => digest(bytes) === sha256) ?? null,
  ...change,
})

const ofCase = (all: readonly Link[]): readonly Link[] => all.filter(({ taskId }) => taskId === task.id)
export const sha = { before: shaOf('before'), gone: shaOf('gone') } as const

type Entries = Record<string, Uint8Array>

/** The same package after somebody had his hands on what lies in it. */
export function changed(zip: Uint8Array, change: (entries: Entries) => void): Buffer {
  const entries = unzipSync(zip)
  change(entries)
  return Buffer.from(zipSync(entries))
}

export const manifestOf = (zip: Uint8Array): Manifest =>
  JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString()) as Manifest

export const withManifest = (zip: Uint8Array, change: (manifest: Manifest) => void): Buffer =>
  changed(zip, (entries) => {
    const manifest = manifestOf(zip)
    change(manifest)
    entries['manifest.json'] = Buffer.from(JSON.stringify(manifest))
  })
