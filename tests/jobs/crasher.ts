import { findRedis } from '../../jobs/redis/find.ts'

/** Run as a process of its own: brings up the private Redis of the given data folder, says so, and waits to be killed; or ends at once, told `end`, as on a fault nobody caught. */
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const source = await findRedis({ redisUrl: null, dataDir: process.argv[2] ?? '', log: quiet })
process.stdout.write(`${source?.label ?? 'none'}\n`)
if (process.argv[3] === 'end') process.exit(1)
setInterval(() => undefined, 1_000)
