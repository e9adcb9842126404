import { expect, it } from 'vitest'
import { outside } from '../../../domain/open/within.ts'
import type { Village } from '../../../domain/town.ts'

const village = (lat: number | null, lng: number | null): Village => ({
  ...{ code: 'QS01', name: '王家村', aliases: [], grid: '', officer: null },
  lat,
  lng,
})
const villages = [village(34.812, 113.407), village(null, null)]

it.each([
  ['in the village', 34.811, 113.4, null],
  ['forty kilometres off', 35.17, 113.407, null],
  ['sixty kilometres off', 35.35, 113.407, 'township'],
  ['in the capital', 39.9, 116.4, 'township'],
  ['lat and long in each other’s place', 113.407, 34.812, 'country'],
  ['in Africa', 10, 10, 'country'],
  ['where the map opened', 0, 0, 'country'],
])('a point %s', (_what, lat, lng, said) => {
  expect(outside({ lat, lng }, { villages })).toBe(said)
})

it('of a township whose villages have no positions only the country is asked', () => {
  const unknown = { villages: [village(null, null)] }
  expect(outside({ lat: 39.9, lng: 116.4 }, unknown)).toBeNull()
  expect(outside({ lat: 10, lng: 10 }, unknown)).toBe('country')
})
