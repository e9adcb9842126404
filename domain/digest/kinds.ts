/** What an alert to a leader may be about. */
export const TOPICS = ['overdue', 'urgent', 'ruling', 'whistle', 'supervision', 'other'] as const
export type Topic = (typeof TOPICS)[number]

/** From few to many. */
export const VOLUMES = ['less', 'normal', 'more'] as const
export type Volume = (typeof VOLUMES)[number]

/** What a leader, or the leaders' group, wants to be told by itself; the rest waits for the next card. `topics` null = all of it. */
export type Choice = Readonly<{ volume: Volume; topics: readonly Topic[] | null }>

/** What counts as long as nobody chose. */
export const UNCHOSEN: Choice = { volume: 'normal', topics: null }

export type DigestKinds = {
  /** its owner is the key of whoever hears: a person or a group */
  listening: Readonly<{ state: 'set'; data: Choice }>
}

export const DIGEST_MARKS = { listening: 'TX' } as const satisfies Record<keyof DigestKinds, string>
