/** Days the State Council moved: `off` are holidays, `work` are make-up working days (调休). Days are YYYY-MM-DD, Asia/Shanghai. */
export type HolidayYear = Readonly<{ year: number; off: readonly string[]; work: readonly string[]; source: string }>

/** The work-day calendar: years that are known, each from its own file. */
export type Calendar = Readonly<{ years: readonly HolidayYear[] }>
