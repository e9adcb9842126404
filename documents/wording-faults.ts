/** What is wrong with a template, for who edits it: which file, which tag, what to do. One sentence each. */
export const FAULTS = {
  missingFile: (name: string, folders: string): string =>
    `找不到文书模板 ${name}，请把它放到这些文件夹之一：${folders}。`,
  notDocx: (file: string): string => `文书模板 ${file} 打不开，请用 Word 或 WPS 另存为 .docx 格式再放回来。`,
  broken: (file: string, tag: string): string =>
    `文书模板 ${file} 里的标签“${tag}”括号不成对，请改成 {名称} 的样子，左右都是半角花括号，并且在同一段里。`,
  fullWidth: (file: string, tag: string): string =>
    `文书模板 ${file} 里的标签“${tag}”用了全角括号，请改成半角的 { 和 }。`,
  unknown: (file: string, tag: string): string =>
    `文书模板 ${file} 里的标签“${tag}”不认识，请对照 docs/documents.zh-CN.md 里的标签表改名或者删掉。`,
  outside: (file: string, tag: string, list: string): string =>
    `文书模板 ${file} 里的标签“${tag}”只能写在 {#${list}} 和 {/${list}} 之间。`,
  unclosed: (file: string, tag: string): string =>
    `文书模板 ${file} 里的标签“${tag}”没有配对，{#名称} 和 {/名称} 要成对出现，名称要一样。`,
  missing: (file: string, tag: string): string =>
    `文书模板 ${file} 里缺少标签“${tag}”，请补上，否则印出来的文书不完整。`,
  other: (file: string): string =>
    `文书模板 ${file} 填不进去，请检查 {#名称} 和 {/名称} 是不是都在正文里，或者都在同一张表里。`,
} as const
