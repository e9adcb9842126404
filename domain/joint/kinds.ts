/** Whistles and what they set going. */
export type JointKinds = {
  whistle: Readonly<{ state: 'called'; data: object }>
}

export const JOINT_MARKS = { whistle: 'SH' } as const satisfies Record<keyof JointKinds, string>
