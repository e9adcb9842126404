import type { WordsOf } from './words.ts'

/** What the bot says for the web page of the command room. */
export const webWords: WordsOf<'sign-in-code'> = {
  'sign-in-code': ({ code, minutes }) =>
    `登录工作台的验证码：**${code}**\n${minutes} 分钟内有效，只能用一次。不是您本人在登录，请不要理会，也不要告诉别人。`,
}
