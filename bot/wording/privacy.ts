import {
  head,
  KEPT_FOR_HIM,
  lines,
  list,
  listed,
  quoted,
  reply,
  replyFreely,
  said,
  staffHead,
  about,
  type,
} from './common.ts'
import { shortNo, typedNo } from './names.ts'
import type { Body, Say, WordsOf } from './words.ts'

type Kinds =
  | 'shielded'
  | 'shield-noted'
  | 'shield-which'
  | 'relay'
  | 'relayed'
  | 'revealed'
  | 'reveal-asked'
  | 'reveal-logged'
  | 'my-data'
  | 'erased'
  | 'kept-how'

/** Told once, below the first answer: what is collected, for what, how long, and how to have it deleted. */
export const FIRST_CONTACT = {
  privacy:
    '（我们只记您的微信账号和您发来的内容，只用来办事和告诉您结果，办完满 3 年删除；站所看不到是谁反映的。看或删：回复“我的信息”“删除我的信息”。）',
  'privacy-staff':
    '（您反映的事，是谁反映的单独加密存放，站所和群里都看不到；只用来办事和告诉您结果，办完满 3 年删除。）',
} as const

/** The same where there is little room. */
export const FIRST_CONTACT_SHORT = {
  privacy: {
    title: '个人信息',
    text: '只记您的微信账号和您发的内容，只用来办事，办完满 3 年删除。看或删：回复“我的信息”。',
  },
  'privacy-staff': { title: '个人信息', text: '是谁反映的单独加密存放，站所看不到，办完满 3 年删除。' },
} as const

const KEPT = {
  anonymous: '已按匿名办理：办事的单位和群里都看不到是您反映的。',
  confidential:
    '已按保密办理：办事的单位和群里都看不到是您反映的，您话里能认出您的内容也隐去了。要看是谁反映的，须两个人同意并且记录在案。',
} as const

const KEPT_HOW: Readonly<Record<Body<'kept-how'>['what'], string>> = {
  'erase-not': '好的，没有删除，还和原来一样。',
  unshield:
    '已经要求匿名或保密的事，会一直保密到办完，不能取消，请放心。以后反映别的事，不说“匿名”“保密”就按普通的办；站所照样看不到是谁反映的。',
  'who-looked':
    '站所和群里都看不到是谁反映的。要看反映人，须写明理由，由两个人同意，每次都记录在案。想知道有没有人看过，请问镇里的监督人员。',
  'who-reported': '是谁反映的，我们对谁都不说。对办理有意见的，请直接说是哪件事、什么意见，我来登记。',
}

/** The record of how a case was dealt with is the township's, and must be kept. */
const KEPT_BY_LAW = '按规定要留的办理记录里，没有您的姓名和电话。'

const WISH = { anonymous: '匿名', confidential: '保密' } as const

/** What he was asked before he said so. */
const STILL_ASKED: Readonly<Record<Body<'shield-noted'>['asks'], (say: Say, choices: readonly string[]) => string>> = {
  place: () => '请再说一下在哪里：村名或者旁边的标志。',
  problem: () => '请用一句话说说：在哪里、是什么问题。',
  same: (say, choices) => `和上面说的是同一件事吗？请${reply(say)}${choices.join('或')}。`,
  which: (say, choices) => `刚才那句是回答哪一件的？请${reply(say)}${choices.join('或')}。`,
  insist: (say, choices) => `还是要镇里帮忙的，请${reply(say)}${choices[0] ?? ''}。`,
}

type Known = NonNullable<Body<'revealed'>['people']>[number]

/** What serves to reach him; else that only his account is known. */
function person({ account, name, phone }: Known): string {
  if (name === null && phone === null) return `反映人没有留姓名和电话，只知道账号：${quoted(account, 60)}`
  const parts = [name && quoted(name, 20), phone && `电话 ${quoted(phone, 30)}`, `账号 ${quoted(account, 60)}`]
  return `反映人：${parts.filter(Boolean).join('，')}`
}

