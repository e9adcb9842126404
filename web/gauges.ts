import { ALARM_KINDS } from '../domain/alarm/kinds.ts'
import { dayFrom, dayOf } from '../domain/calendar/zone.ts'
import { daysUntil } from '../domain/alarm/seen.ts'
import type { Measured } from './measured.ts'

/** One value, and what it is of. */
export type Row = readonly [labels: Readonly<Record<string, string>>, value: number]

type Line = Readonly<{
  name: string
  help: string
  labels: readonly string[]
  rows(measured: Measured): readonly Row[]
}>

const one = (name: string, help: string, value: (measured: Measured) => number | null | undefined): Line => ({
  name,
  help,
  labels: [],
  rows: (measured) => plain(value(measured)),
})

const plain = (value: number | null | undefined): Row[] => (value === null || value === undefined ? [] : [[{}, value]])

const each = (
  name: string,
  help: string,
  label: string,
  rows: (measured: Measured) => readonly (readonly [string, number])[],
): Line => ({
  name,
  help,
  labels: [label],
  rows: (measured) => rows(measured).map(([of, value]) => [{ [label]: of }, value]),
})

/** What is measured, by name: docs/metrics.zh-CN.md says the same in Chinese. What there is not has no line. */
export const GAUGES: readonly Line[] = [
  one('shaozi_ready', '1 when every part is ready', ({ ready }) => Number(ready.ok)),
  one('shaozi_leads', '1 when this process delivers and sweeps, 0 when another one does', ({ ready }) =>
    Number(ready.leads),
  ),
  each('shaozi_alarm_standing', '1 when an alarm of this kind stands', 'kind', ({ standing }) =>
    ALARM_KINDS.map((kind) => [kind, Number(standing.includes(kind))] as const),
  ),
  each('shaozi_channel_up', '1 when this channel can deliver', 'channel', ({ seen }) =>
    seen.channels.map(({ name, up }) => [name, Number(up)] as const),
  ),
  one('shaozi_channels_up', 'channels that can deliver', ({ seen }) => seen.channels.filter(({ up }) => up).length),
  one('shaozi_redis_up', '1 when Redis answers', ({ seen }) =>
    seen.redis === 'none' ? null : Number(seen.redis === 'ok' || seen.redis === 'evicts'),
  ),
  one('shaozi_queue_bullmq', '1 when BullMQ spreads the work, 0 when this process does it', ({ ready }) =>
    Number(ready.queue === 'bullmq'),
  ),
  one(
    'shaozi_backup_age_seconds',
    'since the last backup, or since the first is waited for',
    ({ backupAge }) => backupAge,
  ),
  one('shaozi_disk_free_bytes', 'what is left of the disk of the data', ({ seen }) => seen.disk?.free),
  one('shaozi_disk_size_bytes', 'how large the disk of the data is', ({ seen }) => seen.disk?.size),
  each('shaozi_days_until_end', 'days until the first of its kind ends, below 0 when it is over', 'what', daysLeft),
  each('shaozi_clock_skew_seconds', 'how far our clock is ahead of another one', 'against', ({ seen }) =>
    seen.skews.map(({ against, seconds }) => [against, seconds] as const),
  ),
  each('shaozi_cases_open', 'cases that are not finished', 'town', ({ census }) =>
    census.cases.map(({ town, count }) => [town, count] as const),
  ),
  each('shaozi_inbox_messages', 'received messages that are not done with', 'status', ({ census }) =>
    ['pending', 'parked'].map((status) => [status, sum(census.inbox.filter((row) => row.status === status))] as const),
  ),
  {
    name: 'shaozi_outbox_messages',
    help: 'messages to be sent that are not done with',
    labels: ['status', 'queue'],
    rows: ({ census }) => census.outbox.map(({ status, queue, count }) => [{ status, queue }, count]),
  },
  one(
    'shaozi_oldest_unsent_seconds',
    'age of the oldest message that is due and not sent',
    ({ ready }) => ready.oldestUnsentSeconds ?? 0,
  ),
  one('shaozi_waiting_messages', 'messages that wait until their recipient writes', ({ ready }) => ready.waiting ?? 0),
  one('shaozi_commit_queue_length', 'writes of this process that wait', ({ backlog }) => backlog),
  each('shaozi_handled_messages_total', 'messages worked on since the start', 'outcome', ({ handled }) =>
    Object.entries(handled),
  ),
  each(
    'shaozi_quota_fullest_ratio',
    'how full the fullest of its kind is, 1 = we send no more',
    'quota',
    ({ quotas }) => quotas.map(({ quota, fullest }) => [quota, fullest] as const),
  ),
  each('shaozi_quota_waits', 'times a message had to wait for it since the start', 'quota', ({ quotas }) =>
    quotas.map(({ quota, waits }) => [quota, waits] as const),
  ),
  each('shaozi_quota_messages', 'messages counted against it since the start', 'quota', ({ quotas }) =>
    quotas.map(({ quota, total }) => [quota, total] as const),
  ),
]

const sum = (rows: readonly Readonly<{ count: number }>[]): number => rows.reduce((all, { count }) => all + count, 0)

function daysLeft({ seen, ready }: Measured): (readonly [string, number])[] {
  const { calendarUntil, certificate, ends } = seen
  const now = new Date(ready.now)
  return [
    ...(calendarUntil ? [['calendar', dayFrom(calendarUntil) - dayFrom(dayOf(now))] as const] : []),
    ...(certificate && 'until' in certificate ? [['certificate', daysUntil(certificate.until, now)] as const] : []),
    ...OF_PEOPLE.flatMap((what) => (ends[what] === undefined ? [] : [[what, ends[what]] as const])),
  ]
}

const OF_PEOPLE = ['delegation', 'mentor', 'licence'] as const
