import { SURNAMES } from './wording.ts'

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
/** What was answered to 「在哪里」: 「就在老粮站那儿」 */
export const ANSWERED_NAME =
  /^(?:就|是|都)?(?:在|是|去|到)?(?:(?:我们?|俺们?|咱们?)?(?:这|那)个?)?([\p{Script=Han}]{1,5}?(?:村|庄|屯|沟|湾|坡|岭|坪|营|店|铺|寨|洼|桥|集|口|塘|河|社|厂|站|场|院|园|庙|寺|校|馆|塔|亭|楼|堂|坝|库|渠|井|矿|林|路|街|巷|碑|岗|坳|门|树))(?:的|那|这|里|儿|边|块|头|上|附近|旁边|对面|门口|后面|前面|后院|里面|上面|下面|底下|跟前|外面)*$/u
/** Where somebody lives or works: 李四家, 张大爷鱼塘, 张建国店. */
export const SOMEBODYS = new RegExp(
  `[我俺咱你您他她谁某]|叔|婶|舅|嫂子|大爷|大娘|大哥|大姐|老板|师傅|先生|女士|书记|主任|村长|医生|老师|^(?![大小上下前后东西南北新]).{2,}家|^[${SURNAMES}](?!家)(?:.{2}[店铺院楼]|.{1,2}(?:厂|馆|诊所|超市|鱼塘|大棚|果园))$`,
  'u',
)
