import type { JointRefusal, JointSaid } from '../../domain/joint/said.ts'
import { lines, quoted } from './common.ts'
import type { Part } from './part.ts'

export const joint: Part<JointSaid['kind'], JointRefusal> = {
  words: { 'whistle-card': ({ no, note }) => lines(`**【吹哨】${no}**`, quoted(note ?? '')) },
  cards: {},
  refusals: { 'whistle-none': () => '没有正在进行的吹哨。' },
  help: {},
}
