/** The terms of a file that run against somebody. */
export const CLOCKS = ['decide', 'hold', 'told', 'hearing', 'serve', 'pay', 'order'] as const
export type ClockName = (typeof CLOCKS)[number]
