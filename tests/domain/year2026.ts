import type { Calendar } from '../../domain/calendar/calendar.ts'
import { addDays } from '../../domain/calendar/zone.ts'

const from = (day: string, days: number): string[] => Array.from({ length: days }, (_, i) => addDays(day, i))

/** 国办发明电〔2025〕7号 */
export const CALENDAR_2026: Calendar = {
  years: [
    {
      year: 2026,
      off: [
        ...from('2026-01-01', 3),
        ...from('2026-02-15', 9),
        ...from('2026-04-04', 3),
        ...from('2026-05-01', 5),
        ...from('2026-06-19', 3),
        ...from('2026-09-25', 3),
        ...from('2026-10-01', 7),
      ],
      work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      source: '国办发明电〔2025〕7号',
    },
  ],
}
