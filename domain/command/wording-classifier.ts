/** What may stand behind 分类器. */
export const TRAIN = /^(?:训练|学习|重新训练)$/u
/** How right it is, item by item. */
export const REPORT = /^(?:报告|准确率|明细|全部)$/u
export const BACK = /^(?:回退|退回|上一版)$/u
/** The newest version again, and every newer one as it comes. */
export const AUTO = /^(?:自动|自动更新|最新)$/u
export const USE = /^(?:用|使用|换)\s*([0-9a-f]{4,12})$/u
