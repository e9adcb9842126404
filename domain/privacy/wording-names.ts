/** Without those that are far more often a word: 和, 都, 从, 公. */
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲封芮羿储靳段富乌焦巴弓牧车侯秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹龙叶司韶郜黎蓟薄印宿白蒲台鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温庄晏柴瞿阎慕连茹宦艾鱼向古易慎戈廖庾终暨衡耿满弘匡文寇禄阙欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚简饶曾毋沙鞠须丰巢关蒯查荆游竺权逯益桓'
const DOUBLE = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|司徒|端木|南宫|独孤|呼延'
/** What is no given name right behind a surname. */
const NOT_GIVEN = '村庄屯镇乡组街路社区县市省的家里店厂场馆铺队所站院局校人们是在有个们了吗呢啊嘞寨营湾沟坡岗某部员'
/** Words of every day that begin like a name. */
const WORDS = [
  '成天|时常|常常|常年|向来|曾经|终于|连夜|连续|连着|马上|时不|明天|夏天|秋天|白天|元旦|黄昏|时间|时候',
  '方便|安全|安心|危险|平安|高兴|万分|满怀|冷静|何时|何人|何处|毕竟|顾虑|顾客|平时|平常|高价|高声|高空|高音|宁可|宁愿|胡乱|单独|万一|严重',
  '于是|向我|任何|满地|满街|满意|满是',
  '车库|车位|车辆|车主|车间|路边|路上|路口|路灯|路面|石头|石料|石子|石板|沙子|沙场|沙土|管道|马路|柴火|柴油',
  '房子|房屋|房东|房主|房顶|房租|宿舍|平房|危房|左边|边上|边界|江边|古树|古井|祖坟|冷库|温室',
  '农药|农田|农户|农民|农机|田地|田里|林地|林木|鱼塘|鱼池|牛羊|牛粪|马蜂|庄稼|花草|米线|米粉|蒲公',
  '查看|查处|查封|查过|查了|查账|张贴|解决|应该|解释|利用|施工|包工|安装|安排|安置|通过|通知|通道|管理|管子|干活|干涉|劳动|劳务|关门|关于|胡同',
  '卫生|计生|孙子|孙女|刁民|路过|成绩|毛病|金额|费用|花钱|余款|利息|利润|易燃|麻烦|麻将|乐器|文件|计划|项目|单位|单元|游客|司机|司法|师傅|干部|党员|支书|党支|包装|牛奶|牛肉|金属',
].join('|')
/** A word of every day is no name; nobody is called 某 by his mother, but 张某 is somebody. */
const NOT_WORD = `(?!${WORDS})`
const GIVEN = `[^\\P{Script=Han}${NOT_GIVEN}]`
const SOME = `[${SURNAMES}]某(?:某|${GIVEN})?`
const FULL = `(?:${SOME}|(?:${DOUBLE})${GIVEN}{1,2}?|${NOT_WORD}[${SURNAMES}]${GIVEN}{1,2}?)`

/** Where a name is over: the sentence pauses, or goes on with what people do. */
const PAUSE = '[,，.。;；:：!！?？、（()）\\[\\s0-9A-Za-z]|$'
const GOES_ON =
  '电话|手机|身份|联系|住(?!宅)|家(?:的|里|住|在|门|房|院|$)|男|女|今年|反映|举报|投诉|来电|称|说|表示|天天|每天|经常|常年|总是|老是|总|一直|又|还|把|将|在|往|从|向|和|跟|与|也|就|已|占|乱|违|偷|私|欠|拿|打|骂|收|卖|不|没|盖|垒|堆|倒|烧|养(?!殖)|开(?!发)|强|拖|赖|涉|未|拒'
const OVER_AT_ONCE = `(?=${PAUSE}|电话|手机|身份|联系|住|家|男|女|今年)`
const OVER = `(?=${PAUSE}|${GOES_ON})`

/** After these anything is a name. */
const CALLED = '姓名|名字(?:叫|是|:|：)|联系人(?:[:：]|是|为)|收件人|负责人(?:[:：])|经办人(?:[:：])'
/** Not after these: what is called so is a shop, a village, an action. */
const OF_A_THING =
  '(?<!(?:店|馆|厂|场|铺|超市|公司|村|路|街|桥|河|地|项目|商标|牌子|品牌|吧|园|院|校|站|庄|饭|点|所|摊|产品|药|酒|工程|小区|楼|狗|猫|牌)(?:子|里|名|名字)?)'
