import type { Power } from '../../domain/duty/power.ts'
import type { Facts } from '../../domain/notice.ts'
import type { DutyMode } from '../../domain/town.ts'
import { quoted } from './common.ts'

export const MODE_NAMES: Readonly<Record<DutyMode, string>> = {
  own: '镇里自己办',
  joint: '镇里先查，和有处罚权的单位一起办',
  transfer: '镇里核查后移送',
  refer: '告知群众找对口部门',
}

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

function allowed(power: Power): string {
  if (power.punish) return '可自行核查、责令改正、处罚'
  if (power.stop === null && power.mode === 'refer') return `不归镇里处理，告知群众找${who(power)}`
  if (power.stop === null) return `只核查取证，处理要移送${who(power)}`
  return `可核查取证、责令改正；${WHY[power.stop](power)}`
}

const WHY: Readonly<Record<NonNullable<Power['stop']>, (power: Power) => string>> = {
  'punish-elsewhere': (power) => `要处罚须吹哨${who(power)}`,
  'delegation-over': (power) => `委托 ${power.day ?? ''} 已到期，要处罚先报${who(power)}`,
  'delegation-not-yet': (power) => `委托 ${power.day ?? ''} 才生效，要处罚先报${who(power)}`,
  'item-over': (power) => `这一项 ${power.day ?? ''} 已失效，要处罚先报指挥室`,
}

/** It was stopped: what to do instead. */
export function insteadOf(facts: Facts | null): string {
  const { power } = facts ?? {}
  const to = power ? who(power) : '有权的部门'
  return power?.mode === 'transfer'
    ? `这一项镇里不能处罚。请写明“已移送${to}”和移送的情况。`
    : `您单位对这一项没有处罚权。请先${power?.stop === 'delegation-over' ? `报${to}续办委托` : `吹哨请${to}处理`}，再写“由${to}处罚”或“已移送${to}”。`
}
