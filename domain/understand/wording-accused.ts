/** What somebody of the township may be accused of; it stands after his name, in the same clause. */
export const ACCUSES =
  /收钱|收了.{0,6}钱|收好处|好处费|收礼|收红包|红包|受贿|贿赂|索要|要好处|吃拿卡要|回扣|贪污|挪用|截留|冒领|乱收费|乱罚|不作为|不管事|乱作为|包庇|袒护|徇私|保护伞|通风报信|打人|骂人|打了|骂了|推搡|动手|态度恶劣|态度差|态度不好|刁难|推诿|扯皮|泄露|报复|威胁|恐吓|公款|公车私用|喝酒|违规|暴力|选择性执法/u

export const COMPLAINT = /举报|投诉|控告|告发|检举/u

/** Said before a name, these accuse whatever follows. */
export const COMPLAINS = /(?:举报|投诉|控告|告发|检举)(?:一下)?[^,，。!！?？;；]{0,12}$/u

/** What stands after the name of a unit when its people are meant, and not the place. */
export const PEOPLE_OF =
  /^(?:里|里面)?(?:的)?(?:人|那帮人|几个人|有人|队长|副队长|中队长|大队长|所长|副所长|站长|副站长|局长|主任|领导|负责人|干部|民警|警察|协管员|协管|辅警|队员|工作人员|执法人员|执法队员|办事员|同志)/u

/** The clause after a name; a comma right behind the name does not end it. */
export const CLAUSE = /^[,，:：]?[^,，。!！?？;；]{0,30}/u

/** What the name of a unit ends in, and people leave out. */
export const UNIT_END = /(?:执法)?(?:中队|大队|管理站|监管所|监督所|管理所|所|站|局|队)$/u
