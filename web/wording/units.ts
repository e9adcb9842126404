import type { Asset, StationKind } from '../../domain/town.ts'

export const UNITS = {
  stale: '这个月的值班表刚刚被别人改过，请刷新页面再改。',
  notWithin: '只能改这个月的日子。',
  notYours: '只有这个站所的负责人和指挥室可以改值班表。',
  unread: '值班表读不出来，请系统管理员检查乡镇配置文件夹。',
  assetsUnread: '车辆装备清单读不出来，请系统管理员检查乡镇配置文件夹。',
  assetsStale: '清单刚刚被别人改过，请刷新页面再改。',
  stillOut: (name: string): string => `没有保存：${name}还有人借着或者约着，请先还回或取消，再从清单里去掉。`,
  fault: (problem: string, mend: string): string => `没有保存：${problem}。${mend}。`,
  licence: '执法证',
  certificate: '法制审核（监督）证',
} as const

export const UNIT_KINDS: Readonly<Record<StationKind, string>> = {
  brigade: '综合行政执法大队',
  resident: '派驻站所',
  department: '上级部门',
  police: '派出所',
}

export const ASSET_KINDS: Readonly<Record<Asset['kind'], string>> = { vehicle: '车辆', equipment: '装备', room: '房间' }
