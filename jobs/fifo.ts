/** A first-in first-out line whose head is cheap to take however long it grows. */
export type Fifo<T> = Readonly<{ push(item: T): void; take(): T | undefined; size(): number }>

const COMPACT_AFTER = 1024

export function fifo<T>(): Fifo<T> {
  let items: (T | undefined)[] = []
  let head = 0
  return {
    push: (item) => void items.push(item),
    take() {
      if (head === items.length) return undefined
      const item = items[head]
      items[head++] = undefined
      if (head > COMPACT_AFTER && head * 2 > items.length) {
        items = items.slice(head)
        head = 0
      }
      return item
    },
    size: () => items.length - head,
  }
}
