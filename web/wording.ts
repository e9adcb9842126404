/** What the pages say; villagers never see them, the person who installs it does. */
export const PAGES = {
  running: (up: boolean) =>
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>哨子</title><body><h1>哨子正在运行</h1><p>${up ? '一切正常。' : '有一部分没有就绪，请看下面的链接。'}</p><p><a href="/readyz">运行状态</a></p></body></html>`,
  notFound: '没有这个页面。',
} as const
