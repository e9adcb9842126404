/** 第二个问题, 第二: but neither 第二天 nor 第二小学. */
const NTH = '第[一二三四五](?![天次回年月周批季期轮遍名届节代层组队村社小中人民职实高幼网车医])'
/** Words that begin a problem beside others: 「还有」「另外」「一个是…」. */
export const ANOTHER = new RegExp(
  `^(?:还有(?:一个|个|件)?|另外|另一个|再一个|再有|再就是|再者|此外|其次|最后|顺便|同时还?|${NTH}|[2-5][.、)]|[一二三四五]是|[一二两]个是|一个(?:事|问题)是)`,
  'u',
)
/** Where one clause ends, or another problem begins in the middle of a sentence. */
export const CLAUSE_END = `[,;!?、…]+|\\.(?!\\d)|。+|(?<=[\\p{Script=Han}\\d]{4}) +(?=[\\p{Script=Han}\\d]{4})|(?=还有(?!人|的|没))|(?=另外)|(?=再一个)|(?=再就是)|(?=顺便)|(?=一个是)|(?=${NTH}(?:[,个件是点、]|\\p{Script=Han}{2}))`
/** Stands between clauses that are put together again. */
export const CLAUSE_JOIN = '，'
/** Stands between what was said at one time and at another. */
export const SAID_JOIN = '；'
