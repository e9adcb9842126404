import { Queue, Worker, type Job, type WorkerOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Due } from '../context.ts'
import type { RedisSource } from './redis/source.ts'
import type { ConnectOptions } from './redis/options.ts'
import { atMost, within } from './limit.ts'
import { BUSINESS_QUEUES, PLACES, queueOf, type BusinessQueue } from './local.ts'
import { producer, type Payload } from './producer.ts'

const READY_LIMIT = 4_000
const TICK = { id: 'sweep', every: 10_000 }

/** A producer must fail at once rather than hang: the row is safe in SQL and the work is done here instead. */
export const PRODUCER: ConnectOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 2_000,
  connectTimeout: 2_000,
}
/** A worker must wait for ever: BullMQ demands null, and a time limit would cut its blocking reads. */
const WORKER: ConnectOptions = { maxRetriesPerRequest: null, connectTimeout: 2_000 }

export type Hooks = Readonly<{
  now(): Date
  /** the queues whose jobs come to this process */
  serves: readonly BusinessQueue[]
  /** does the scheduled wake-up come here, too? */
  keepsSchedule: boolean
  /** resolves when BullMQ may forget the job */
  handle(queue: BusinessQueue, id: string, urgent: boolean): Promise<void>
  /** the scheduled wake-up */
  tick(): void
  rejected(due: readonly Due[], error: unknown): void
  /** errors of the connections, many of them while Redis is away */
  noise(error: Error): void
}>

/** The six queues of one Redis while it answers. After it was away they are thrown away and opened anew. */
export type Queues = Readonly<{
  add(due: Due): void
  /** Makes sure the wake-up is scheduled; a flush takes it away without a sound. */
  schedule(): Promise<void>
  /** Jobs in Redis that wait or are delayed. */
  counts(): Promise<Record<BusinessQueue, number>>
  /** Lets running jobs end for at most `ms` (0: cut at once), because Worker.close can hang when its Redis is gone. */
  close(ms: number): Promise<void>
}>

/** Rejects when Redis does not let all connections in within a few seconds. */
export async function openQueues(source: RedisSource, hooks: Hooks, skipVersionCheck: boolean): Promise<Queues> {
  const opened = connections(source, hooks.noise)
  try {
    const [producing, working] = await within(
      READY_LIMIT,
      'connecting to Redis',
      Promise.all([opened.connect(PRODUCER), opened.connect(WORKER)]),
    )
    return build({ producing, working, prefix: source.prefix, skipVersionCheck }, hooks, opened.disconnect)
  } catch (error) {
    opened.disconnect()
    throw error
  }
}

type Connected = Readonly<{ producing: Redis; working: Redis; prefix: string; skipVersionCheck: boolean }>

function build(connected: Connected, hooks: Hooks, disconnect: () => void): Queues {
  const base = { prefix: connected.prefix, skipVersionCheck: connected.skipVersionCheck }
  const jobOptions = { removeOnComplete: true, removeOnFail: true }
  const producing = { ...base, connection: connected.producing, defaultJobOptions: jobOptions }
  const working = { ...base, connection: connected.working }

  const queues = BUSINESS_QUEUES.map((name) => new Queue<Payload>(name, producing))
  const adders = new Map(queues.map((queue) => [queue.name, producer(queue, hooks)]))
  const scheduled = new Queue('scheduled', producing)
  const workers = [
    ...hooks.serves.map((name) => businessWorker(name, hooks, working)),
    ...(hooks.keepsSchedule ? [new Worker('scheduled', () => Promise.resolve(hooks.tick()), working)] : []),
  ]
  for (const one of [...queues, scheduled]) one.on('error', hooks.noise)
  for (const worker of workers) worker.on('error', hooks.noise)

  return {
    add: (due) => adders.get(queueOf(due))?.(due),
    async schedule() {
      const template = { name: TICK.id, opts: jobOptions }
      if (!(await scheduled.getJobScheduler(TICK.id)))
        await scheduled.upsertJobScheduler(TICK.id, { every: TICK.every }, template)
    },
    async counts() {
      const all = await Promise.all(
        queues.map((queue) => queue.getJobCountByTypes('waiting', 'prioritized', 'delayed')),
      )
      return Object.fromEntries(BUSINESS_QUEUES.map((name, i) => [name, all[i] ?? 0])) as Record<BusinessQueue, number>
    },
    async close(ms) {
      await atMost(ms || 500, Promise.allSettled(workers.map((worker) => worker.close(ms === 0))))
      disconnect()
    },
  }
}

function businessWorker(name: BusinessQueue, hooks: Hooks, options: WorkerOptions): Worker<Payload> {
  const work = (job: Job<Payload>) => hooks.handle(name, job.data.id, !job.opts.priority)
  return new Worker<Payload>(name, work, { ...options, concurrency: PLACES[name] })
}

/** Remembers every connection, the blocking ones that BullMQ duplicates for itself included, so that all can be cut. */
function connections(source: RedisSource, noise: (error: Error) => void) {
  const open: Redis[] = []
  const track = (client: Redis) => {
    client.on('error', noise)
    open.push(client)
    return client
  }
  return {
    /** Only a connection that is ready may be given to a queue: without an offline queue BullMQ would stay broken. */
    async connect(options: ConnectOptions): Promise<Redis> {
      const client = track(source.connect(options))
      const duplicate = client.duplicate.bind(client)
      // a cluster takes two
      client.duplicate = (...override: Parameters<typeof duplicate>) => track(duplicate(...override))
      await new Promise((resolve) => client.once('ready', resolve))
      return client
    },
    disconnect: () => open.forEach((client) => client.disconnect()),
  }
}
