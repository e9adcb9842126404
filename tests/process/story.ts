import type { Town } from '../../domain/town.ts'
import type { Books } from './books.ts'
import { CASE_NO, type Street } from './street.ts'

/** One to each station; none has many to assist, since a chat takes 30 messages a minute. */
const TROUBLES = ['有人乱停车', '有人卖菜缺斤短两', '有人偷砍树', '河水漫上路了', '养猪场臭气熏天', '有人聚众赌博']
const VILLAGES = [
  '东关市场',
  '李家沟',
  '张庄',
  '西关',
  '柳营',
  '北坡村',
  '石门村',
  '南河村',
  '下渡村',
  '赵家洼',
  '新村',
  '马寨村',
]

/** Nobody tells what somebody else told: it would be the same case. */
function troubleOf(index: number): string {
  const matter = index % TROUBLES.length
  const village = (3 * matter + Math.floor(index / TROUBLES.length)) % VILLAGES.length
  return `${VILLAGES[village]}${TROUBLES[matter]}`
}

type Act = Readonly<{ by: string; text: string; heard: RegExp }>
type Unit = Readonly<{ officer: string; group: string }>

/**
 * What happens to one villager: he reports, an officer signs, an officer finishes. Each act is done once, and again only
 * when it was not taken, as a person would who got no answer. He must hear of each.
 */
export type Story = Readonly<{
  villager: string
  ended(): boolean
  /** does the next act, unless the one before has not been heard of */
  goOn(): Promise<void>
  /** after a crash: what was not taken is done again; resolves when all that was done has been heard of */
  makeGood(): Promise<void>
  /** the number he was told */
  caseNo(): string
  /** msgids of what was said and worked on */
  taken: readonly string[]
}>

/** How somebody says something; answers the id of what he said. */
export type Say = (by: string, text: string) => Promise<string>

export function story(street: Street, town: Town, books: Books, index: number, by?: Say): Story {
  const speak: Say = by ?? (async (who, text) => (await street.simulator.say(who, text)).msgid ?? '')
  const villager = `v-${index + 1}`
  const trouble = troubleOf(index)
  const taken: string[] = []
  let step = 0
  let open: Act | null = null
  let msgid = ''

  const caseNo = () => {
    const told = street.simulator.chat(villager).find((bubble) => bubble.from === 'bot' && CASE_NO.test(bubble.content))
    return CASE_NO.exec(told?.content ?? '')?.[0] ?? ''
  }

  async function act(): Promise<Act> {
    if (step === 0) return { by: villager, text: trouble, heard: CASE_NO }
    const number = caseNo()
    const { officer } = await unitOf(town, books, number)
    if (step === 1) return { by: officer, text: `签收 ${number}`, heard: new RegExp(`已签收.*${number}`) }
    return { by: officer, text: `办结 ${number} 已经处理好了`, heard: new RegExp(`请您确认.*${number}`) }
  }

  async function say({ by, text }: Act): Promise<void> {
    msgid = await speak(by, text)
  }

  /** An officer signs what he has seen. */
  async function cardArrived(): Promise<void> {
    const number = caseNo()
    const { group } = await unitOf(town, books, number)
    await street.hears(group, new RegExp(`task_id.*${number}`))
  }

  return {
    villager,
    taken,
    caseNo,
    ended: () => step === 3 && open === null,
    async goOn() {
      if (open !== null || step === 3) return
      open = await act()
      step += 1
      await say(open)
    },
    async makeGood() {
      if (open === null) return
      if ((await books.taken(open.by, open.text)) === 0) await say(open)
      await street.hears(villager, open.heard)
      if (step === 1) await cardArrived()
      taken.push(msgid)
      open = null
    },
  }
}

async function unitOf(town: Town, books: Books, caseNo: string): Promise<Unit> {
  const lead = (await books.cases()).find((one) => one.caseNo === caseNo)?.lead
  const station = town.stations.find(({ id }) => id === lead)
  const group = town.groups.find(({ id }) => id === station?.group)
  return { officer: station?.duty[0] ?? '', group: group?.aibotChatid ?? '' }
}
