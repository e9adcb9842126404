import type { Bubble } from '../../simulator/api.ts'
import type { Simulator } from '../../simulator/port.ts'
import type { House } from './house.ts'

/** Somebody with a phone: what he does, and what he may expect to see. */
export class Person {
  readonly #house: House
  readonly userid: string

  constructor(house: House, userid: string) {
    this.#house = house
    this.userid = userid
  }

  /** Writes to the bot, alone or in a group (where he mentions it), and waits until all that follows is done. */
  async says(text: string, where: Readonly<{ group?: string; quote?: Bubble }> = {}): Promise<void> {
    const { group, quote } = where
    await this.#answered(group ?? this.userid, () =>
      this.#house.simulator.say(this.userid, group ? `@哨子 ${text}` : text, {
        ...(group ? { chatid: group } : {}),
        ...(quote ? { quote: quote.id } : {}),
      }),
    )
  }

  async sends(files: readonly Readonly<{ name: string; data: Buffer }>[], text?: string): Promise<void> {
    const { simulator } = this.#house
    const send = () =>
      text === undefined ? simulator.sendMedia(this.userid, files) : simulator.sendMixed(this.userid, text, files)
    await this.#answered(this.userid, send)
  }

  /** Taps a button of a card he can see. `stale` taps one that was there before the card changed. */
  async taps(card: Bubble, key: string, options: Readonly<{ stale?: boolean }> = {}): Promise<void> {
    await this.#answered(card.chat, () => this.#house.simulator.click(this.userid, card.id, key, options))
  }

  /** Anything else a phone may do. */
  async does(act: (simulator: Simulator) => Promise<unknown>): Promise<void> {
    await this.#answered(this.userid, () => act(this.#house.simulator))
  }

  expects(...words: readonly (string | RegExp)[]): Bubble {
    return this.#house.expects(this.userid, ...words)
  }

  hearsNothing(): void {
    this.#house.hearsNothing(this.userid)
  }

  /** Whatever a person does, the bot answers in that chat; then everything else that follows is waited for. */
  async #answered(chat: string, act: () => Promise<unknown>): Promise<void> {
    await this.#house.answered(act, () =>
      this.#house.simulator.next(
        (e) => e.type === 'bubble' && e.bubble.chat === chat && e.bubble.from === 'bot',
        this.#house.patience,
      ),
    )
    await this.#house.settled()
  }
}
