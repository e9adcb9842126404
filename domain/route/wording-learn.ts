const NAME =
  '([\\p{Script=Han}]{1,5}?(?:村|庄|屯|沟|湾|坡|岭|坪|营|店|铺|寨|洼|桥|集|口|塘|河))(?=$|[\\p{Script=Han},.;])'
/** A name after what leads to a place, else where a clause begins. */
export const UNKNOWN_NAMES = [
  new RegExp(`(?<=[在到去从住])${NAME}`, 'gu'),
  new RegExp(`(?<=^|[,.;，。；])${NAME}`, 'gu'),
]
/** Words of this form that name no village. */
export const NO_NAME =
  /^(?:我们?村|俺们?村|咱们?村|全村|本村|村口|路口|门口|桥头|河边|水沟|臭水沟|排水沟|饭店|商店|小店|药店|旅店|网店|池塘|鱼塘|水塘|出口|入口|井口|街口|.{0,3}(?:门口|路口|巷口|饭店|商店|的店|个店|家店)|有人.*|这个.*|那个.*)$/u
