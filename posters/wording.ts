/** What hangs on the notice board of a village. Read by people of every age, standing, from two metres. */
export const WORDING = {
  /** stands where the font has no picture of a character */
  unknown: '〓',
  title: '扫一扫，反映身边的问题',
  how: '打开微信扫一扫，不用下载，不用注册',
  steps: [
    ['说清楚在哪里、什么事', '例如：村口小桥的栏杆断了一截'],
    ['有照片就再发照片', '也可以发位置'],
    ['收到编号，就有人管', '想知道办到哪一步，发“进度”两个字'],
  ],
  emergency: ['紧急情况先打', '110 / 119 / 120'],
  privacy: '您是谁，上门办理的单位看不到；您发来的内容只用来办理这件事。',
  others: (items: readonly string[]): string => `也可能是：${items.join('、')}。要看就发“导图 事项名称”`,
} as const
