/** What a list puts around the matter itself: 「对…的处罚」, 「…监督检查」. */
export const FRAME_BEFORE = /^(?:负责|开展|做好|加强|协助|配合|依法|组织|对于?|关于)+/u
export const FRAME_AFTER =
  /(?:的?(?:(?:行政|监督|日常|安全|专项|综合|市容|环境)*(?:处罚|检查|强制|监管|管理|整治|治理|巡查|排查|查处|处理|处置|执法)|违法行为|行为|活动|工作|问题|现象))+$/u
export const IN_BRACKETS = /[(（【〔[][^)）】〕\]]*[)）】〕\]]/gu
/** Says that it is not allowed, and not what it is. */
export const NOT_ALLOWED =
  /违反[\p{Script=Han}]{0,6}?规定|[未不]按(?:照|要求)?(?:规定|要求)?|未经(?:许可|批准|审批|同意)|擅自|随意|私自|违规|违法|违章|非法|无序|露天|以及其他|等|的?行为|的?活动|从事|实施|进行|过程中?|情况/gu
export const PART = '、'
export const PARTS = /[、,，;；和与及或\s]+/u
/** What says too little alone. */
export const SAYS_LITTLE =
  /^(?:(?:公共|生产|农村|城市|城镇|村庄|建设|安全|经营|食品|环境|卫生|社会|企业|单位|个人|群众|人员|道路|车辆|房屋|土地|场所|设施|设备|物品|材料|产品|商品|流动|管理|监督|检查|服务|宣传|综合|其他|相关|有关|市政|市容|工程|项目|污染|资源|问题|隐患|秩序|违法|非法|活动|行为|规划|许可|报告)+|.)$/u
/** Verbs of a list and how people say them; before the thing or behind it: 「焚烧秸秆」, 「秸秆焚烧」 is 「烧秸秆」. */
export const PLAIN_VERBS: readonly Readonly<{ verb: string; plain: readonly string[] }>[] = [
  { verb: '焚烧', plain: ['烧'] },
  { verb: '倾倒', plain: ['倒'] },
  { verb: '丢弃', plain: ['扔'] },
  { verb: '抛洒', plain: ['撒', '洒'] },
  { verb: '遗撒', plain: ['撒', '洒'] },
  { verb: '砍伐', plain: ['砍'] },
  { verb: '采伐', plain: ['砍'] },
  { verb: '采挖', plain: ['挖'] },
  { verb: '开采', plain: ['挖', '采'] },
  { verb: '挖掘', plain: ['挖'] },
  { verb: '占用', plain: ['占'] },
  { verb: '堆放', plain: ['堆'] },
  { verb: '搭建', plain: ['搭'] },
  { verb: '燃放', plain: ['放'] },
  { verb: '张贴', plain: ['贴'] },
  { verb: '涂写', plain: ['写'] },
  { verb: '悬挂', plain: ['挂'] },
  { verb: '排放', plain: ['排'] },
  { verb: '停放', plain: ['停'] },
  { verb: '销售', plain: ['卖'] },
  { verb: '贩卖', plain: ['卖'] },
  { verb: '储存', plain: ['存'] },
  { verb: '饲养', plain: ['养'] },
  { verb: '捕捞', plain: ['捕', '打'] },
  { verb: '毁坏', plain: ['毁'] },
  { verb: '破坏', plain: ['毁'] },
  { verb: '屠宰', plain: ['杀'] },
  { verb: '侵占', plain: ['占'] },
  { verb: '堵塞', plain: ['堵'] },
  { verb: '设置', plain: [] },
  { verb: '建设', plain: ['建'] },
  { verb: '修建', plain: ['修'] },
]
export const THING_END = /的$/u
/** What stands behind the matter: 占道经营 is told as 占道. */
export const AFTER_MATTER = /(?:经营|作业|施工|养殖|扰民|污染|直排)$/u
/** Matters of many lists that nobody calls by their name. */
export const SAID_OTHERWISE: readonly Readonly<{ matter: RegExp; words: readonly string[] }>[] = [
  {
    matter: /违法建[设筑]|违章建筑|违法搭建|未取得[\p{Script=Han}]*规划许可/u,
    words: ['违建', '违章建筑', '私搭乱建', '乱搭乱建', '私自盖房'],
  },
  { matter: /养犬|犬只/u, words: ['遛狗', '狗咬人', '恶狗', '狗没拴', '流浪狗'] },
  { matter: /捕捞|电鱼|毒鱼/u, words: ['电鱼', '毒鱼', '炸鱼', '下地笼'] },
  { matter: /农药|化肥|农资/u, words: ['假农药', '假化肥', '假种子'] },
  { matter: /绿化|绿地/u, words: ['毁绿', '占绿地', '绿化带'] },
  { matter: /[砍采盗滥]伐|林木|毁林/u, words: ['砍树', '偷砍树', '毁林'] },
  { matter: /占用?[\p{Script=Han}、]*(?:耕地|农田|土地)|违法占地/u, words: ['占耕地', '占农田', '违法占地'] },
  { matter: /电动自?行?车/u, words: ['电动车充电', '飞线充电'] },
]
