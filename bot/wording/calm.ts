import type { FeedbackSaid } from '../../domain/feedback/said.ts'
import { head, lines, list, quoted, reply, said, staffHead, type } from './common.ts'
import { typedNo, when } from './names.ts'
import type { Body, WordsOf } from './words.ts'

type Kinds = Extract<FeedbackSaid['kind'], 'too-much' | 'not-heard' | 'muted' | 'mutes'>

const TOO_MUCH: Readonly<Record<Body<'too-much'>['what'], string>> = {
  messages: '您发得太快了，请歇一两分钟。前面发的都收到了，后面发的会一起补到您反映的事里，不用重发。',
  same: '这句话已经收到好几遍了，不用再发。有新的情况请另外写一句。',
  files: '照片已经够多了，先收到这里。还要的话，办理的人会向您要。',
}

/** Those who send too much, and those who are not heard for a while. */
export const calmWords: WordsOf<Kinds> = {
  'too-much': ({ what }) => TOO_MUCH[what],
  'not-heard': ({ until }) =>
    `您最近发的消息镇里暂时不受理，到 ${when(until)} 为止。着火、触电这样的急事照样受理；别的事请打镇里的值班电话。想知道办到哪一步，发“进度”。`,
  muted: ({ facts, until, reason, on }, say) =>
    on
      ? lines(
          staffHead('已静音', facts, say),
          `反映这件的人到 ${when(until)} 为止发的话只存着、不受理，每天告诉他一次；紧急的、查进度的照常。`,
          `理由：${said(reason, 200) ?? ''}（已记入访问日志）`,
          `要提前解除，请${reply(say)}${type(say, `解除静音 ${typedNo(facts)}`)}。`,
        )
      : lines(head('已解除静音', facts), '反映这件的人发的话照常受理了。'),
  mutes: ({ items }) =>
    items.length === 0
      ? '现在没有人被静音。'
      : lines(
          `**被静音的（${items.length} 人，只写编号）**`,
          list(
            items,
            ({ caseNo, until, by, reason }) => `${caseNo} 到 ${when(until)}，${quoted(by, 20)}：${quoted(reason, 60)}`,
          ),
        ),
}
