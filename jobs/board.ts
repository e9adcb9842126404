import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { KoaAdapter } from '@bull-board/koa'
import { Queue } from 'bullmq'
import type { RedisSource } from './redis/source.ts'
import { BUSINESS_QUEUES } from './local.ts'
import { PRODUCER } from './queues.ts'

/** What the page is called, where it leads back to, and what each queue is for. */
export type BoardWords = Readonly<{
  title: string
  back: string
  queues: Readonly<Record<string, Readonly<{ name: string; about: string }>>>
}>

export type QueueBoard = ReturnType<typeof queueBoard>

/** The page of the queues below a path, to look at only: jobs are no more than hints of what lies in SQL. */
export function queueBoard(source: RedisSource, path: string, words: BoardWords) {
  const connection = source.connect(PRODUCER)
  // the link reports what Redis does; here it would only be said twice
  connection.on('error', () => undefined)
  const queues = [...BUSINESS_QUEUES, 'scheduled'].map((name) => new Queue(name, { prefix: source.prefix, connection }))
  for (const queue of queues) queue.on('error', () => undefined)
  const adapter = new KoaAdapter()
  adapter.setBasePath(path)
  createBullBoard({
    queues: queues.map((queue) => {
      const { name, about } = words.queues[queue.name] ?? { name: queue.name, about: '' }
      return new BullMQAdapter(queue, { readOnlyMode: true, displayName: name, description: about })
    }),
    serverAdapter: adapter,
    options: {
      uiConfig: {
        boardTitle: words.title,
        miscLinks: [{ text: words.back, url: '/' }],
        locale: { lng: 'zh-CN' },
        hideRedisDetails: true,
        hideDocsLink: true,
      },
    },
  })
  return { plugin: adapter.registerPlugin(), close: () => connection.disconnect() }
}
