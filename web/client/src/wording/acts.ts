import type { ActName } from '../../../api/cases/acts.ts'

/** What an act is called on its button, what has to be said with it, and what it is for. */
type ActWords = Readonly<{ name: string; hint: string; words?: string }>

export const ACT_WORDS: Readonly<Record<ActName, ActWords>> = {
  sign: { name: '签收', hint: '确认本单位收到，由您来办。' },
  arrive: { name: '到场', hint: '已经到现场。' },
  feedback: { name: '反馈', hint: '写下办到哪一步，反映人会看到。', words: '办到哪一步了' },
  finish: { name: '办结', hint: '写下办理结果，反映人会看到。', words: '办理结果' },
  return: { name: '退回', hint: '不归本单位管，请指挥室裁定。时限照常走。', words: '为什么退回' },
  assign: { name: '指派', hint: '定由哪个单位主办。', words: '事项或说明（可以不写）' },
  rule: { name: '裁定', hint: '定由哪个单位主办，退回的单位会知道。', words: '事项或理由（可以不写）' },
  urge: { name: '督办', hint: '请主办单位抓紧，负责人也会收到。', words: '督办要求（可以不写）' },
  merge: { name: '合并', hint: '和另一件是同一件事，并到这一件里。', words: '两件看上去不像时写“确认”' },
  split: {
    name: '拆分',
    hint: '把并进来的另一件拆出去；或者写几个字，把含这几个字的那条反映单独立一件。',
    words: '那条反映里的几个字',
  },
  apart: { name: '不是同一件', hint: '和另一件看着像，其实是两件，以后不再问。' },
  'told-otherwise': { name: '已另行通知', hint: '没送到的人，已经打电话或当面告诉了。' },
  unlearn: { name: '别再这样猜', hint: '这件上改错了，不要照着学。' },
  place: { name: '更正地点', hint: '写对的村、社区或地名。', words: '对的地点' },
  whistle: { name: '吹哨', hint: '叫别的单位到现场帮忙，主办不变。', words: '什么事、要做什么' },
  transfer: { name: '移送', hint: '整件交给有权的单位办。', words: '为什么移送' },
  'ask-reporter': { name: '问群众', hint: '机器人替您去问，您看不到对方是谁。', words: '要问什么' },
  reveal: {
    name: '查看反映人',
    hint: '只限办这件事使用。谁看的、为什么看，都会记下来并告知监督人员。',
    words: '查看的理由（至少 4 个字）',
  },
  'reveal-agree': { name: '同意查看', hint: '同意同事查看这件的反映人；他会在企业微信里收到。' },
}

export const ACTS_WORDING = {
  title: '可以做的事',
  none: '这件工单现在没有要您做的事。',
  unit: '哪个单位',
  units: '哪些单位（可多选）',
  other: '另一件的编号，例如 0007',
  choose: '请选择',
  submit: '提交',
  sure: '再按一次，确定',
  working: '正在办…',
  learnt: '记住了，以后遇到类似的会提醒。改错了可以在派单台“学到的”里取消。',
  once: '下面的内容只显示这一次，离开页面就没有了。',
  close: '知道了',
} as const
