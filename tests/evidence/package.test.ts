import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPackage } from '../../evidence/check.ts'
import { compare } from '../../evidence/compare.ts'
import { digest } from '../../evidence/digest.ts'
import type { Fault } from '../../evidence/fault.ts'
import { packEvidence, TooMuch } from '../../evidence/pack.ts'
import { wordingEvidence } from '../../evidence/wording-evidence.ts'
import { hashOf } from '../../store/chain.ts'
import { changed, input, manifestOf, SENDER, sha, withManifest } from './sample.ts'

const faultsOf = (zip: Uint8Array) => checkPackage(zip).faults
const names = (zip: Uint8Array) => Object.keys(unzipSync(zip)).toSorted()
const BEFORE = `files/1-${sha.before.slice(0, 8)}.jpg`

describe('the package of a case', () => {
  it('holds every file, what happened, and a page for people; it checks by itself', async () => {
    const zip = await packEvidence(input())
    const [first, second, ...others] = names(zip)
    expect([first, second]).toEqual([BEFORE, expect.stringMatching(/^files\/2-[0-9a-f]{8}\.jpg$/)])
    expect(others).toEqual(['manifest.json', '目录.txt'])
    expect(faultsOf(zip)).toEqual([])
    const { files, chain, made } = manifestOf(zip)
    expect(chain.events.map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 6])
    expect(chain.head.seq).toBe(7)
    expect(made.mark).toContain('zhou')
    expect(files).toMatchObject([
      { name: BEFORE, state: 'here', by: 'reporter', sender: '群众', gps: '34.1,113.1', event: 2 },
      { state: 'here', by: 'u-zhangwei', sender: '张伟', gps: '34.1,113.1', event: 5 },
      { name: null, state: 'erased', sha256: sha.gone, event: 6 },
    ])
  })

  it('tells people what is in it and how to check it, and nobody who reported', async () => {
    const zip = await packEvidence(input())
    const entries = unzipSync(zip)
    const page = Buffer.from(entries['目录.txt'] ?? []).toString()
    expect(page).toContain('QS261124-0001 证据包')
    expect(page).toContain('zhou 2026-11-24 10:09 青石镇')
    expect(page).toMatch(/群众，2026-11-24 10:00:00 收到，事件第 2 号/)
    expect(page).toContain('已按规定删除')
    expect(page).toContain(sha.before)
    for (const bytes of Object.values(entries)) expect(Buffer.from(bytes).toString('latin1')).not.toContain(SENDER)
  })

  it('does not say where a reporter stood who asked not to be known', async () => {
    const shielded = input({ facts: { ...input().facts, shield: 'confidential' } })
    const { files } = manifestOf(await packEvidence(shielded))
    expect(files.map(({ gps }) => gps)).toEqual([null, '34.1,113.1', null])
  })

  it('holds a picture that was sent twice once', async () => {
    const all = input()
    const again = all.events.find(({ seq }) => seq === 2)
    if (!again) throw new Error('no event 2')
    const event = { ...again, seq: 9, data: { ...again.data, id: 'again' } }
    const link = { ...event, hash: hashOf(event.prevHash, 9, event) }
    const head = { seq: 9, hash: link.hash }
    const zip = await packEvidence({ ...all, head, events: [...all.events, link] })
    expect(manifestOf(zip).files.map(({ name }) => name === BEFORE)).toEqual([true, false, false, true])
    expect(faultsOf(zip)).toEqual([])
  })

  it.each([
    ['is not there', async () => null],
    ['is another by now', async () => Buffer.from('something else')],
  ])('says so where a file %s', async (_what, read) => {
    const zip = await packEvidence(input({ read }))
    expect(manifestOf(zip).files[0]).toMatchObject({ name: null, state: 'lost' })
    expect(faultsOf(zip)).toContainEqual({ code: 'lost', name: sha.before })
  })

  it('is refused before anything is read where it would be too much', async () => {
    const [opened, evidence, ...others] = input().events
    if (!opened || !evidence) throw new Error('no events')
    const huge = { ...evidence, data: { ...evidence.data, bytes: 600 * 1024 * 1024 } }
    const read = () => Promise.reject(new Error('was read'))
    await expect(packEvidence(input({ events: [opened, huge, ...others], read }))).rejects.toThrow(TooMuch)
  })
})

