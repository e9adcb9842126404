import { describe, expect, it } from 'vitest'
import { bindingOf } from '../../domain/command/binding.ts'
import { nearestVillage, villageOf } from '../../domain/route/nearest.ts'
import { town, village } from './township.ts'

const at = (code: string, name: string, lat: number | null, lng: number | null) => ({
  ...village(code, name),
  lat,
  lng,
})
const QS = town('QS', '青石镇', {
  villages: [
    at('QS01', '王家村', 34.812, 113.407),
    at('QS02', '李家沟', 34.826, 113.391),
    at('QS09', '赵庄', null, null),
  ],
})
const HD = town('HD', '河东镇', { villages: [at('HD01', '河口村', 34.9, 113.5)] })

describe('a shared point', () => {
  it.each([
    ['by the village', 34.8125, 113.4066, 'QS01'],
    ['nearer to another', 34.825, 113.392, 'QS02'],
    ['in the next township', 34.902, 113.503, 'HD01'],
    ['half way, a little nearer to the first', 34.8185, 113.4, 'QS01'],
  ])('%s belongs to it', (_name, lat, lng, code) => {
    expect(nearestVillage({ lat, lng }, [QS, HD])?.place.code).toBe(code)
  })

  it('far from every village, or where none has coordinates, belongs to none', () => {
    expect(nearestVillage({ lat: 36, lng: 115 }, [QS, HD])).toBeNull()
    expect(
      nearestVillage({ lat: 34.8, lng: 113.4 }, [town('X', 'X', { villages: [village('X1', '某村')] })]),
    ).toBeNull()
  })
})

it('the code on a QR poster names a village of any township', () => {
  expect(villageOf('HD01', [QS, HD])).toEqual({ town: HD, place: { code: 'HD01', name: '河口村' } })
  expect(villageOf('nobody', [QS, HD])).toBeNull()
})

describe('绑定', () => {
  it.each([
    ['绑定', null],
    [' 绑定 123456', '123456'],
    ['绑定１２３４５６', '123456'],
    ['绑定：123 456', '123456'],
    ['绑定码 123456', '123456'],
  ])('%s is understood', (text, code) => {
    expect(bindingOf(text)).toEqual({ code })
  })

  it.each(['绑定手机号被人盗用了', '绑定 12345', '绑定 1234567', '怎么绑定', '123456'])('%s is not one', (text) => {
    expect(bindingOf(text)).toBeNull()
  })
})
