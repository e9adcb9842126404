import type { Bubble, Place } from '../../simulator/api.ts'
import type { Choice } from '../../simulator/doors.ts'
import type { House } from './house.ts'

type File = Readonly<{ name: string; data: Buffer }>
type Expected = string | RegExp

/** Somebody in a chat that is not the AI bot's: what he does is waited for with all that follows, an answer is not demanded. */
class Chatting {
  protected readonly house: House
  readonly id: string
  readonly chat: string

  constructor(house: House, id: string, chat: string) {
    this.house = house
    this.id = id
    this.chat = chat
  }

  expects(...words: readonly Expected[]): Bubble {
    return this.house.expects(this.chat, ...words)
  }

  hearsNothing(): void {
    this.house.hearsNothing(this.chat)
  }

  reads(): void {
    this.house.reads(this.chat)
  }

  protected async after(act: Promise<unknown>): Promise<void> {
    await act
    await this.house.settled()
  }
}

/** A member in the chat with the self-built app. */
export class AppPerson extends Chatting {
  constructor(house: House, userid: string) {
    super(house, userid, `app:${userid}`)
  }

  says = (text: string) => this.after(this.house.simulator.app.say(this.id, text))
  sends = (file: File) => this.after(this.house.simulator.app.sendMedia(this.id, file))
  shares = (place: Place) => this.after(this.house.simulator.app.sendLocation(this.id, place))
  enters = () => this.after(this.house.simulator.app.enter(this.id))
  taps = (card: Bubble, key: string, choice: Choice = {}) =>
    this.after(this.house.simulator.app.click(this.id, card.id, key, choice))
}

/** A villager with ordinary WeChat, in the chat with customer service. */
export class Villager extends Chatting {
  constructor(house: House, external: string) {
    super(house, external, `kf:${external}`)
  }

  scans = (village: string) => {
    const { kf } = this.house.simulator
    return this.after(kf.scan(this.id, kf.link('wk-town', 'shaozi', `village=${village}`)))
  }
  opens = () => this.after(this.house.simulator.kf.open(this.id))
  says = (text: string) => this.after(this.house.simulator.kf.say(this.id, text))
  sends = (file: File) => this.after(this.house.simulator.kf.sendMedia(this.id, file))
  speaks = (file: File) => this.after(this.house.simulator.kf.sendVoice(this.id, file))
  shares = (place: Place) => this.after(this.house.simulator.kf.sendLocation(this.id, place))
  takesBack = (bubble: Bubble) => this.after(this.house.simulator.kf.recall(this.id, bubble.id))
  /** Taps the item of a menu whose id fits. */
  taps = (menu: Bubble, item: string) => this.after(this.house.simulator.kf.clickMenu(this.id, menu.id, item))
}