/** How often each is changed in a check below: one thing at a time, everything else as it was. */
const CRIMES: readonly (readonly [string, (zip: Buffer) => Buffer, Fault])[] = [
  [
    'a byte of a file',
    (zip) => changed(zip, (e) => void (e[BEFORE] = Buffer.from('A picture of the stall'))),
    { code: 'changed', name: BEFORE },
  ],
  ['a file left out', (zip) => changed(zip, (e) => void delete e[BEFORE]), { code: 'missing', name: BEFORE }],
  [
    'a file put in',
    (zip) => changed(zip, (e) => void (e['files/9-x.jpg'] = Buffer.from('x'))),
    { code: 'extra', name: 'files/9-x.jpg' },
  ],
  [
    'a word of the page for people',
    (zip) => changed(zip, (e) => void (e['目录.txt'] = Buffer.from('nothing to see'))),
    { code: 'changed', name: '目录.txt' },
  ],
  [
    'a size in the manifest',
    (zip) => withManifest(zip, ({ contents }) => void (contents.bytes += 1)),
    { code: 'size', name: '目录.txt' },
  ],
  [
    'a size that is not the one in the log',
    (zip) => withManifest(zip, ({ files }) => void (files[0]!.bytes += 1)),
    { code: 'file-unlike-event', seq: 2 },
  ],
  [
    'who sent a file',
    (zip) => withManifest(zip, ({ files }) => void (files[0]!.by = 'u-zhangwei')),
    { code: 'file-unlike-event', seq: 2 },
  ],
  [
    'where an officer stood',
    (zip) => withManifest(zip, ({ files }) => void (files[1]!.gps = '1,1')),
    { code: 'file-unlike-event', seq: 5 },
  ],
  [
    'another picture in its place, with its own hash in the list',
    (zip) =>
      changed(zip, (e) => {
        const forged = Buffer.from('A picture of the stall')
        const manifest = manifestOf(zip)
        Object.assign(manifest.files[0]!, { sha256: digest(forged), bytes: forged.length })
        e['manifest.json'] = Buffer.from(JSON.stringify(manifest))
        e[BEFORE] = forged
      }),
    { code: 'file-unlike-event', seq: 2 },
  ],
  [
    'a file taken off the list',
    (zip) => withManifest(zip, ({ files }) => void files.pop()),
    { code: 'event-no-file', seq: 6 },
  ],
  [
    'a file on the list that no event names',
    (zip) => withManifest(zip, ({ files }) => void files.push({ ...files[0]!, event: 99 })),
    { code: 'file-no-event', seq: 99 },
  ],
  [
    'a word of an event',
    (zip) => withManifest(zip, ({ chain }) => void (chain.events[0]!.data['text'] = '无事')),
    { code: 'event-changed', seq: 1 },
  ],
  [
    'the instant of an event',
    (zip) => withManifest(zip, ({ chain }) => void (chain.events[0]!.at = '2026-11-24T02:00:01.000Z')),
    { code: 'event-changed', seq: 1 },
  ],
  [
    'the order of events',
    (zip) => withManifest(zip, ({ chain }) => void chain.events.reverse()),
    { code: 'event-order', seq: 1 },
  ],
  [
    'an event of the chain put anew, hash and all',
    (zip) =>
      withManifest(zip, ({ chain }) => {
        const [event] = chain.events
        if (!event) return
        event.data['text'] = '无事'
        event.hash = hashOf(event.prevHash, 1, { ...event, at: new Date(event.at) })
      }),
    { code: 'event-gap', seq: 2 },
  ],
  [
    'the number of the case',
    (zip) => withManifest(zip, ({ case: of }) => void (of.caseNo = 'QS261124-0009')),
    { code: 'event-other-case', seq: 1 },
  ],
  ['the head', (zip) => withManifest(zip, ({ chain }) => void (chain.head.seq = 3)), { code: 'head' }],
  [
    'something else written into it',
    (zip) => withManifest(zip, (manifest) => void Object.assign(manifest.files[0]!, { note: 'taken by me' })),
    { code: 'bad-manifest' },
  ],
  [
    'the manifest cut off',
    (zip) => changed(zip, (e) => void (e['manifest.json'] = e['manifest.json']!.subarray(0, 99))),
    { code: 'bad-manifest' },
  ],
  ['the manifest left out', (zip) => changed(zip, (e) => void delete e['manifest.json']), { code: 'no-manifest' }],
  ['the zip cut off', (zip) => zip.subarray(0, zip.length / 2), { code: 'not-a-zip' }],
  [
    'a name that leads out of the folder',
    (zip) => changed(zip, (e) => void (e['files/../../evil.txt'] = Buffer.from('x'))),
    { code: 'leads-out', name: 'files/../../evil.txt' },
  ],
  [
    'a name of Windows that does',
    (zip) => changed(zip, (e) => void (e['..\\evil.txt'] = Buffer.from('x'))),
    { code: 'leads-out', name: '..\\evil.txt' },
  ],
]

