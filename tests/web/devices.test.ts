import { describe, expect, it } from 'vitest'
import { deviceIn } from '../../web/wording/devices.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('a browser is called', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      'Windows 电脑，Edge 浏览器',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; WOW64) ${WEBKIT} Chrome/108.0 Safari/537.36 wxwork/4.1.28 (MicroMessenger/6.2)`,
      'Windows 电脑，企业微信',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; ABC) ${WEBKIT} Chrome/116.0 Mobile Safari/537.36 wxwork/4.1 MicroMessenger/7.0.1`,
      '安卓手机，企业微信',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      '苹果手机，Safari 浏览器',
    ],
    [
      `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${WEBKIT} Chrome/114.0 Safari/537.36 HuaweiBrowser/15.0`,
      '鸿蒙设备，华为浏览器',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Linux 电脑，火狐浏览器'],
    ['curl/8.9', '看不出来的设备'],
    ['', '看不出来的设备'],
  ])('%s: %s', (agent, name) => {
    expect(deviceIn(agent)).toBe(name)
  })
})
