import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownOnly } from '../../web/queue-page.ts'
import { ROOT } from './program.ts'

/** Hosts that may stand in what we serve, and why no browser ever asks them. */
const HARMLESS: readonly (readonly [host: RegExp, reason: string])[] = [
  [/^www\.w3\.org$|^json-schema\.org$/u, 'the name of a language, not a place'],
  [
    /^(?:link|cli|router|devtools)\.vuejs\.org$|^element-plus\.org$|^base-ui\.com$|^fb\.me$|^bit\.ly$/u,
    'in the words of a warning to the programmer',
  ],
  [
    /^(?:react\.i18next\.com|reactjs\.org|react\.dev|redux\.js\.org|redux-toolkit\.js\.org)$/u,
    'in the words of an error',
  ],
  [/^(?:mathiasbynens\.be|developer\.mozilla\.org)$/u, 'in a comment on where a few lines come from'],
  [/^github\.com$/u, 'in a comment or warning; the link to the releases of bull-board is one a person must click'],
  [/^felixmosh\.github\.io$|^reactflow\.dev$/u, 'a link that a person must click'],
  [/^(?:localhost|fake\.com)$/u, 'stands in for the base of a relative address while it is read'],
]

const ADDRESS =
  /(?:\b(?:https?|wss?):|(?<=["'`(=]))\/\/((?:[\w-]+\.)+[a-z]{2,}|localhost|\d+(?:\.\d+){3})(?=[/"'`:?#\s)\\.$]|$)/giu
const hostsIn = (text: string): string[] => [...text.matchAll(ADDRESS)].map(([, host = '']) => host.toLowerCase())
const strangersIn = (text: string): string[] => [
  ...new Set(hostsIn(text).filter((host) => !HARMLESS.some(([known]) => known.test(host)))),
]

const board = join(dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')), 'dist')
const served = ['web/client/dist', 'simulator/client/dist', relative(ROOT, join(board, 'static'))]
const readable = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js|css|json|svg|txt|webmanifest)$/u.test(file),
  )

describe.each(served)('%s', (folder) => {
  it('asks nobody outside', () => {
    const files = readable(folder)
    expect(files.length).toBeGreaterThan(0)
    const found = files.flatMap((file) =>
      strangersIn(readFileSync(join(ROOT, folder, file), 'utf8')).map((host) => `${file}: ${host}`),
    )
    expect(found).toEqual([])
  })
})

it('the first page of the queues, as we serve it, asks nobody outside', () => {
  const page = readFileSync(join(board, 'index.ejs'), 'utf8')
  expect(strangersIn(page)).toEqual(['fonts.googleapis.com'])
  expect(strangersIn(ownOnly(page))).toEqual([])
})

it('an address is found however it is written', () => {
  for (const text of [
    '<script src="//cdn.evil.cn/a.js">',
    'url(//cdn.evil.cn/a)',
    "fetch('https://cdn.evil.cn')",
    '"wss://cdn.evil.cn:1/"',
    'http://1.2.3.4/x',
  ])
    expect(strangersIn(text)).toHaveLength(1)
  for (const text of ['a//b.test(c)', '// see file.ts', 'x = 1 //comment.here']) expect(strangersIn(text)).toEqual([])
})
