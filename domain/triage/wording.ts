/** Words that begin another problem: 「还有」「另外」. */
export const ANOTHER =
  /^(?:还有(?:一个|个|件)?|另外|再一个|再有|再就是|再者|此外|其次|顺便|同时还?|第[二三四五]|[2-5][.、)]|二是|三是|四是)/
/** Where one clause ends, or another problem begins in the middle of a sentence. */
export const CLAUSE_END =
  /[,;!?\n、]+|\.(?!\d)|。+|(?=还有(?!人|的|没))|(?=另外)|(?=再一个)|(?=再就是)|(?=顺便)|(?=第[二三四五][,个件、])/
/** Stands between clauses that are put together again. */
export const CLAUSE_JOIN = '，'
/** Stands between what was said at one time and at another. */
export const SAID_JOIN = '；'
