/** What stands on the picture of a week or a month. */
export const REPORT = {
  title: { week: '周报', month: '月报' },
  between: '—',
  day: (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`,
  /** on the axis of the days */
  short: (iso: string): string => `${Number(iso.slice(5, 7))}.${Number(iso.slice(8, 10))}`,
  tiles: { opened: '新收', finished: '办结' },
  /** as things were on the day it was drawn: the week or month is over by then */
  standing: { open: (day: string) => `${day}在办`, overdue: (day: string) => `${day}超期` },
  /** a month has the figures of its assessment; a week is counted otherwise, and is called otherwise */
  shares: {
    week: { response: '按时签收', onTime: '按时办结', solved: '说解决了', satisfied: '满意' },
    month: { response: '按时签收率', onTime: '按时办结率', solved: '解决率', satisfied: '满意率' },
  },
  basis: {
    week: '上面四项只算这一周新收和办结的工单，和“考核”的算法不同',
    month: '上面四项和“考核”是同样的数字，定稿前会变',
  },
  none: '—',
  days: '每天新收和办结（件）',
  units: '各单位办结（件）',
  items: '最多的事项（件）',
  places: '最多的村居（件）',
  opened: '新收',
  finished: '办结',
  foot: '数字由哨子按工单记录统计；只跟同类比，不看罚款多少',
} as const
