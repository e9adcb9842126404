import { quoted } from './common.ts'
import { STAGE_NAMES } from './names.ts'
import type { WordsOf } from './words.ts'

/** About other systems: what one of them hears is data; these words are for whoever looks at a row of it. */
export const openWords: WordsOf<'hook' | 'hook-parked'> = {
  hook: ({ case: { no, stage } }) => `推送给其他系统：${no} ${STAGE_NAMES[stage]}`,
  'hook-parked': ({ hook, caseNo }) =>
    [
      `**【推送没有送达】**向其他系统的推送“${quoted(hook, 40)}”一天多都没有成功，已停下${caseNo ? `（例如 ${caseNo}）` : ''}。`,
      '请管理员检查乡镇配置里这个推送的网址和密钥，问对方系统是否正常；修好后新的变化会照常推送，停下的不再补发。',
    ].join('\n'),
}
