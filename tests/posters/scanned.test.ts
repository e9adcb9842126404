import { expect, it } from 'vitest'
import { drawPdf } from '../../posters/pdf.ts'
import { drawPng } from '../../posters/png.ts'
import { pagesOf, scan, scanPage } from './scan.ts'

const linkOf = (code: string) =>
  `https://work.weixin.qq.com/kfid/kfc1234567890abcdef?enc_scene=ENC8wUqwVDHWJ8kJ7hqTyKJ7aZ&scene_param=village%3D${code}`
const poster = (village: string, code: string) => ({ town: '青石镇', village, code, link: linkOf(code) })

it('the PNG leads to the village whose name it carries', async () => {
  expect(await scan(drawPng(poster('王家村', 'QS01')))).toBe(linkOf('QS01'))
})

it('the longest link we may be given is still read', async () => {
  const link = `https://work.weixin.qq.com/kfid/${'k'.repeat(64)}?enc_scene=${'E'.repeat(64)}&scene_param=${'%E6'.repeat(42)}`
  expect(await scan(drawPng({ ...poster('王家村', 'QS01'), link }))).toBe(link)
})

it('the PDF has a page of A4 for each village, each with its own code', async () => {
  const villages = [poster('王家村', 'QS01'), poster('李家沟', 'QS02'), poster('𬭎㛃堃社区', 'QS03')]
  const pdf = await drawPdf('青石镇', villages)
  const pages = pagesOf(pdf)
  expect(pdf.toString('latin1').match(/\/MediaBox \[0 0 595\.28 841\.89\]/gu)).toHaveLength(3)
  expect(await Promise.all(pages.map(scanPage))).toEqual(villages.map(({ link }) => link))
})
