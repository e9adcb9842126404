import type { Facts } from '../../../domain/facts.ts'
import type { PictureCount } from '../../../domain/evidence/said.ts'
import { about, lines, reply, replyFreely, staffHead, type } from '../common.ts'
import { MARK_NAMES, typedNo } from '../names.ts'
import type { Body, Say } from '../words.ts'

/** 办前 1 张，办后 2 张 */
export const countText = ({ before, after }: PictureCount): string => `办前 ${before} 张，办后 ${after} 张`

export function picturesText({ facts, count }: Body<'pictures-card'>, say: Say): string {
  const n = typedNo(facts)
  if (count.unclear === 0)
    return lines(staffHead('照片', facts, say), `${about(facts)}，${countText(count)}，没有等着分的。`)
  return lines(
    staffHead('是办前还是办后？', facts, say),
    `${about(facts)}，有 ${count.unclear} 张照片分不清是办前还是办后。`,
    `办前的${reply(say)}${type(say, `办前 ${n}`)}，办后的${reply(say)}${type(say, `办后 ${n}`)}。`,
  )
}

export function markedText({ facts, mark, marked, count }: Body<'pictures-marked'>, say: Say): string {
  return lines(
    staffHead('照片已记下', facts, say),
    `${about(facts)}，${marked} 张记作${MARK_NAMES[mark]}照片。现在${countText(count)}。`,
    correction(facts, mark, say),
  )
}

function correction(facts: Facts, mark: 'before' | 'after', say: Say): string {
  const other = MARK_NAMES[mark === 'before' ? 'after' : 'before']
  return `记错了请${reply(say)}${type(say, `${other} ${typedNo(facts)} 改`)}。`
}

export const wantedText = ({ facts, mark }: Body<'pictures-wanted'>, say: Say): string =>
  lines(
    staffHead(`请发${MARK_NAMES[mark]}照片`, facts, say),
    `${about(facts)}。请${replyFreely(say)}${MARK_NAMES[mark]}的照片，可以一次发几张。`,
    say.group && `在群里请把照片和${type(say, `${MARK_NAMES[mark]} ${typedNo(facts)}`)}一起发。`,
  )
