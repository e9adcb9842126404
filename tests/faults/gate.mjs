// Loaded into the real program before it begins: its modules are read while another one still runs, and it begins once the
// file GATE is there. To die at the step that stands in GATE.die, once that is there. So a test that starts the program
// for each of fifty steps waits for its work only.
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const gate = process.env.GATE ?? ''
/** The program as it was built: not there while nothing is. */
const built = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href)
await built('cli/start.js')
const { crashing, watchSteps } = await built('crash.js')

/** Unless it is told to go on, it ends with whoever started it. */
async function contentOf(file, ref) {
  for (;;) {
    const content = await readFile(file, 'utf8').catch(() => '')
    if (content !== '') return content
    await pause(5, undefined, { ref })
  }
}

async function armed() {
  watchSteps(crashing(await contentOf(`${gate}.die`, false)))
  process.stderr.write('armed\n')
}

await contentOf(gate, true)
void armed()
