import {
  about,
  dueLine,
  inHands,
  keptAs,
  leadName,
  lines,
  list,
  quoted,
  reply,
  said,
  staffHead,
  type,
} from './common.ts'
import { knownLine } from './known.ts'
import { shortNo, typedNo } from './names.ts'
import type { Body, WordsOf } from './words.ts'

export const TRIAGE_WHY: Readonly<Record<Body<'triage-card'>['why'], string>> = {
  unsure: '系统拿不准该哪个单位主办',
  returned: '承办单位退回，请裁定',
  unsolved: '再次办理后仍没解决，请定主办',
}

/** How sure it is and why, in plain words: 「五成把握，因为“摆摊”“占路”」 */
export function guessText({ confidence, words }: NonNullable<Body<'triage-card'>['guess']>): string {
  const tenths = Math.max(1, Math.min(9, Math.round(confidence * 10)))
  const because =
    words.length > 0
      ? `，因为${words
          .slice(0, 3)
          .map((word) => `“${quoted(word, 8)}”`)
          .join('')}`
      : ''
  return `排在最前的有${'一二三四五六七八九'[tenths - 1]}成把握${because}`
}

export const CONFLICT_WHY = '反映的是本镇的人员或单位'

const UNDELIVERED_WHY: Readonly<Record<Body<'undelivered'>['why'], string>> = {
  'never-wrote': '对方从没给哨子发过消息，平台不让发。请他先给哨子随便发一句话',
  'no-channel': '这个群还没有接上哨子，请管理员检查配置',
  refused: '企业微信拒绝发送，请管理员检查这个人或群还在不在、机器人在不在群里',
  'gave-up': '试了多次都没有成功',
  forgotten: '对方已经删除了自己的信息，不用再通知',
  unclear: '企业微信没有回话，不知道送到没有。为了不重复打扰，没有再发',
}

/** To the command room. */
export const commandWords: WordsOf<
  'triage-card' | 'undelivered' | 'to-tell' | 'member-left' | 'crowd' | 'maybe-same' | 'ownerless' | 'conflict'
> = {
  'triage-card': ({ facts, candidates, why, note, by, guess }, say) => {
    const verb = why === 'returned' ? '裁定' : '指派'
    return lines(
      staffHead(why === 'returned' ? '请裁定' : '请派单', facts, say),
      `${TRIAGE_WHY[why]}。`,
      `${about(facts)}`,
      said(facts.text, 500) && `反映：${said(facts.text, 500)}`,
      keptAs(facts),
      said(note, 500) && `${by ? quoted(by, 20) : '反映人'}说：${said(note, 500)}`,
      guess && guessText(guess),
      candidates.length > 0 && `可选：${candidates.map((c) => quoted(c.name, 30)).join('、')}`,
      `请${reply(say)}${type(say, `${verb} ${typedNo(facts)} ${candidates[0] ? quoted(candidates[0].name, 30) : '站所名'}`)}（站所可换）。`,
    )
  },
  undelivered: ({ facts, who, where, why }, say) =>
    lines(
      facts ? staffHead('未送达', facts, say) : '**【未送达】**',
      `给${who ? quoted(who, 30) : '反映人'}的消息没有送到：${UNDELIVERED_WHY[why]}。`,
      where && `已改发：${quoted(where, 30)}。`,
      !where && facts && '请用别的办法通知到。',
    ),
  'to-tell': ({ facts, outcome }, say) =>
    lines(
      staffHead('待告知', facts, say),
      `${about(facts)}，${outcome ? '结果' : '进展'}还没能告诉反映人：他在微信客服里超过 48 小时没有说话（或条数用完），平台不让再发。`,
      said(facts.result, 500) && `结果：${said(facts.result, 500)}`,
      '他下次来消息时会自动告诉他；急的话请打电话告知。',
    ),
  conflict: ({ facts, candidates, accused, note }, say) =>
    lines(
      staffHead('需要回避', facts, say),
      `${CONFLICT_WHY}${accused.length > 0 ? `：${accused.map((name) => quoted(name, 30)).join('、')}` : ''}。只发给监督人员，没有发给被反映的人和单位。`,
      said(facts.text, 500) && `反映：${said(facts.text, 500)}`,
      said(note, 500) && `后来又说：${said(note, 500)}`,
      keptAs(facts),
      `请${reply(say)}${type(say, `指派 ${typedNo(facts)} ${candidates[0] ? quoted(candidates[0].name, 30) : '站所名'}`)}，由别的单位核查。`,
    ),
  ownerless: ({ facts, wanted }, say) =>
    lines(
      staffHead('承办单位空缺', facts, say),
      `${about(facts)}，权责清单写的主办是${quoted(wanted, 30)}，那里没有站所或没有人，先由${leadName(facts)}兜底办理。`,
      `要改派，请${reply(say)}${type(say, `指派 ${typedNo(facts)} 站所名`)}；请管理员把乡镇配置改过来。`,
    ),
  crowd: ({ facts, count }, say) =>
    lines(
      staffHead('多人反映', facts, say),
      `${about(facts)}，已有 ${count} 人反映。主办：${inHands(facts)}`,
      dueLine(facts, 'finish'),
      `要督办，请${reply(say)}${type(say, `督办 ${typedNo(facts)}`)}。`,
    ),
  'maybe-same': ({ facts, known }, say) =>
    lines(
      staffHead('可能是同一件', facts, say),
      `${about(facts)}，说法和下面的差不多，但没说清是不是同一个地方。`,
      list(known, knownLine),
      `是同一件，请${reply(say)}${type(say, `合并 ${shortNo(known[0]?.caseNo ?? '')} ${typedNo(facts)}`)}；不是就各办各的。`,
    ),
  'member-left': ({ who, cases }) =>
    lines(
      '**【人员变动】**',
      `${quoted(who, 30)}已不在企业微信里。`,
      cases.length === 0
        ? '他手上没有在办的工单。'
        : `他手上的 ${cases.length} 件已转出。\n${list(cases, ({ caseNo, to }) => `${caseNo} → ${to ? quoted(to, 20) : '重新签收'}`)}`,
      '请管理员把乡镇配置里的人员和值班改过来。',
    ),
}
