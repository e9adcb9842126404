import { z } from 'zod'

/** What the tests read of the page's state. */
export const SimStateShape = z.object({
  bubbles: z.array(z.object({ chat: z.string(), from: z.string(), content: z.string() })),
})
export type Shape = z.infer<typeof SimStateShape>
