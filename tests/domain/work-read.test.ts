import { describe, expect, it } from 'vitest'
import { extensionIn, lackingIn, sentOutIn, suspensionIn } from '../../domain/work/read.ts'

describe('what is written behind 延期', () => {
  it.each([
    ['2天 下雨路不通', '2 下雨路不通'],
    ['两天，因为吊车没来', '2 吊车没来'],
    ['3个工作日 理由：等检测报告', '3 等检测报告'],
    ['申请５天 等材料', '5 等材料'],
    ['2天', '-'],
    ['下雨路不通', '-'],
    ['0天 不急', '-'],
    ['', '-'],
  ])('%s', (said, read) => {
    const found = extensionIn(said)
    expect(found ? `${found.days} ${found.reason}` : '-').toBe(read)
  })
})

describe('what is written behind 挂账', () => {
  it.each([
    ['等苗木到货 12月20日恢复', '等苗木到货 | 2026-12-20'],
    ['苗木还没到 12月18日', '苗木还没到 | 2026-12-18'],
    ['等法院判决，预计2026年12月15日', '等法院判决 | 2026-12-15'],
    ['等材料 2026-12-05', '等材料 | 2026-12-05'],
    ['等材料 12-5', '等材料 | 2026-12-05'],
    ['等材料，20天后恢复', '等材料 | 2026-12-14'],
    ['材料要等到1月5日', '材料要等 | 2027-01-05'],
    ['等材料（12月20日再看）', '等材料 | 2026-12-20'],
    ['等材料 2月30日', '等材料 | '],
    ['开春才能栽树', '开春才能栽树 | -'],
    ['12月20日', '-'],
    ['', '-'],
  ])('%s', (said, read) => {
    const found = suspensionIn(said, '2026-11-24')
    expect(found ? `${found.reason} | ${found.day ?? '-'}` : '-').toBe(read)
  })
})

describe('what is written behind 受阻', () => {
  it.each([
    ['缺车辆 执法车在修', 'vehicle 执法车在修'],
    ['缺人手，两个人请假', 'people 两个人请假'],
    ['没有车', 'vehicle '],
    ['缺设备', 'equipment '],
    ['缺经费 要租吊车', 'money 要租吊车'],
    ['其他 村民不让进', 'other 村民不让进'],
    ['村民不让进', '-'],
  ])('%s', (said, read) => {
    const found = lackingIn(said)
    expect(found ? `${found.reason} ${found.text}` : '-').toBe(read)
  })
})

describe('what is written behind 转出', () => {
  it.each([
    ['市交通局 王建国 13900000000 占的是公路', '市交通局 | 王建国 13900000000 | - | 占的是公路'],
    ['市交通局 联系人：王科长 电话：0000-1234567 占的是公路', '市交通局 | 王科长 0000-1234567 | - | 占的是公路'],
    ['市交通局 0000-1234567 占的是公路', '市交通局 | - | 0000-1234567 | 占的是公路'],
    // a mobile is somebody's own
    ['市交通局 13900000000 占的是公路', '市交通局 |  13900000000 | - | 占的是公路'],
    ['市交通局 占的是公路', '市交通局 | - | - | 占的是公路'],
    ['市交通局 王建国 13900000000', '-'],
    ['市交通局', '-'],
    ['', '-'],
  ])('%s', (said, read) => {
    const found = sentOutIn(said)
    const contact = found?.contact ? `${found.contact.name} ${found.contact.phone}` : '-'
    expect(found ? [found.to, contact, found.phone ?? '-', found.reason].join(' | ') : '-').toBe(read)
  })
})
