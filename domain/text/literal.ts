/** A text as a pattern that finds just it: a unit may be called 派出所(城东), and a name is no pattern. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
