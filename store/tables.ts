export type Kind = 'text' | 'int' | 'bool' | 'time' | 'json'
export type Columns = Readonly<Record<string, Kind>>

/** The columns each raw statement writes; the databases fill in the others. */
export const tables = {
  inbox: { id: 'text', dedupeKey: 'text', userid: 'text', payload: 'json', receivedAt: 'time' },
  contact: { userid: 'text', firstWroteAt: 'time', lastWroteAt: 'time' },
  task: {
    id: 'text',
    caseNo: 'text',
    town: 'text',
    day: 'text',
    seq: 'int',
    version: 'int',
    stage: 'text',
    level: 'text',
    item: 'text',
    placeCode: 'text',
    placeName: 'text',
    text: 'text',
    lead: 'text',
    assist: 'json',
    candidates: 'json',
    policyId: 'text',
    createdAt: 'time',
    dispatchedAt: 'time',
    assignedAt: 'time',
    signBy: 'time',
    arriveBy: 'time',
    finishBy: 'time',
    tentative: 'bool',
    holder: 'text',
    signedAt: 'time',
    arrivedAt: 'time',
    activeAt: 'time',
    finishedAt: 'time',
    result: 'text',
    returns: 'int',
    reopens: 'int',
    nudges: 'int',
    nudgedAt: 'time',
    solved: 'bool',
    satisfied: 'bool',
    cards: 'int',
    shield: 'text',
    mergedInto: 'text',
    linked: 'json',
    understood: 'json',
    dutyVersion: 'text',
    person: 'text',
  },
  report: { id: 'text', taskId: 'text', userid: 'text', chatType: 'text', chatId: 'text', text: 'text', at: 'time' },
  event: {
    seq: 'int',
    taskId: 'text',
    caseNo: 'text',
    type: 'text',
    by: 'text',
    at: 'time',
    data: 'json',
    prevHash: 'text',
    hash: 'text',
  },
  outbox: {
    id: 'text',
    key: 'text',
    taskId: 'text',
    queue: 'text',
    urgent: 'bool',
    recipient: 'text',
    to: 'json',
    body: 'json',
    reply: 'json',
    fallback: 'json',
    notBefore: 'time',
    dueAt: 'time',
    createdAt: 'time',
  },
  timer: { id: 'text', subject: 'text', kind: 'text', dueAt: 'time', step: 'int' },
  conversation: { key: 'text', userid: 'text', chatType: 'text', chatId: 'text', question: 'json', askedAt: 'time' },
  attachment: {
    id: 'text',
    taskId: 'text',
    sha256: 'text',
    mime: 'text',
    bytes: 'int',
    name: 'text',
    by: 'text',
    at: 'time',
    fault: 'text',
    source: 'text',
    gps: 'text',
    thumb: 'text',
  },
  customer: {
    id: 'text',
    account: 'text',
    external: 'text',
    person: 'text',
    wroteAt: 'time',
    sent: 'int',
    village: 'text',
    villageAt: 'time',
  },
  lesson: {
    id: 'text',
    taskId: 'text',
    town: 'text',
    text: 'text',
    item: 'text',
    lead: 'text',
    by: 'text',
    at: 'time',
  },
  alias: {
    id: 'text',
    town: 'text',
    alias: 'text',
    village: 'text',
    status: 'text',
    caseNo: 'text',
    by: 'text',
    at: 'time',
  },
  note: { key: 'text', value: 'text', until: 'time' },
  policy: { id: 'text', body: 'json', savedAt: 'time' },
  meta: { key: 'text', value: 'text' },
} as const satisfies Record<string, Columns>

export type TableName = keyof typeof tables

type ValueOf<K extends Kind> = K extends 'text'
  ? string
  : K extends 'int'
    ? number
    : K extends 'bool'
      ? boolean
      : K extends 'time'
        ? Date
        : object
/** One row to be written, by column. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> | null }
export type Row<T extends TableName> = RowOf<(typeof tables)[T]>
