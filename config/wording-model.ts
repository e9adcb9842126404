import type { Words } from './fault.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** What the commands around the classifier say at the terminal. */
export const wordingModel = {
  help: {
    train: '用标好的句子训练分类器：一行一个 {"text":"…","label":"…"}',
    classify: '用训练好的分类器判断每一句属于哪一类',
    eval: '用标好的句子检验分类器准不准',
    in: '句子文件，.jsonl 或 .jsonl.gz；- 表示从标准输入读',
    out: '训练结果写到哪个文件',
    model: '训练好的分类器文件',
  },
  trainFailed: '没有训练成：',
  classifyFailed: '没有判断成：',
  evalFailed: '没有检验成：',
  lineFaults: {
    json: '不是 {"text":"…"} 这样的 JSON',
    text: '没有 text（一句话）',
    label: '没有 label（属于哪一类）',
    encoding: '不是 UTF-8 编码（像是 GBK）；用记事本另存为 UTF-8',
    long: '太长，不像一句话',
  },
  rowFault: (n: number, why: string) => `第 ${n} 行${why}，跳过`,
  rowFaults: (count: number) => `一共跳过 ${count} 行`,
  noSentences: (file: string): Words => ({
    problem: `${file} 里没有一行可用的句子`,
    mend: '每行写成 {"text":"村口有人摆摊"}，存成 UTF-8',
  }),
  noRows: (file: string): Words => ({
    problem: `${file} 里没有一行可用的句子`,
    mend: '每行写成 {"text":"村口有人摆摊","label":"占道经营"}，存成 UTF-8',
  }),
  oneLabel: (file: string): Words => ({
    problem: `${file} 里只有一种 label，没有什么可分的`,
    mend: '至少要有两种 label，每种最好 30 句以上',
  }),
  noFile: (file: string, code: string): Words => ({
    problem: `文件 ${file} 打不开（${code}）`,
    mend: '检查路径写得对不对，有没有读写权限；.gz 文件是不是完整',
  }),
  notAModel: (file: string): Words => ({
    problem: `${file} 不是分类器文件，或者已经损坏`,
    mend: '用 shaozi train --in 句子.jsonl --out 分类器文件 重新训练',
  }),
  training: (share: number) => `\r训练中 ${Math.round(share * 100)} %`,
  trained: (rows: number, labels: number, seconds: number, bytes: number, accuracy: number, macroF1: number) =>
    `训练完毕：${rows} 句，${labels} 类，用了 ${seconds.toFixed(1)} 秒，文件 ${(bytes / 1_048_576).toFixed(2)} MB\n` +
    `没见过的句子上（五折交叉）：准确率 ${percent(accuracy)}，macro-F1 ${percent(macroF1)}\n`,
  classified: (label: string | null, p: number, text: string) =>
    `${label ?? '（没有文字）'}\t${percent(p)}\t${text.replace(/\s+/g, ' ').slice(0, 60)}\n`,
  overall: (rows: number, accuracy: number, macroF1: number, top3: number | null) =>
    `${rows} 句：准确率 ${percent(accuracy)}，macro-F1 ${percent(macroF1)}${top3 === null ? '' : `，前三个里有正确答案 ${percent(top3)}`}\n`,
  threshold: (threshold: number, share: number, precision: number) =>
    `把握在 ${threshold} 以上的占 ${percent(share)}，其中判对 ${percent(precision)}\n`,
  ofLabel: (label: string, rows: number, precision: number, recall: number) =>
    `  ${label}：${rows} 句，判成它的里面对 ${percent(precision)}，它的里面判对 ${percent(recall)}\n`,
} as const
