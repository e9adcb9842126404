// One process of several, before a clock that its parent moves (tests/scenarios/fleet.ts). It runs the built program.
const built = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href)
const { startCore } = await built('app.js')
const { makeLog } = await built('log.js')

/** What is asked for, by kind; each is answered when it is done. */
let core = null
let at = 0
const tell = (what) => process.send?.(what)
const log = makeLog('debug', (line) => tell({ line }))

const asked = {
  async open({ env, towns, calendar, now }) {
    at = now
    core = await startCore({
      env,
      towns,
      calendar,
      log,
      now: () => new Date(at),
      onFatal: (error) => tell({ line: `{"level":50,"msg":${JSON.stringify(error.message)}}` }),
    })
  },
  async clock({ now }) {
    at = now
  },
  idle: () => core.idle(),
  nights: () => core.nights(),
  // whoever leads looks, and nobody else
  look: async () => core.jobs.state().leads && (await core.look(), true),
  close: () => core.close(),
}

process.on('message', async ({ id, kind, ...rest }) => {
  try {
    tell({ id, answer: await asked[kind](rest) })
  } catch (error) {
    tell({ id, error: String(error?.stack ?? error) })
  }
})
process.on('disconnect', () => process.exit(0))
