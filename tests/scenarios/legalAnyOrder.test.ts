import { describe, it } from 'vitest'
import { ORDERS_OF_FILES, ORDERS_OF_CASES } from './random/words.ts'
import { anyStep } from './random/steps.ts'
import { tellStories, type Start } from './random/story.ts'
import { filed, investigated, noticed, OFFICER, orders } from './legalStory.ts'
import { county, drafted, MENTOR, NEIGHBOUR, REVIEWER, submitted } from './reviewStory.ts'

const plain = county({ duty: { review: false } })
const guided = { mentor: 'shiju', mentorUntil: '2027-02-15' }

const STARTS: readonly Start[] = [
  { name: 'filed', towns: plain, begins: async (house) => void (await filed(house)) },
  { name: 'filed, to be reviewed', towns: county(), begins: async (house) => void (await filed(house)) },
  { name: 'investigated', towns: plain, begins: (house) => investigated(house) },
  { name: 'noticed', towns: plain, begins: (house) => noticed(house) },
  { name: 'noticed of a high fine', towns: plain, begins: (house) => noticed(house, '罚款 6000') },
  { name: 'noticed, to be reviewed', towns: county(), begins: (house) => noticed(house) },
  {
    name: 'decided',
    towns: plain,
    async begins(house) {
      await noticed(house)
      await orders(house, '申辩 0001 放弃', '决定 0001')
    },
  },
  { name: 'before a reviewer', towns: county(), begins: async (house) => void (await submitted(house)) },
  {
    name: 'before the reviewer of another township, guided',
    towns: county({ onlyNeighbour: true, duty: guided }),
    begins: async (house) => void (await submitted(house, NEIGHBOUR)),
  },
  {
    name: 'before the guiding department',
    towns: county({ duty: { ...guided, review: false } }),
    async begins(house) {
      await drafted(house)
      await orders(house, '会签 0001')
    },
  },
]

describe('any order of the steps of a penalty case, by anybody', () => {
  it('passes no gate, and leaves nothing hanging', { timeout: 560_000 }, async () => {
    const step = anyStep({
      main: [OFFICER, OFFICER, OFFICER, 'u-wangfang', REVIEWER, MENTOR],
      others: [NEIGHBOUR, 'u-liqiang', 'u-zhouting', 'u-chenzhen', 'u-songming', 'v-lihua', 'u-sunmei', 'u-gaoshan'],
      orders: ORDERS_OF_FILES,
      otherOrders: ORDERS_OF_CASES,
      waits: ['2m', '3h', '1d', '4d', '8d'],
    })
    await tellStories(STARTS, step, Number(process.env['STORIES'] ?? 25))
  })
})
