/** What a browser says of itself, in the words of whoever sits before it; the first that fits. */
type Names = readonly (readonly [sign: RegExp, name: string])[]

const MACHINES: Names = [
  [/HarmonyOS|OpenHarmony/iu, '鸿蒙设备'],
  [/iPhone/iu, '苹果手机'],
  [/iPad/iu, '苹果平板'],
  [/Android.*Mobile/iu, '安卓手机'],
  [/Android/iu, '安卓平板'],
  [/Windows/iu, 'Windows 电脑'],
  [/Macintosh/iu, '苹果电脑'],
  [/Linux|X11|CrOS/iu, 'Linux 电脑'],
]

/** Each names itself beside those it is built on: those stand last. */
const BROWSERS: Names = [
  [/wxwork\//iu, '企业微信'],
  [/MicroMessenger\//iu, '微信'],
  [/QQBrowser\//iu, 'QQ 浏览器'],
  [/UCBrowser\//iu, 'UC 浏览器'],
  [/360SE|360EE|QihooBrowser/iu, '360 浏览器'],
  [/HuaweiBrowser\//iu, '华为浏览器'],
  [/MiuiBrowser\//iu, '小米浏览器'],
  [/Edg(A|iOS)?\//iu, 'Edge 浏览器'],
  [/Firefox\//iu, '火狐浏览器'],
  [/Chrome\//iu, '谷歌内核浏览器'],
  [/Safari\//iu, 'Safari 浏览器'],
]

const nameIn = (agent: string, names: Names): string => names.find(([sign]) => sign.test(agent))?.[1] ?? ''

/** `Windows 电脑，Edge 浏览器`. */
export function deviceIn(agent: string): string {
  const known = [nameIn(agent, MACHINES), nameIn(agent, BROWSERS)].filter((name) => name !== '')
  return known.length > 0 ? known.join('，') : '看不出来的设备'
}
