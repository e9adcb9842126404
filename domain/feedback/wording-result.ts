/** What a call about a closed case found. */
export type CallResult = Readonly<{ solved: boolean | null; satisfied: boolean | null; reached: boolean }>

const NOTHING: CallResult = { solved: null, satisfied: null, reached: true }

const WORDS: readonly (readonly [RegExp, Partial<CallResult>])[] = [
  [/^(?:没接|没打通|打不通|无人接听|没人接|空号|停机|关机)/u, { reached: false }],
  [/^(?:没有?解决|未解决|没有得到解决)/u, { solved: false }],
  [/^(?:已经?解决|解决)了?/u, { solved: true }],
  [/^(?:不满意|不太满意|很不满意)/u, { satisfied: false }],
  [/^(?:很满意|非常满意|基本满意|满意)/u, { satisfied: true }],
]
const BETWEEN = /^[\s,，.。;；:：、]+/u

/** The caller wants to ask in the chat, not by telephone. */
export const ASKS_IN_CHAT = /^(?:在线|聊天|线上)(?:问|回访)?$/u

/** 「解决了，不满意 来得太晚」: the results that come first, and the words behind them; null where there is none. */
export function resultIn(text: string): Readonly<{ result: CallResult; note: string }> | null {
  let left = text.trim()
  let result = NOTHING
  for (let found = true; found;) {
    const hit = WORDS.find(([word]) => word.test(left))
    found = hit !== undefined
    if (!hit) break
    result = { ...result, ...hit[1] }
    left = left.replace(hit[0], '').replace(BETWEEN, '')
  }
  return result === NOTHING ? null : { result, note: left }
}
