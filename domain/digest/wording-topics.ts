import { TOPICS, type Topic } from './kinds.ts'

/** What a topic is called, by those who choose it. */
const WORDS: Readonly<Record<Topic, readonly string[]>> = {
  overdue: ['超期', '超时', '逾期', '到期'],
  urgent: ['紧急', '急件', '特急'],
  ruling: ['派单', '裁定'],
  whistle: ['吹哨', '协助'],
  supervision: ['监督', '督查'],
  other: ['其他', '其它', '别的'],
}
const ALL = /全部|所有|都听/u
const KNOWN = TOPICS.flatMap((topic) => WORDS[topic])
/** 「超期的」「紧急的提醒」 */
const TAIL = /的?(?:提醒|消息)?$/u
const BETWEEN = /[\s、，,;；和与及]+/u

/** 「超期 紧急」: the topics named, null for all of them; 'unclear' where a word is none, or none is said. */
export function topicsIn(said: string): readonly Topic[] | null | 'unclear' {
  const words = said.replace(TAIL, '').split(BETWEEN).filter(Boolean).flatMap(apart)
  if (words.length > 0 && words.every((word) => ALL.test(word))) return null
  const found = words.map((word) => TOPICS.find((topic) => WORDS[topic].includes(word)))
  const named = TOPICS.filter((topic) => found.includes(topic))
  if (named.length === 0 || found.includes(undefined)) return 'unclear'
  return named.length === TOPICS.length ? null : named
}

/** 「超期紧急」 is two of them. */
function apart(word: string): readonly string[] {
  const first = KNOWN.find((known) => word.startsWith(known))
  return first && first.length < word.length ? [first, ...apart(word.slice(first.length))] : [word]
}

export const topicName = (topic: Topic): string => WORDS[topic][0] ?? topic
