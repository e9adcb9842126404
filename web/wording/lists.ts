export const LISTS = {
  stale: '清单刚刚被别人改过，请刷新页面，看一看再改。',
  unread: '清单读不出来，请系统管理员在服务器上运行 doctor，按提示改好。',
  notYours: '只有指挥室派单员和系统管理员可以改清单。',
  noVersion: '没有这个版本，请刷新页面再选。',
  badFile: '文件没有传完整，请重新选文件。',
} as const
