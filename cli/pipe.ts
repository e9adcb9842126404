const OUTS = [process.stdout, process.stderr]

/** The reader of our words has gone (`| head`): nothing is left to be said, and that is no fault. */
function leave(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

export function endWithTheReader(): void {
  for (const out of OUTS) out.on('error', leave)
}

/** A program that works on without a terminal. */
export function outliveTheReader(): void {
  for (const out of OUTS) out.off('error', leave)
}
