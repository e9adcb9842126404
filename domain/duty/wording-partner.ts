/** What leads to a name: 「移送给派出所」 */
export const SAID_FOR = /^(?:给|到|至|请|向)/u
/** An authority that is none of the township's units, as its name ends. */
export const AUTHORITY =
  /^[\p{Script=Han}]{2,18}(?:局|委|委员会|法院|检察院|公安|支队|总队|大队|管理处|监察|仲裁|办公室|中心|公司|厅|部门)$/u
