import { afterEach, beforeEach } from 'vitest'
import type { Bubble } from '../../simulator/api.ts'
import { openHouse, type House, type HouseOptions } from './house.ts'

export const CASE_NO = /QS\d{6}-\d{4}/
export const STALL = '王家村村口有人占道摆摊，还乱倒垃圾'
export const UNIT_GROUP = 'wrCHENGGUAN'
export const COMMAND = 'wrCOMMAND'
export const LEADERS = 'wrLEADERS'
export const ASSIST_GROUPS = ['wrHUANBAO', 'wrPAICHU']

/** A house for each test of a file; the test ends with a check that nothing unexpected was said or logged. */
export function eachTestHasAHouse(options: HouseOptions = {}): () => House {
  let house: House | null = null
  beforeEach(async () => {
    house = await openHouse(options)
  })
  afterEach(async () => {
    await house?.close()
    house = null
  })
  return () => {
    if (!house) throw new Error('the house is only open inside a test')
    return house
  }
}

/** A villager reports the stall; everyone's first messages are read. Returns the case number and the cards. */
export async function reported(
  house: House,
  text = STALL,
): Promise<Readonly<{ caseNo: string; card: Bubble; groupCard: Bubble }>> {
  await house.person('v-lihua').says(text)
  const reply = house.expects('v-lihua', CASE_NO)
  const caseNo = CASE_NO.exec(reply.content)?.[0] ?? ''
  const card = house.expects('u-zhangwei', caseNo)
  house.expects('u-wangfang', caseNo)
  const groupCard = house.expects(UNIT_GROUP, caseNo)
  for (const group of ASSIST_GROUPS) house.reads(group)
  return { caseNo, card, groupCard }
}

/** … and 张伟 signs it. */
export async function signed(house: House): Promise<Readonly<{ caseNo: string; card: Bubble; groupCard: Bubble }>> {
  const story = await reported(house)
  await house.person('u-zhangwei').says(`签收 ${story.caseNo}`)
  house.reads('u-zhangwei', 'u-wangfang', UNIT_GROUP, 'v-lihua')
  return story
}

/** … and finishes it. */
export async function finished(
  house: House,
  result = '摊位已劝离，垃圾已清走',
): Promise<Readonly<{ caseNo: string; ask: Bubble }>> {
  const { caseNo } = await signed(house)
  await house.person('u-zhangwei').says(`办结 ${caseNo} ${result}`)
  house.reads('u-zhangwei')
  const ask = house.expects('v-lihua', caseNo, result)
  return { caseNo, ask }
}

/** The key of the button whose text fits. */
export function keyOf(card: Bubble, verb: string): string {
  const buttons = card.card?.['button_list']
  const keys = Array.isArray(buttons) ? buttons.map((b: { key?: string }) => b.key ?? '') : []
  return keys.find((key) => key.startsWith(`${verb}:`)) ?? ''
}
