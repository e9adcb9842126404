import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPosters } from '../../app/posters.ts'
import { openPencil } from '../../posters/pencil.ts'
import { drawReport, reportChart, WIDTH, type ReportPoster } from '../../posters/report.ts'

/** In no font: what is drawn for it is the box that stands for a missing character. */
const NOBODY = '\u{10FFFD}'
const half = { right: 1, of: 2 }

const report = (own: Partial<ReportPoster> = {}): ReportPoster => ({
  town: '青石镇',
  of: 'week',
  from: '2026-11-16',
  to: '2026-11-22',
  opened: 23,
  finished: 20,
  asOf: '2026-11-23',
  open: 12,
  overdue: 2,
  response: half,
  onTime: half,
  solved: half,
  satisfied: { right: 0, of: 0 },
  days: Array.from({ length: 7 }, (_, n) => ({ day: `2026-11-${16 + n}`, opened: n, finished: 1 })),
  units: [{ name: '城管中队', count: 8 }],
  items: [{ name: '占道经营', count: 6 }],
  places: [{ name: '王家村', count: 6 }],
  ...own,
})

type Box = Readonly<{ left: number; top: number; width: number; height: number }>
/** The blue band with the title, in pixels: the picture is drawn at twice its size. */
const TITLE: Box = { left: 20, top: 20, width: 900, height: 80 }

const pixels = (own: Partial<ReportPoster>, box: Box): Promise<Buffer> =>
  sharp(drawReport(report(own)))
    .extract(box)
    .greyscale()
    .raw()
    .toBuffer()

/** How many differ from the upper left one: the ground. */
const drawn = (of: Buffer): number => of.filter((value) => Math.abs(value - (of[0] ?? 0)) > 64).length
const differing = (one: Buffer, other: Buffer): number =>
  one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 64).length

describe('the picture of a week', () => {
  it('has its title in letters, not an empty band', async () => {
    const { width, height } = await sharp(drawReport(report())).metadata()
    expect([width, height]).toEqual([2 * WIDTH, 2 * reportChart(report()).height])
    expect(drawn(await pixels({}, TITLE))).toBeGreaterThan(2000)
  })

  it.each(['𬭎', '㛃', '堃'])('has %s in it, and not the sign of a missing character', async (rare) => {
    const [one, box, blank] = await Promise.all(
      [`${rare}镇`, `${NOBODY}镇`, '镇'].map((town) => pixels({ town }, TITLE)),
    )
    if (!one || !box || !blank) throw new Error('nothing was drawn')
    expect(differing(one, box)).toBeGreaterThan(500)
    expect(differing(one, blank)).toBeGreaterThan(500)
  })

  it('draws names of units and villages, long ones cut', async () => {
    const names = { left: 0, top: 868, width: 270, height: 70 }
    expect(drawn(await pixels({ units: [{ name: '综合行政执法大队直属中队', count: 3 }] }, names))).toBeGreaterThan(300)
  })

  it('leaves out a chart without anything to show', () => {
    const { height } = reportChart(report({ units: [], items: [], places: [] }))
    expect(height).toBeLessThan(reportChart(report()).height)
    expect(drawReport(report({ units: [], items: [], places: [], days: [] })).length).toBeGreaterThan(1000)
  })

  it.each([
    ['week', ['11月23日在办', '11月23日超期', '说解决了', '只算这一周新收和办结的工单']],
    ['month', ['11月23日在办', '按时签收率', '78.6%', '解决率', '和“考核”是同样的数字']],
  ] as const)('of a %s says what its figures are of, and of which day', (of, said) => {
    const { option } = reportChart(report({ of, onTime: { right: 11, of: 14 } }))
    const { graphic } = option as { graphic: readonly { style: { text?: string } }[] }
    const texts = graphic.flatMap(({ style }) => style.text ?? [])
    for (const each of said) expect(texts.join('\n')).toContain(each)
    if (of === 'month') expect(texts).not.toContain('说解决了')
  })

  it('takes a month of 31 days', () => {
    const days = Array.from({ length: 31 }, (_, n) => ({ day: `2026-10-${n + 1}`, opened: n, finished: n }))
    expect(drawReport(report({ of: 'month', days })).length).toBeLessThan(1_000_000)
  })
})

describe('the pictures of a house', () => {
  const silent = { debug: () => {}, info: () => {}, error: () => {} }
  function logged() {
    const lines: string[] = []
    const log = { ...silent, warn: (_fields: object, line: string) => void lines.push(line), child: () => log }
    return { log, lines }
  }

  it('are drawn in a process beside, once for all who get them', async () => {
    const posters = openPosters(logged().log, openPencil())
    onTestFinished(() => posters.close())
    const [one, other] = await Promise.all([posters.draw(report()), posters.draw(report())])
    expect(one?.subarray(1, 4).toString()).toBe('PNG')
    expect(other).toBe(one)
  })

  it('are said in words where they cannot be drawn in time, and that is logged', async () => {
    const { log, lines } = logged()
    const posters = openPosters(log, openPencil(1))
    onTestFinished(() => posters.close())
    expect(await posters.draw(report())).toBeNull()
    expect(lines).toEqual(['a poster could not be drawn; it goes as text'])
  })
})
