import type { LEGAL_COMMANDS } from '../../domain/legal/wording-commands.ts'
import { DOINGS, type Doing } from '../../domain/legal/doings.ts'
import type { OnCommand, Slice } from '../slice.ts'
import { DOCUMENT_GONE } from '../../domain/legal/documentMade.ts'
import { onDocument } from './documents.ts'
import { onDocumentGone } from './documentGone.ts'
import { onOpen, onRefuse, onSpot } from './open.ts'
import { onMine, onShow } from './show.ts'
import { onStep } from './steps.ts'
import { fileTimers } from './timers.ts'

const steps = Object.fromEntries(DOINGS.map((doing) => [`file-${doing}`, onStep(doing, `file-${doing}`)])) as Readonly<
  Record<`file-${Doing}`, OnCommand>
>

export const legal: Slice<keyof typeof LEGAL_COMMANDS> = {
  commands: {
    ...steps,
    'file-open': onOpen,
    'file-refuse': onRefuse,
    'file-spot': onSpot,
    'file-document': onDocument,
    'file-show': onShow,
    'my-files': onMine,
  },
  timers: { ...fileTimers, [DOCUMENT_GONE]: onDocumentGone },
}
