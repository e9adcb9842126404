import { calmDown, type MediaFault } from './faults.ts'
import { deliver } from './chat/deliver.ts'
import type { Platform } from './platform.ts'
import type { Hub } from './socket/hub.ts'
import { replace } from './socket/subscribe.ts'

/** Everything that can be made to go wrong. Counts are of frames, `cmd` narrows them to one command. */
export type Trouble = Readonly<{
  /** delivers every callback n times with the same msgid; 1 = once */
  duplicate(times: number): void
  /** delivers one callback again; false when there is none of this msgid */
  redeliver(msgid: string): boolean
  /** keeps callbacks back until they are released, in order or reversed */
  hold(): void
  release(order?: 'in-order' | 'reversed'): void
  /** the next frames never arrive */
  loseFrames(count: number, cmd?: string): void
  /** the next frames are obeyed and their acks lost */
  loseAcks(count: number, cmd?: string): void
  /** every ack comes so many real milliseconds late; 0 = at once */
  delayAcks(ms: number): void
  /** the next frames are refused with a code */
  reject(count: number, code: number, cmd?: string): void
  /** another program logs in as the bot: `disconnected_event`, then the socket is closed or left open */
  kick(options?: Readonly<{ leaveOpen?: boolean }>): void
  /** what a replaced connection meets when a second one really subscribes */
  leaveKickedOpen(on: boolean): void
  /** closes every socket: in good order, or cut off */
  close(): void
  terminate(): void
  /** sockets that are open now stay so, and nothing is heard or answered on them */
  halfOpen(): void
  /** cuts every connection and takes none: until lifted, or for so many real milliseconds */
  outage(on: boolean | number): void
  media(fault: MediaFault): void
  /** above the rate: ack and do not show, instead of 45009 */
  silentDrop(on: boolean): void
  /** takes the bot out of a group, or back in */
  botInGroup(chatid: string, isIn: boolean): void
  /** all is well again; what was held is delivered */
  clear(): void
}>

export function makeTrouble(platform: Platform, hub: Hub): Trouble {
  const { faults, held, people } = platform
  const sockets = () => [...hub.connections]
  let lifting: NodeJS.Timeout | undefined

  const release: Trouble['release'] = (order = 'in-order') => {
    const waiting = held.exchanges ?? []
    held.exchanges = null
    for (const exchange of order === 'reversed' ? waiting.toReversed() : waiting) deliver(platform, exchange)
  }
  const outage: Trouble['outage'] = (on) => {
    clearTimeout(lifting)
    faults.outage = on !== false && on !== 0
    if (faults.outage) sockets().forEach(({ socket }) => socket.terminate())
    if (typeof on === 'number') lifting = setTimeout(() => (faults.outage = false), on).unref()
  }

  return {
    duplicate: (times) => void (faults.duplicate = times),
    redeliver(msgid) {
      const exchange = platform.callbacks.byMsgid(msgid)
      if (exchange) deliver(platform, exchange)
      return exchange !== null
    },
    hold: () => void (held.exchanges ??= []),
    release,
    loseFrames: (left, cmd) => void faults.lostFrames.push({ left, cmd: cmd ?? null }),
    loseAcks: (left, cmd) => void faults.lostAcks.push({ left, cmd: cmd ?? null }),
    delayAcks: (ms) => void (faults.delayAcksMs = ms),
    reject: (left, code, cmd) => void faults.rejections.push({ left, code, cmd: cmd ?? null }),
    kick({ leaveOpen } = {}) {
      const { live } = platform.line
      if (!live) return
      replace(platform, live, leaveOpen ?? faults.leaveKickedOpen)
      platform.bus.emit({ type: 'link', connected: false })
    },
    leaveKickedOpen: (on) => void (faults.leaveKickedOpen = on),
    close: () => sockets().forEach(({ socket }) => socket.close(1001)),
    terminate: () => sockets().forEach(({ socket }) => socket.terminate()),
    halfOpen: () => sockets().forEach((connection) => (connection.frozen = true)),
    outage,
    media: (fault) => void (faults.media = fault),
    silentDrop: (on) => void (faults.silentDrop = on),
    botInGroup: (chatid, isIn) => people.setBotIn(chatid, isIn),
    clear() {
      clearTimeout(lifting)
      calmDown(faults)
      release()
    },
  }
}
