import type { Block } from '../docx/model.ts'
import type { Count, Room } from './breaking.ts'
import { paragraphStrips } from './paragraph.ts'
import type { Strip } from './strip.ts'
import { drawnRow, rowsOf, type Flowing } from './table.ts'

/** What is put on pages one after the other. */
export const flowOf = (blocks: readonly Block[], room: Room, count: Count): (Strip | Flowing)[] =>
  blocks.flatMap((block): (Strip | Flowing)[] =>
    block.kind === 'table'
      ? rowsOf(block, room, (inside, cell) => stripsOf(inside, cell, count))
      : paragraphStrips(block, room, count),
  )

/** The same in a cell, a header or a footer; a row of a table inside of it is one strip. */
export const stripsOf = (blocks: readonly Block[], room: Room, count: Count): Strip[] =>
  flowOf(blocks, room, count).map((each) => (each.kind === 'strip' ? each : rowStrip(each)))

const rowStrip = (row: Flowing): Strip => ({
  ...{ kind: 'strip', height: row.height, before: 0, after: 0, keepNext: false, pageBefore: false },
  items: drawnRow(row),
})
