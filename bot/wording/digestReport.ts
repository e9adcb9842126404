import type { Ranked, Ranking } from '../../domain/digest/ranking.ts'
import type { Share } from '../../domain/digest/figures.ts'
import type { DigestSaid } from '../../domain/digest/said.ts'
import { rate } from '../../domain/digest/figures.ts'
import { lines, quoted, units } from './common.ts'
import { dayText } from './digestCards.ts'
import type { Body, WordsOf } from './words.ts'

const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 1000) / 10}%`)
const shareText = (name: string, share: Share): string => (share.of === 0 ? '' : `${name} ${percent(rate(share))}`)

/** What is reported over a time. A poster says the same where a picture can go. */
export const digestReportWords: WordsOf<Extract<DigestSaid['kind'], 'poster' | 'ranking'>> = {
  poster: ({ report }) =>
    lines(
      `**${quoted(report.town, 20)}${report.of === 'week' ? '周报' : '月报'} ${dayText(report.from)}—${dayText(report.to)}**`,
      `新收 ${report.opened} 件，办结 ${report.finished} 件；现在在办 ${report.open} 件，其中超期 ${report.overdue} 件。`,
      sharesLine(report),
      named(
        '办结',
        report.units,
        ({ count, inTime }) =>
          `${count} 件${inTime.of > 0 ? `（按时办结${report.of === 'month' ? '率' : ''} ${percent(rate(inTime))}）` : ''}`,
      ),
      named('事项', report.items, ({ count }) => `${count} 件`),
      named('村居', report.places, ({ count }) => `${count} 件`),
    ),
  ranking: ({ town, month, least, class: band, towns, units: own }) =>
    lines(
      `**红黑榜（${Number(month.slice(5))}月）**`,
      towns && lines(`**同类乡镇（${quoted(band, 4)} 类）**`, rankingText(towns, least)),
      lines(`**${quoted(town, 20)}各单位**`, rankingText(own, least)),
      '分数、名次和“考核”是同一个；只跟同类比，不看罚款多少。',
    ),
}

/** A month is counted by its assessment; a week is counted otherwise, and says so. */
function sharesLine({ of, response, onTime, solved, satisfied }: Body<'poster'>['report']): string {
  const all =
    of === 'month'
      ? [
          shareText('按时签收率', response),
          shareText('按时办结率', onTime),
          shareText('解决率', solved),
          shareText('满意率', satisfied),
        ]
      : [
          shareText('按时签收', response),
          shareText('按时办结', onTime),
          shareText('反映人说解决了', solved),
          shareText('满意', satisfied),
        ]
  const said = all.filter(Boolean).join('，')
  if (said === '') return ''
  return of === 'month' ? `${said}（同“考核”，定稿前会变）。` : `这一周新收、办结的工单里：${said}。`
}

function named<T extends Readonly<{ name: string }>>(
  head: string,
  all: readonly T[],
  say: (each: T) => string,
): string {
  return all.length > 0 ? `${head}：${all.map((each) => `${quoted(each.name, 30)} ${say(each)}`).join('、')}` : ''
}

function rankingText({ ranked, alone, few }: Ranking, least: number): string {
  const of = (list: Ranked['list']) => ranked.filter((each) => each.list === list)
  return lines(
    listText('红榜', of('red')),
    listText('黑榜', of('black')),
    listText(of('red').length + of('black').length > 0 ? '其余' : '排名', of(null)),
    alone.length > 0 && `没有同类可比，不排名：${alone.map(aloneText).join('、')}`,
    few.length > 0 && `不到 ${least} 件，不上榜：${units(few)}`,
    ranked.length + alone.length + few.length === 0 && '这个月没有工单。',
  )
}

const listText = (name: string, all: readonly Ranked[]): string =>
  all.length > 0 ? lines(`**${name}**`, ...all.map(rankedLine)) : ''

const aloneText = ({ name, score }: Ranking['alone'][number]): string => `${quoted(name, 30)} ${score} 分`

const rankedLine = ({ place, among, name, score, response, onTime, cases }: Ranked): string =>
  `- ${quoted(name, 30)} ${score} 分，同类第 ${place}/${among}（按时签收 ${percent(response)}，按时办结 ${percent(onTime)}，${cases} 件）`
