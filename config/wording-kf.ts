import type { Words } from './fault.ts'

/** What `shaozi kf links` says on the terminal. */
export const wordingKf = {
  failed: '海报没有做成：',
  notConfigured: {
    problem: '没有设置微信客服',
    mend: '照 docs/channels.zh-CN.md 接好微信客服，设置 WECOM_KF_OPEN_KFID、WECOM_CORP_ID 和 WECOM_APP_SECRET',
  } satisfies Words,
  folder: (folder: string, code: string): Words => ({
    problem: `文件夹 ${folder} 建不了或写不进去（${code}）`,
    mend: '给运行哨子的用户写权限，或用 --out 换一个文件夹',
  }),
  disk: (path: string, code: string): Words => ({
    problem: `${path} 没有写成（${code}）`,
    mend: '看磁盘是不是满了、文件是不是正被别的程序打开；已经做好的不受影响',
  }),
  noVillages: {
    problem: '乡镇文件夹里一个村也没有',
    mend: '在 villages.csv 里写上各村，再做一次',
  } satisfies Words,
  noAnswer: (reason: string): Words => ({
    problem: `企业微信没有给出二维码链接（${reason}）`,
    mend: '过一会儿再做一次；还是这样，运行 npm run shaozi -- doctor',
  }),
  poster: (done: number, all: number, town: string, village: string, path: string) =>
    `[${done}/${all}] ${town} ${village}  ${path}\n`,
  drawn: (done: number, all: number, town: string, village: string) => `[${done}/${all}] ${town} ${village}\n`,
  sheet: (town: string, pages: number, path: string) => `${town}：${pages} 页，一页一村  ${path}\n`,
  done: (villages: number, folder: string) =>
    `做好了 ${villages} 个村，都在 ${folder}\n贴之前先用自己的微信扫一扫，看是不是这个村。\n`,
  tooLong: (codes: readonly string[]) => `没有做（村编号太长，放不进链接）：${codes.join('、')}\n`,
  unprintable: (village: string, characters: readonly string[]) =>
    `注意：${village} 的「${characters.join('')}」字体里没有，海报上会是一个方框\n`,
  twice: (code: string, towns: readonly string[]) =>
    `注意：${towns.join('、')}用了同一个村编号 ${code}，扫码以后分不清是哪个镇的；请改 villages.csv\n`,
} as const
