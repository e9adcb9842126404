/** He says that the place was wrong: a clause that does, or the beginning of one that goes on with the right one. */
export const WRONG_PLACE =
  /^(?:(?:哎|唉|啊|哦|对不起|不好意思|抱歉)+,?)*(?:(?:地点|地方|位置|地址|村名?|村子)(?:写|说|记|弄|搞|发)?(?:错了?|不对|反了|弄错|有误)|不对|不是(?:这|那)(?:个|儿|里)|错了|(?:我)?(?:搞|弄|写|说|打|发|记)错了?|(?:更正|改|纠正)(?:一下|下)?(?:地点|位置|地方)?)(?:了|啊|呀|啦)*/u
/** What leads to the right one. */
export const RIGHT_ONE = /^(?:应该|实际上?|其实)?(?:就)?(?:是|在|改成|改为|换成)*/u
