/** A process that writes without end and says on stdout what was acknowledged. Killed by the test. */
import { openStore } from '../../store/open.ts'
import { at, event, inbound, notice, report, task } from './samples.ts'

const [url = '', round = '0'] = process.argv.slice(2)
const log = { warn: () => undefined, error: () => undefined }

try {
  const store = await openStore({ url, log })
  const write = async (lane: number) => {
    for (let n = 0; ; n++) {
      const key = `${round}-${lane}-${n}`
      const { row } = await store.receive(inbound(key), at(0))
      process.stdout.write(`inbox ${row.id}\n`)
      const seq = await store.nextSeq('QS', '261123')
      const fresh = task(seq)
      await store.commit(
        {
          task: fresh,
          reports: [report(fresh)],
          events: [event(fresh, 'reported')],
          notices: [notice(key)],
          inbox: { id: row.id, outcome: 'done', note: '' },
        },
        at(1),
      )
      process.stdout.write(`task ${fresh.id}\n`)
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, lane) => write(lane)))
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`)
  process.exitCode = 1
}
