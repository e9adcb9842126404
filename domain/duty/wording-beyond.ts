const BUILT = '棚|房|墙|屋|摊|架子|架|圈|违建|建筑|炉|灶|围栏|牌'
const BROKEN = '推倒|推平|推掉|推了|铲掉|铲平|铲了|砸了|砸掉|砸烂|捣毁|扒了|扒掉'
const ACT =
  '罚款|罚了|罚的|罚金|罚单|罚没|处罚|处以|没收|收缴|吊销|查封|扣押|暂扣|扣留|扣了|责令(?:停产|停业|关闭|停止营业)|停业整顿|强制拆除|强拆|拆除|拆掉|拆了|拘留|警告|推倒|推平|铲掉|铲平|捣毁'
const WARNED = '(?:给予|予以|处以|作出|下达|书面|行政|当场)(?:了)?(?:行政)?警告(?!标|牌)|警告(?:处罚|一次|书)|^警告$'

/** Words of acts for which a unit needs the power to punish… */
export const PUNISHES = new RegExp(
  `罚款(?!标准|依据|规定)|罚了|罚没|罚[\\d一二两三四五六七八九十百千]|罚金|罚单|(?<!不予|免予|免于|未予|无需|不用|不)处罚(?!权|标准|依据|建议|程序|规定)|处以|没收|收缴|吊销|查封|扣押|暂扣|扣留|扣了|责令(?:停产|停业|关闭|停止营业)|停业整顿|强制拆除|强拆|拆除|拆掉|拆了|拘留|${WARNED}|(?:${BUILT})[^被让叫]{0,4}(?:${BROKEN})|(?<!被.{0,4})(?:${BROKEN}).{0,6}(?:${BUILT})`,
  'u',
)

/** Penalties that nobody may impose without a file of the law's steps. */
export const FINES = /罚款(?!标准|依据|规定)|罚了|罚没|罚[\d一二两三四五六七八九十百千]|罚金|罚单|没收|吊销/u

/** … but not in a clause where it is not done, … */
export const NOT_DONE = new RegExp(
  `(?:不予|免予|免于|未予|没有?|未|无需|不用|不需要?|不再|不|暂不|尚未)(?:作出|进行|给予|实施|开出|开)?(?:行政)?(?:${ACT})|首违不罚|(?:再|如|若|否则|下次|拒不).{0,10}(?:将|就|要|会|依法)|(?:可能|面临|担心|害怕|要求|希望|建议|申请|报请|拟|准备|请求)`,
  'u',
)

/** … where it is somebody else’s, … */
export const LEAVES_IT = new RegExp(
  `移送|移交|转交|转.{0,8}(?:处理|处罚)|吹哨|(?:${ACT}).{0,4}由(?!我|本|咱)|(?:由|被|经|请|让|交|等|待)(?!我|本|咱).{1,16}?(?:${ACT})|(?<![我本]|我们)(?:局|所|站|队|公安|法院|部门|机关|交警|民警|街道|政府)(?:已经?|依法|来人|现场|将|后来|随后|正在|另行|当场)*(?:对.{1,14}?)?(?:作出|进行|实施|开出|开具|下达|给予|立案|了)*.{0,3}?(?:${ACT})`,
  'u',
)

/** … or where who it is about does it himself. */
export const HIMSELF = new RegExp(
  `自行|自己|主动|自愿|自拆|(?:当事人|业主|商户|摊主|店主|老板|村民|户主|对方)(?:已经?|同意|配合|答应|正在|当场)*(?:把.{1,8})?(?:拆除|拆掉|拆了|${BROKEN})`,
  'u',
)

/** How a unit speaks of itself. */
export const WE = '我们'
/** What it says it did itself is not excused by what others did. */
export const BY_US = /我们|我队|我所|我站|本队|本所|本站|咱/u

/** Ends of what is said in one breath, and of a sentence. */
export const BREATH = /[,，、]|但是?|另外|同时|并且?|然后/u
export const SENTENCE = /[。;；!！?？\n]/u
