/** 行政处罚法 §74: fines, confiscated gains and what was earned by selling what was confiscated may not be tied, directly or in disguise, to how anybody is assessed. */
const FINES =
  /罚款|罚没|罚金|罚单|没收|处罚(?:的)?(?:金额|数额|数量|总数|件数|案件数|案数|起数|次数|人数|决定书?数|力度|任务|指标|率)|(?:处罚|罚)多少|(?:办案|立案|结案|案件)(?:金额|数量|总数|件数|任务)|案值|收缴|创收|(?<![a-z])fine|penalt|confiscat|fa ?kuan/u

/** Does a name or a formula speak of fine money, or of how many were fined? */
export const speaksOfFines = (text: string): boolean =>
  FINES.test(
    text
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .toLowerCase()
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''),
  )