const SELF_IS =
  '(?:我|俺|本人|举报人|反映人)是[^，。,.\\s]{1,8}(?:村|庄|屯|镇|乡|组|湾|沟|寨|社区)的?(?:村民|居民)?|我是|俺是|我叫|俺叫|咱叫|本人(?:叫|是|姓名)?|我姓名'
/** Somebody whom it may be about. */
const OTHERS =
  '老板|老板娘|店主|户主|业主|房主|房东|车主|摊主|机主|厂长|包工头|邻居|隔壁的?|司机|负责人|法人|经营者|当事人|被举报人'
const ROLES = `(?:男|女|大|小|老)?(?:${OTHERS}|村民|居民|群众|社员|联系人|举报人|反映人|报事人|报案人|报告人|诉求人|求助人|信访人|上访人|来访人|投诉人|来电人|儿子|女儿|媳妇|老婆|老公|丈夫|妻子|父亲|母亲|爸爸|妈妈|爹|弟弟|哥哥|姐姐|妹妹|孩子|孙子)(?:名字)?(?:是|叫|姓名|:|：)?`

/** Before somebody who is called 同志: who did it (由, 派) is named on purpose. */
const ADDRESSED = '(?:^|[,，.。;；!！?？、:：\\s向给跟和与是的访系众])'

/** By which somebody says what he is called himself. */
export const SELF_NAMES: readonly RegExp[] = [
  new RegExp(
    `(?<=(?:我叫|俺叫|我是|本人|姓名(?:是|:|：)?)\\s?)\\p{Script=Han}{1,8}(?:[·•]\\p{Script=Han}{1,10})+`,
    'gu',
  ),
  new RegExp(`(?<=(?:${SELF_IS})\\s?)${FULL}${OVER}`, 'gu'),
]

/** Who speaks of himself, and who of somebody else; whichever came last before a number in a sentence, that one's it is. */
export const OF_HIMSELF = /[我俺咱]|本人|联系(?:人|电话|方式)/gu
export const OF_OTHERS = new RegExp(`[他她它]|对方|那人|(?<![我俺咱]家?是[^，,]{0,8})(?:${OTHERS})`, 'gu')
export const SENTENCE_END = /[。！!？?；;\n]/u

/** Names, where people say them; what is surest first. */
export const NAMES: readonly RegExp[] = [
  new RegExp(
    `(?<=(?:${CALLED})(?:是|为|叫|:|：)?\\s?)(?!不|没|都|也|和|电话|怎|吗|写|登|一)\\p{Script=Han}{2,4}?${OVER_AT_ONCE}`,
    'gu',
  ),
  ...SELF_NAMES,
  new RegExp(`(?<=(?:${ROLES})\\s?)${FULL}(?:(?=的)|${OVER})`, 'gu'),
  new RegExp(
    `(?<=${OF_A_THING}(?:名叫|叫做|叫作|叫)\\s?)${FULL}(?=${PAUSE}|电话|手机|身份|联系|住|家|的|男|女|今年|天天|经常|把|将|占|乱|违|偷|欠|骂)`,
    'gu',
  ),
  new RegExp(`(?<=(?:我|俺|本人|咱|免贵)(?:家)?姓)(?:${DOUBLE}|[${SURNAMES}])(?=${PAUSE}|[叫名住的])`, 'gu'),
  new RegExp(`(?<=姓[${SURNAMES}][,，]?(?:名字?)?叫)${GIVEN}{1,3}?${OVER}`, 'gu'),
  new RegExp(
    `(?<=是)${NOT_WORD}[${SURNAMES}]${GIVEN}{2}(?=干的|弄的|倒的|占的|盖的|烧的|扔的|偷的|堆的|打的|砸的|挖的)`,
    'gu',
  ),
  new RegExp(
    `(?<=^|[,，.。;；!！?？、:：\\s村庄屯镇乡组湾沟的叫是])${FULL}(?=[\\s:：,，、（(]{0,2}(?:的?(?:电话|手机)(?:号码?)?[是:：]?\\s?)?\\[(?:电话|证件号)\\])`,
    'gu',
  ),
  new RegExp(`(?<![某\\p{Script=Han}])${SOME}`, 'gu'),
  new RegExp(`${NOT_WORD}(?:${DOUBLE}|[${SURNAMES}])${GIVEN}{1,2}(?=[（(](?:男|女)[,，、）)\\s\\d])`, 'gu'),
  new RegExp(`(?<=${ADDRESSED})${NOT_WORD}[${SURNAMES}]${GIVEN}{1,2}(?=本人|来电|致电|来访)`, 'gu'),
  new RegExp(`(?<=${ADDRESSED})${NOT_WORD}[${SURNAMES}]${GIVEN}{1,2}(?=同志|女士|先生)`, 'gu'),
]