describe('a package somebody had his hands on', () => {
  it.each(CRIMES)('is found out: %s', async (_what, crime, fault) => {
    const faults = faultsOf(crime(await packEvidence(input())))
    expect(faults).toContainEqual(fault)
    for (const each of faults) expect(wordingEvidence.fault(each)).toMatch(/\p{Script=Han}/u)
  })

  it('is not unpacked where it would fill the memory', async () => {
    const bomb = declaring(await packEvidence(input()), 700 * 1024 * 1024)
    expect(faultsOf(bomb)).toEqual([{ code: 'too-large' }])
  })

  it('is not unpacked where two entries have one name', async () => {
    const zip = changed(await packEvidence(input()), (e) => void (e['manifest.jsoX'] = Buffer.from('{}')))
    const forged = Buffer.from(zip.toString('latin1').replaceAll('manifest.jsoX', 'manifest.json'), 'latin1')
    expect(faultsOf(forged)).toEqual([{ code: 'twice', name: 'manifest.json' }])
  })

  it('is cut off where it unpacks to more than it declares', async () => {
    expect(faultsOf(declaring(await packEvidence(input()), 3))).toEqual([{ code: 'bad-manifest' }])
  })
})

/** The directory of the zip says that the manifest unpacks to so many bytes. */
function declaring(zip: Buffer, size: number): Buffer {
  const fromName = 46 - 24
  const forged = Buffer.from(zip)
  forged.writeUInt32LE(size, forged.lastIndexOf('manifest.json') - fromName)
  return forged
}

describe('a package beside the database it came from', () => {
  const all = input()
  const kept = { events: all.events, head: all.head, files: new Set(['before', 'after']) }

  it('is the same', async () => {
    expect(compare(manifestOf(await packEvidence(all)), kept)).toEqual([])
  })

  it.each([
    ['an event with another hash', { ...kept, events: all.events.slice(1) }, { code: 'event-not-in-database', seq: 1 }],
    ['a head the log does not have', { ...kept, head: null }, { code: 'head-not-in-database', seq: 7 }],
    ['a file that was never let go of', { ...kept, files: new Set(['gone']) }, { code: 'not-erased', name: sha.gone }],
  ] as const)('is found out: %s', async (_what, database, fault) => {
    expect(compare(manifestOf(await packEvidence(all)), database)).toEqual([fault])
  })

  it('is found out: an event left out', async () => {
    const manifest = manifestOf(await packEvidence({ ...all, events: all.events.slice(0, -2) }))
    expect(compare(manifest, kept)).toEqual([5, 6].map((seq) => ({ code: 'event-left-out', seq })))
  })
})
