import type { StationKind } from '../town.ts'

/** What may stand behind the name of a unit: 应急办, 城管队员. Not 局: that is an authority outside the township. */
export const UNIT_TAIL = /(?:管理)?(?:所|站|中队|大队|队|办公室|办|中心|科)?(?:的?人员?|的?同志|民警|队员)?$/u

/** Units as people call them: how the words are, without their tail, and whose name it is, or which kind. */
export const KNOWN_AS: readonly Readonly<{ said: RegExp; of: RegExp | StationKind }>[] = [
  { said: /^(?:城市管理|城管执法|城管)$/u, of: /城管|城市管理/u },
  { said: /^(?:环保|环境|环境保护|生态环保|环境监察)$/u, of: /生态环境|环保/u },
  { said: /^(?:市监|工商|食药监?|食品药品|质监|市场监督|市场局)$/u, of: /市场监[管督]/u },
  { said: /^(?:国土|国土资源|土地|土管|规划)$/u, of: /自然资源|国土/u },
  { said: /^(?:安监|安全生产|应急)$/u, of: /应急|安监/u },
  { said: /^(?:110|公安|警察|民警|公安民警|报警|警务室|派出)$/u, of: 'police' },
  { said: /^(?:综合|行政|综合行政|镇)?执法$|^综合执法局$/u, of: 'brigade' },
  { said: /^(?:林业|林管|护林)$/u, of: /林业/u },
  { said: /^(?:水利|水务|河长)$/u, of: /水利|水务/u },
  { said: /^(?:农业|农技|农业农村|畜牧|兽医)$/u, of: /农业|畜牧/u },
]

/** Words that are part of a unit's name and yet name none: 「市场 太乱」. */
export const TOO_VAGUE = /^(?:市场|管理|综合|自然|生态|环境|土地|规划|行政|资源|监管|监督|农业|水利|安全生产|报警)$/u
