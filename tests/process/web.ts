import { z } from 'zod'
import { eventually } from '../jobs/eventually.ts'

const Ready = z.looseObject({
  ok: z.boolean(),
  database: z.string(),
  queue: z.string(),
  channels: z.array(z.looseObject({ name: z.string(), up: z.boolean() })),
})
export type Ready = z.infer<typeof Ready>

/** What /readyz says once it is ready. */
export async function whenReady(origin: string, also: (ready: Ready) => boolean = () => true): Promise<Ready> {
  let last: Ready | null = null
  await eventually(
    `${origin} is ready`,
    async () => {
      const answer = await fetch(`${origin}/readyz`)
      last = Ready.parse(await answer.json())
      if (last.ok !== (answer.status === 200))
        throw new Error(`/readyz says ok: ${last.ok} with status ${answer.status}`)
      return last.ok && also(last)
    },
    60_000,
  )
  return Ready.parse(last)
}

export async function post(address: string, body: object): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
}
