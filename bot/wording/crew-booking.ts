import type { AssetSaid, BookingSaid } from '../../domain/crew/said.ts'
import { lines, list, quoted, reply, type } from './common.ts'
import { shortNo, when } from './names.ts'
import type { HelpLine } from './part.ts'
import type { Body, Say, WordsOf } from './words.ts'

const thing = ({ asset }: BookingSaid): string => quoted(asset, 40) || '这一件'
const who = (name: string): string => quoted(name, 20) || '同事'

/** 11月24日 周二 14:00 到 16:00; the day is said twice only where it is another. */
export function times({ from, to }: Readonly<{ from: string; to: string }>): string {
  const [start, end] = [when(from), when(to)]
  const day = start.split(' ').slice(0, 2).join(' ')
  return `${start} 到 ${end.startsWith(day) ? end.slice(day.length + 1) : end}`
}

const HEADS: Readonly<Record<Body<'booked'>['news'], string>> = {
  booked: '预约好了',
  returned: '已归还',
  cancelled: '预约已取消',
  late: '到时间还没有归还',
  'late-watch': '到时间还没有归还',
}

function bookedText(body: Body<'booked'>, say: Say): string {
  const { news, booking, keyholder, km } = body
  const back = type(say, `归还 ${shortNo(booking.no)}`)
  switch (news) {
    case 'booked':
      return body.for === 'keyholder'
        ? `${who(booking.by)}预约了${thing(booking)}，${times(booking)}，请准备好钥匙或设备交给他。`
        : lines(
            `${thing(booking)}，${times(booking)}。`,
            keyholder && `到时找${who(keyholder)}拿。`,
            `用完请${reply(say)}${back}（车辆后面写公里数）；不用了回复${type(say, `取消预约 ${shortNo(booking.no)}`)}。`,
          )
    case 'returned':
      return `${who(booking.by)}用的${thing(booking)}已归还${km === null || km === undefined ? '' : `，公里数 ${km}`}。`
    case 'cancelled':
      return `${who(booking.by)}${times(booking)}用${thing(booking)}的预约取消了。`
    case 'late':
      return `您借的${thing(booking)}应在 ${when(booking.to)} 归还，还了请${reply(say)}${back}。还要用的，归还后再预约。`
    case 'late-watch':
      return `${thing(booking)}应在 ${when(booking.to)} 归还，${who(booking.by)}还没有还，请问一下他；还了请${reply(say)}${back}。`
  }
}

const KINDS: Readonly<Record<AssetSaid['kind'], string>> = { vehicle: '车辆', equipment: '装备', room: '房间' }

const assetLine = ({ name, station, keyholder, until }: AssetSaid, n: number): string =>
  [
    `${n}. ${quoted(name, 40)}`,
    station && quoted(station, 30),
    keyholder && `找${who(keyholder)}拿`,
    until && `协议到 ${until}`,
  ]
    .filter(Boolean)
    .join('，')

function assetsText({ items, month, lacks }: Body<'assets'>): string {
  const kinds = (['vehicle', 'equipment', 'room'] as const).map((kind) => ({
    kind,
    all: items.filter((each) => each.kind === kind),
  }))
  return lines(
    items.length === 0 && '还没有登记车辆和装备，请管理员填写装备清单。',
    ...kinds.map(
      ({ kind, all }) => all.length > 0 && lines(`**${KINDS[kind]}（${all.length}）**`, list(all, assetLine)),
    ),
    lacks.length > 0 && `**${Number(month.slice(5))}月因为缺装备、缺车辆办不下去的**`,
    ...lacks.map(
      ({ station, equipment, vehicle }) =>
        `${quoted(station, 30)}：${[equipment > 0 && `缺装备 ${equipment} 次`, vehicle > 0 && `缺车辆 ${vehicle} 次`].filter(Boolean).join('，')}`,
    ),
  )
}

export const bookingWords: WordsOf<'booked' | 'bookings' | 'assets'> = {
  booked: (body, say) => lines(`**【${HEADS[body.news]}】${body.booking.no}**`, bookedText(body, say)),
  bookings: ({ items }, say) =>
    items.length === 0
      ? `今天、明天没有预约。要用车请${reply(say)}${type(say, '用车 14:00 2小时 事由')}。`
      : lines(
          '**今天、明天的预约**',
          list(
            items,
            (booking) =>
              `${shortNo(booking.no)} ${thing(booking)}，${times(booking)}，${who(booking.by)}${booking.late ? '，⏰还没有还' : ''}`,
          ),
        ),
  assets: assetsText,
}

export const BOOKING_HELP: readonly HelpLine[] = [
  ['用车 明天 14:00 2小时 事由', '找一辆空的车'],
  ['借询问室 15:00 1小时', '预约询问室'],
  ['借 执法记录仪 14:00 2小时', '按名称借装备'],
  ['归还 0001', '用完了；还车后面写公里数'],
  ['取消预约 0001', '不用了'],
  ['预约', '今天、明天谁用什么'],
  ['装备', '有哪些车辆、装备，找谁拿'],
]
