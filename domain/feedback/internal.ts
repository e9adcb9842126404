/** What supervisors and units settle among themselves: whoever reported the case does not read it. */
const INTERNAL: readonly string[] = [
  'opinion',
  'rectified',
  'rectify-accepted',
  'rectify-again',
  'opinion-late',
  'exclusion-asked',
  'excluded',
  'exclusion-refused',
  'exclusion-late',
  'revisit-drawn',
  'revisit-asked',
  'revisit-lapsed',
]

export const isInternal = (type: string): boolean => INTERNAL.includes(type)
