/**
 * The finish clock stands still since then; it is looked at again at `until`. Instants are ISO.
 * `file` = a penalty file is open: until it ends the terms of the law count, not those of the service.
 */
export type Suspended = Readonly<{ since: string; until: string; why: string; file?: true }>

/** What was granted about the time of a case. */
export type Granted = Readonly<{
  /** ms the finish clock was given beyond its limit, counted in the hours of the level */
  extra: number
  suspended?: Suspended
}>

type Timed = Readonly<{ understood: Readonly<{ time?: Granted }> | null }>

export const extraOf = ({ understood }: Timed): number => understood?.time?.extra ?? 0
export const suspensionOf = ({ understood }: Timed): Suspended | null => understood?.time?.suspended ?? null
export const isFiled = (task: Timed): boolean => suspensionOf(task)?.file === true
