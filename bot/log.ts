/** What the bot needs of a log. Never give it message text, names or secrets. */
export type BotLog = Readonly<{
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}>
