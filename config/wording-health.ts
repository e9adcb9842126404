/** The page of the machine: what no alarm is made of. What an alarm says of it is in domain/alarm/wording-alarm.ts. */
export const healthWords = {
  names: { parked: '发不出的消息' },
  queueLocal: '没有用 Redis，由本程序自己处理，功能不受影响。',
  parkedNone: (waiting: number) =>
    waiting === 0 ? '没有。' : `没有。另有 ${waiting} 条等群众下次发消息时再发（微信客服的规定）。`,
  parkedSome: (parked: number, waiting: number) =>
    `有 ${parked} 条发不出去${waiting === 0 ? '' : `，另有 ${waiting} 条等群众下次发消息时再发`}。`,
  parkedMend: '在“派单台”的“没送到”里逐条处理：多半是本人还没有给机器人发过消息，或者账号填错了。',
  ends: { delegation: '赋权文件', mentor: '部门指导期', licence: '执法证', certificate: '资格证、监督证' },
  endsIn: (days: number) =>
    days < 0 ? `有的已经过期 ${-days} 天。` : `最早的一个${days === 0 ? '今天到期' : `还有 ${days} 天到期`}。`,
  endsMend: '到期的是哪一个，“到期提醒”在群里说过；续好以后改 delegations.csv、权责清单或 town.yaml 里的日期。',
} as const
