/** What stands on the picture of a week or a month. */
export const REPORT = {
  title: { week: '周报', month: '月报' },
  between: '—',
  day: (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`,
  /** on the axis of the days */
  short: (iso: string): string => `${Number(iso.slice(5, 7))}.${Number(iso.slice(8, 10))}`,
  tiles: { opened: '新收', finished: '办结', open: '在办', overdue: '超期' },
  shares: { response: '按时签收', onTime: '按时办结', solved: '说解决了', satisfied: '满意' },
  none: '—',
  days: '每天新收和办结（件）',
  units: '各单位办结（件）',
  items: '最多的事项（件）',
  places: '最多的村居（件）',
  opened: '新收',
  finished: '办结',
  foot: '数字由哨子按工单记录统计；只跟同类比，不看罚款多少',
} as const
