import { LEVEL_NAMES, PUBLIC_STAGE_NAMES } from '../../domain/wording-names.ts'

/** What other systems read: the people who build them. */
export const OPEN = {
  stages: PUBLIC_STAGE_NAMES,
  levels: LEVEL_NAMES,
  noTown: (codes: readonly string[]) => `请用 jurisdiction_id 写明乡镇代码：${codes.join('、')}`,
  strangeTown: '没有这个 jurisdiction_id',
  noService: '没有这个 service_code，可用的见 services',
  noRequest: '没有这个编号，或不公开',
  noToken: '这个 token 没有，或还没有编号，过几秒再查',
  noKey: '没有 api_key，或 api_key 不对；请向乡镇索取',
  strangeFormat: '只有 .json 和 .xml',
  strangeQuery: (fields: readonly string[]) => `这些参数写得不对：${fields.join('、')}`,
  notForm: '请用 application/x-www-form-urlencoded 提交',
  tooLarge: '内容太大，最多 32 KB',
  notArrived: '内容没有收全，请重试',
  noPlace: '请写 lat 和 long，或 address_string',
  halfSpot: 'lat 和 long 要一起写；不知道坐标就只写 address_string',
  outside: {
    country:
      'lat、long 不在中国境内：请核对纬度（lat）和经度（long）有没有写反，用 WGS-84；不知道坐标就只写 address_string',
    township:
      'lat、long 离这个乡镇的每个村都超过 50 公里：请核对坐标和 jurisdiction_id；不知道坐标就只写 address_string',
  },
  contact: (towns: readonly string[]): string => `接口的问题请联系${towns.join('、')}综合指挥室的系统管理员。`,
  tooMany: (seconds: number) => `请求太多，${seconds} 秒后再试`,
  broken: '服务暂时有问题，请稍后再试',
  notice: '已收到。用 token 查编号，用编号查办理情况；危急情况请先打 110、119、120。',
  keyService: '提交工单要用 api_key，请向乡镇的系统管理员索取。',
  licence:
    '开放数据说明\n\n' +
    '这些数据由乡镇从处理群众诉求的记录中提取，去掉了反映人、原话、照片、办事人员和具体地点；要求保密的、反映本镇工作人员的案件不在其中；' +
    '同一个村同一类事项不足 3 件的，不显示是哪个村，也不单独计数。\n\n' +
    '可以免费使用、转载、加工，请注明数据来自哪个乡镇和取得日期。不得用来推断或寻找反映人。数据只说明登记时的情况，不是执法结论。\n',
} as const
