import type { Words } from '../fault.ts'

const say = (problem: string, mend: string): Words => ({ problem, mend })

/** What may be wrong with a row of a duty list, and what is expected there. */
export const wordingRules = {
  noCode: () => say('没有编码', '每个事项写一个编码，例如 CG001；同一份清单里不重复'),
  badCode: (code: string) => say(`编码“${code}”里有不能用的符号`, '编码只用字母、数字、横线或汉字，例如 CG001'),
  codeTwice: (code: string, first: string) =>
    say(`编码“${code}”重复，${first}已经用了`, '改成另一个编码；如果是同一个事项，合成一行'),
  noName: () => say('没有事项名称', '写上事项名称，例如 占道经营'),
  longName: (length: number) => say(`事项名称太长（${length} 个字）`, '不超过 200 个字，依据和说明写到别的列'),
  noLead: (units: readonly string[]) => say('没有主办单位', `写一个本镇站所：${units.join('、')}`),
  severalLead: () => say('主办单位写了不止一个', '只留一个主办，其余的写到协办单位'),
  unknownUnit: (unit: string, near: string | null, units: readonly string[]) =>
    say(
      `找不到单位“${unit}”`,
      `${near ? `是不是想写“${near}”？` : ''}写本镇站所的名称或编号：${units.join('、')}；` +
        '部门的叫法不一样，可以在 town.yaml 给站所加上 aliases',
    ),
  notAMode: (written: string) =>
    say(`“${written}”不是办理模式`, '写：赋权、协同、移送、告知（或 own、joint、transfer、refer）'),
  notALevel: (written: string) =>
    say(`“${written}”不是紧急程度`, '写：特急、紧急、普通（或 emergency、urgent、normal）'),
  notAFlag: (written: string) => say(`“${written}”看不出要不要法制审核`, '要审核写 是（或 1），不要写 否（或 0）'),
  notAProof: (written: string) =>
    say(`“${written}”看不出办结要什么凭证`, '要办前、办后照片写 前后照片（或 pair），不要就空着'),
  notADay: (written: string) => say(`“${written}”不是日期`, '写成 2026-05-31 这样的日期，并确认这一天存在；没有就空着'),
  endsFirst: (from: string, until: string) => say(`失效日期 ${until} 早于生效日期 ${from}`, '核对这两个日期'),
} as const
