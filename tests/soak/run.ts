import { parseArgs } from 'node:util'
import { soak } from './soak.ts'

const LOOP_P99_MS = 100
/** what the heap may have grown by from the second third of the days to the last */
const GROWN_MB = 8

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    days: { type: 'string', default: '24' },
    cases: { type: 'string', default: '5000' },
    database: { type: 'string', default: 'sqlite' },
    redis: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
})
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const from = performance.now()
const options = {
  seed: Number(values.seed),
  days: Number(values.days),
  cases: Number(values.cases),
  database: values.database === 'postgres' ? 'postgres' : 'sqlite',
  redis: values.redis,
  isLong: !values.short,
} as const
print({ soak: options })
const found = await soak({ ...options, say: print })
const { loopP99, grownMb } = found.measured
const met = found.violations.length === 0 && loopP99 < LOOP_P99_MS && grownMb < GROWN_MB
print({ soak: 'end', ...found, seconds: Math.round((performance.now() - from) / 1000), met })
process.exit(met ? 0 : 1)
