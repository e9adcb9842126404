/** 「3天 反复辱骂」: for how long, and why. */
export const MUTE_FOR = /^\s*(\d{1,2}|[０-９]{1,2})\s*天[\s，,：:]*(.*)$/su
/** between the things somebody said while he was asked to wait */
export const JOINED = '；'
