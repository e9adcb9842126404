/** Words of acts for which a unit needs the power to punish… */
export const PUNISHES = /罚款|处罚(?:了|决定)|已处罚|行政处罚|没收|吊销|责令停产|查封|扣押|强制拆除|强拆|行政拘留/u
/** …but not where it says that somebody else does it. */
export const LEAVES_IT =
  /移送|移交|转交|转.{0,8}(?:处理|处罚)|建议|申请|报请|吹哨|由.{1,12}(?:处罚|罚款|查封|扣押|没收|拆除)|(?:不予|免予|未|没有|没)(?:行政)?(?:处罚|罚款)/u
