import type { Entry } from '../../domain/book/entry.ts'
import type { Delegation, Duty, Town } from '../../domain/town.ts'
import type { House } from './house.ts'
import { begin, decide } from '../../domain/case/draft.ts'
import { inHand } from '../../handlers/cases.ts'
import { ofKind } from '../../domain/book/entry.ts'
import { rewrite } from '../../domain/legal/take.ts'
import { take } from '../../domain/legal/steps.ts'
import type { FileStep } from '../../domain/legal/kinds.ts'
import { signed } from './story.ts'

/** A township in which 城管中队 punishes for its own items; `more` says otherwise. */
export const punishing =
  (more: Partial<Duty> = {}, delegations: readonly Delegation[] = []) =>
  (towns: readonly Town[]): readonly Town[] =>
    towns.map((town) => ({
      ...town,
      delegations,
      duties: town.duties.map((duty) =>
        duty.lead === 'chengguan' ? { ...duty, punish: 'chengguan', mentor: null, review: false, ...more } : duty,
      ),
    }))

export const OFFICER = 'u-zhangwei'

/** 张伟 types orders one after the other; each is answered without a refusal. */
export async function orders(house: House, ...all: readonly string[]): Promise<void> {
  for (const order of all) await house.person(OFFICER).says(order)
}

/** A case that was signed, and its file with both officers. */
export async function filed(house: House, how = '王芳'): Promise<Readonly<{ caseNo: string }>> {
  const { caseNo } = await signed(house)
  await house.person(OFFICER).says(`立案 0001 ${how}`)
  house.expects(OFFICER, '已立案')
  house.expects('v-lihua', '已经立案调查')
  return { caseNo }
}

/** … with a party, a day, facts and a picture. */
export async function investigated(house: House, party = '王大山 青石镇王家村'): Promise<void> {
  await filed(house)
  await house.person(OFFICER).sends([PICTURE], '反馈 0001 现场照片')
  await orders(house, `当事人 0001 ${party}`, '违法日期 0001 2026-11-20', '事实 0001 在村口占道摆摊', '调查终结 0001')
  house.expects(OFFICER, '调查终结')
  house.readsAll()
}

/** … and the party was told on the 24th. */
export async function noticed(house: House, penalty = '罚款 500'): Promise<void> {
  await investigated(house)
  await orders(house, '裁量 0001 一般 已劝阻两次', `拟处罚 0001 ${penalty}`, '告知 0001 罚告〔2026〕1号')
  house.expects(OFFICER, '告知已送达')
  house.readsAll()
}

export const PICTURE = {
  name: 'a.png',
  data: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

export async function fileOf(house: House): Promise<Entry<'file'>> {
  const found = ofKind(await house.core.ctx.store.entries({ kinds: ['file'], limit: 1 }), 'file')[0]
  if (!found) throw new Error('there is no file')
  return found
}

/** What another part of the house writes into the file. */
export async function writes(house: House, ...steps: readonly FileStep[]): Promise<void> {
  for (const step of steps) {
    const { ctx } = house.core
    const file = await fileOf(house)
    const task = file.taskId ? await ctx.store.task(file.taskId) : null
    if (!task) throw new Error('the file has no case')
    const hand = await inHand(ctx, task)
    const now = ctx.now()
    const draft = begin({ towns: ctx.towns, calendar: ctx.calendar, now, id: () => 'id' }, hand)
    const at = now.toISOString()
    const data = take(file.data, { step, at, day: at.slice(0, 10), by: 'u-baixue', note: null })
    rewrite(draft, hand, { ...file, data })
    await ctx.store.commit(decide(draft), now)
  }
}

/** The kinds of the clocks that run for files. */
export async function clocksOf(house: House): Promise<readonly string[]> {
  const rows = await house.rowsOf(`SELECT "kind" FROM "timer" WHERE "kind" LIKE 'file-%' ORDER BY "kind"`)
  return rows.map((row) => (row as { kind: string }).kind)
}
