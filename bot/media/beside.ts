import type { Order } from './pictures.ts'
import { look } from './look.ts'

/** The process beside the program that looks at pictures for it: started by pictures.ts, and gone with it. */
process.on('message', (order) => {
  void look(order as Order).then((seen) => process.send?.(seen))
})
process.on('disconnect', () => process.exit())
