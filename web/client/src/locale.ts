import dayjs from 'dayjs'
import daysInChina from 'dayjs/locale/zh-cn'
import type { ElConfigProvider } from 'element-plus'
import zhCn from 'element-plus/es/locale/lang/zh-cn'

// weeks of its calendars begin on Monday
dayjs.locale(daysInChina)

type Locale = NonNullable<InstanceType<typeof ElConfigProvider>['$props']['locale']>
type Words = Readonly<Record<string, string>>

const { datepicker } = zhCn.el
const words = datepicker as unknown as Words
/** `11 月` and not 十一月: as it is written elsewhere, and as it is read out */
const months = Object.fromEntries(Object.keys(datepicker.months).map((name, n) => [name, words[`month${n + 1}`]]))

/** The words of the package. It says of them itself that they do not fit its own property. */
export const locale = { ...zhCn, el: { ...zhCn.el, datepicker: { ...datepicker, months } } } as unknown as Locale
