import type { JOINT_COMMANDS } from '../../domain/joint/wording-commands.ts'
import { refusal } from '../acts.ts'
import type { Slice } from '../slice.ts'

export const joint: Slice<keyof typeof JOINT_COMMANDS> = {
  commands: { 'roll-call': async () => refusal('whistle-none', null) },
}
