/** What is changed in an area, and by which tests it should be noticed. Both are globs from the root. */
export type Area = Readonly<{ mutate: readonly string[]; tests: readonly string[] }>

const domain = (name: string, ...tests: readonly string[]): Area => ({
  mutate: [`domain/${name}/**/*.ts`],
  tests: tests.map((test) => `tests/domain/${test}`),
})

/** In the order of what hurts most where it is wrong. Wording files are left out everywhere: their texts are asserted where they are read. */
export const AREAS: Readonly<Record<string, Area>> = {
  crypto: {
    mutate: ['bot/crypto.ts', 'bot/callback/*.ts'],
    tests: ['tests/bot/{crypto,callback,refused}.test.ts'],
  },
  identity: { mutate: ['identity/*.ts'], tests: ['tests/identity/*.test.ts'] },
  permissions: {
    mutate: [
      'web/{inside,reach,session,source,viewer}.ts',
      'web/api/sign-in/{code,first,limits}.ts',
      'web/api/{cookie,read}.ts',
    ],
    tests: ['tests/web/*.test.ts'],
  },
  people: domain('people', '{conflict,reach,way}.test.ts', 'crew/shift.test.ts', 'people/*.test.ts'),
  privacy: domain('privacy', '{told,mask,mask-self,asks-who,own-data,wishes}.test.ts', 'privacy/*.test.ts'),
  clock: domain('clock', '{clock,plan,explain,calendar}.test.ts', 'clock/*.test.ts'),
  calendar: domain('calendar', '{calendar,clock,term}.test.ts', 'calendar/*.test.ts'),
  escalation: domain('escalation', '{clock,foresee,plan,case.property}.test.ts', 'escalation/*.test.ts'),
  case: domain('case', '*.test.ts', 'case/*.test.ts'),
  route: domain('route', '*.test.ts'),
  review: domain('review', 'review/*.test.ts', 'legal/*.test.ts'),
  legal: domain('legal', 'legal/*.test.ts'),
  joint: domain('joint', 'joint/*.test.ts'),
  assess: domain('assess', 'assess/*.test.ts'),
  law: domain('law', 'law/*.test.ts', 'legal/*.test.ts'),
  open: domain('open', 'open/*.test.ts'),
  board: domain('board', 'board/*.test.ts'),
  duplicate: domain('duplicate', 'duplicate/*.test.ts', 'twins.test.ts'),
}