/** What is kept of people, and who may look at it. */
export const privacyWords: WordsOf<Kinds> = {
  shielded: ({ facts, also = [] }, say) =>
    lines(
      head(facts.shield === 'confidential' ? '已保密' : '已匿名', facts),
      KEPT[facts.shield ?? 'anonymous'],
      also.length > 0 && `您一起反映的 ${also.map(shortNo).join('、')} 也一样。`,
      `补充情况请${reply(say)}${type(say, `补充 ${typedNo(facts)} 内容`)}，不要写姓名和电话。`,
    ),
  'shield-noted': ({ shield, asks, choices }, say) =>
    lines(
      KEPT_FOR_HIM[shield],
      STILL_ASKED[asks](
        say,
        choices.map((choice) => type(say, choice)),
      ),
    ),
  'shield-which': ({ shield, items }, say) =>
    lines(
      `您这一天没有新反映的事。要给以前的${WISH[shield]}，请${reply(say)}${type(say, `${WISH[shield]} ${shortNo(items[0]?.caseNo ?? '')}`)}。`,
      list(items, listed),
      `要反映新的事，请${replyFreely(say)}在哪里、是什么问题，会按${WISH[shield]}办。`,
    ),
  relay: ({ facts, question }, say) =>
    lines(
      head('想问您一句', facts),
      `您反映的${about(facts)}，办理单位想问：${said(question, 300) ?? ''}`,
      `请${replyFreely(say)}。他们看不到您是谁；不想让人知道，就不要写姓名和电话。`,
    ),
  relayed: ({ facts, count }, say) =>
    lines(
      staffHead('已转问', facts, say),
      `已经问了反映这件事的群众${count > 1 ? `（${count} 人）` : ''}，回答会发到这里。您看不到对方是谁。`,
    ),
  revealed: ({ facts, people = [], text, mark }, say) =>
    lines(
      staffHead('反映人信息', facts, say),
      people.length === 0 && '反映人的信息已经删除，查不到了。',
      ...people.map(person),
      people.some(({ phone }) => phone === null) &&
        `没有电话的，可以请哨子代问：${reply(say)}${type(say, `问群众 ${typedNo(facts)} 要问的话`)}，他会收到。`,
      said(text, 1500) && `原话：${said(text, 1500)}`,
      '只限办这件事使用，不得外传。本次查看已记录。',
      `【${quoted(mark, 60)}】`,
    ),
  'reveal-asked': ({ facts, by, reason, mine }, say) =>
    mine
      ? lines(
          staffHead('要第二个人同意', facts, say),
          `反映人要求${facts.shield === 'confidential' ? '保密' : '匿名'}。已请监督人员、管理员同意，30 分钟内有效；同意后发给您。`,
        )
      : lines(
          staffHead('请求查看反映人', facts, say),
          `${quoted(by, 20)}请求查看反映人，理由：${said(reason, 200) ?? ''}`,
          `反映人要求${facts.shield === 'confidential' ? '保密' : '匿名'}。同意请${reply(say)}${type(say, `同意查看 ${typedNo(facts)}`)}，30 分钟内有效；不同意不用回复。`,
        ),
  'reveal-logged': ({ facts, by, second, reason }, say) =>
    lines(
      staffHead('查看记录', facts, say),
      `${quoted(by, 20)}查看了反映人${second ? `（${quoted(second, 20)}同意）` : ''}，理由：${said(reason, 200) ?? ''}`,
    ),
  'kept-how': ({ what }) => KEPT_HOW[what],
  'my-data': ({ reports, cases, sure }, say) =>
    sure
      ? lines(
          '**删除您的信息**',
          '删除以后，查不到您是谁，也没法再告诉您办理结果。删了不能恢复。',
          reports > 0
            ? `您还有 ${reports} 件正在办：会接着办，不带您的姓名和电话；您说的事情和照片，办完当天夜里删。`
            : '您说的话和发的照片一起删掉。',
          KEPT_BY_LAW,
          `确定要删，请${reply(say)}${type(say, '确认删除')}。`,
        )
      : lines(
          '**我们记着您的这些信息**',
          '您的微信账号（单独加密存放），和您发来的内容，只用来办事和告诉您结果，办完满 3 年删除。',
          `您一共反映过 ${reports} 件。`,
          cases.length > 0 && list(cases, listed),
          `要全部删除，请${reply(say)}${type(say, '删除我的信息')}。`,
        ),
  erased: ({ open }) =>
    lines(
      '您的信息一分钟内删除完毕。',
      open > 0 &&
        `还有 ${open} 件正在办，会接着办，不带您的姓名和电话，办完当天夜里把剩下的也删掉。但没法再告诉您结果了。`,
      KEPT_BY_LAW,
      '以后有事，随时再发给我。',
    ),
}
