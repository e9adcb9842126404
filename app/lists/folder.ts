import type { Place } from '../../config/duties/places.ts'

/** One after the other: what is written is written on what is there. */
export type OneByOne = <T>(work: () => Promise<T>) => Promise<T>
export type Folder = Readonly<{ place(town: string): Promise<Place | null>; alone: OneByOne; taken(): Promise<void> }>
