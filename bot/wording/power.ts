import type { Power } from '../../domain/duty/power.ts'
import type { Facts } from '../../domain/facts.ts'
import type { DutyMode } from '../../domain/town.ts'
import { quoted, reply, type } from './common.ts'
import { typedNo } from './names.ts'
import type { Say } from './words.ts'

export const MODE_NAMES: Readonly<Record<DutyMode, string>> = {
  own: '镇里自己办',
  joint: '镇里先查，和有处罚权的单位一起办',
  transfer: '镇里核查后移送',
  refer: '告知群众找对口部门',
}

export const isMode = (word: string): word is DutyMode => Object.hasOwn(MODE_NAMES, word)

const who = ({ holder }: Power): string => (holder ? quoted(holder, 20) : '有权的部门')

/** What the unit may do by itself, and what it must whistle for or hand over; at most about sixty characters. */
export function powerLine(facts: Facts): string | null {
  const said = powerText(facts)
  return said && `权限：${said}`
}

export function powerText({ power }: Facts): string | null {
  if (!power) return null
  return `${allowed(power)}${power.mentor ? `；有困难问${quoted(power.mentor, 16)}` : ''}`
}

export function allowed(power: Power): string {
  if (power.punish) return '可自行核查、责令改正、处罚'
  if (power.stop === null && power.mode === 'refer') return `不归镇里处理，告知群众找${who(power)}`
  if (power.stop === null) return `只核查取证，处理要移送${who(power)}`
  return `可核查取证、责令改正；${WHY[power.stop](power)}`
}

const WHY: Readonly<Record<NonNullable<Power['stop']>, (power: Power) => string>> = {
  'punish-elsewhere': (power) => `处罚归${who(power)}：要配合就吹哨，要立案就移送`,
  'delegation-over': (power) => `委托 ${power.day ?? ''} 已到期，要处罚先报${who(power)}`,
  'delegation-not-yet': (power) => `委托 ${power.day ?? ''} 才生效，要处罚先报${who(power)}`,
  'item-over': (power) => `这一项 ${power.day ?? ''} 已失效，要处罚先报指挥室`,
}

/** It was stopped: what to do instead. */
export function insteadOf(facts: Facts | null, say: Say): string {
  const { power } = facts ?? {}
  const to = power ? who(power) : '有权的部门'
  const command = (verb: string): string =>
    `${reply(say)}${type(say, `${verb} ${facts ? typedNo(facts) : '0007'} ${power?.holder ? to : '单位名'} 说明`)}`
  if (power?.stop === 'item-over') return `这一项已经失效，不能再按它处罚。请先报镇指挥室，再写办的情况。`
  if (power?.stop === 'delegation-over' || power?.stop === 'delegation-not-yet')
    return `您单位对这一项没有处罚权。请先报${to}${power.stop === 'delegation-over' ? '续办委托' : '，等委托生效'}，或${command('移送')}；再写“由${to}处罚”或“已移送${to}”。`
  const isTheirs = power?.mode === 'transfer' || power?.mode === 'refer'
  const help = isTheirs ? '' : `；只要他们来配合，${command('吹哨')}`
  return `您单位对这一项没有处罚权。要处罚，${command('移送')}${help}。再写“由${to}处罚”或“已移送${to}”。`
}
