/** Rejects with `what` when the promise has not settled within `ms`; the work itself is not stopped. */
export function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Waits for the promise, but no longer than `ms`, whatever becomes of it. For shutting down. */
export async function atMost(ms: number, promise: Promise<unknown>): Promise<void> {
  await within(ms, 'closing', promise).catch(() => undefined)
}
