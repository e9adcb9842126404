import type { Desk } from '../book/desk.ts'
import type { Follower, Moved } from './follower.ts'
import { followCase } from '../joint/follow.ts'
import { followWork } from '../work/ends.ts'

/** Each part of the house says what follows for its entries. */
const FOLLOWERS: readonly Follower[] = [followWork, followCase]

export const follow = (moved: Moved): readonly Desk[] =>
  moved.book.length === 0 ? [] : FOLLOWERS.flatMap((follower) => follower(moved) ?? [])
