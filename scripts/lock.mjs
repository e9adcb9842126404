import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

/** Its holder died: the pid in it is gone, or it was never written. */
function isAbandoned(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(path).mtimeMs > 5_000
  } catch {
    return false
  }
}

function take(path) {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault
    return false
  }
}

/** Runs `work` while no other process does; the lock of a dead process is taken over. */
export function withLock(path, work) {
  while (!take(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true })
    pause(100)
  }
  try {
    return work()
  } finally {
    rmSync(path, { force: true })
  }
}
