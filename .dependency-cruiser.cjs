/** Which folder may import which, as values or types. Absent here = not allowed. */
const may = {
  domain: [],
  config: ['domain'],
  store: ['domain', 'crash'],
  context: ['domain', 'store', 'config'],
  bot: ['domain', 'beside'],
  handlers: ['domain', 'context'],
  jobs: ['domain', 'context', 'crash'],
  web: ['domain', 'context'],
  // the copies of a house, and how they take its place again
  backup: ['domain', 'config', 'store', 'beside', 'bot/media/keep', 'identity/keys'],
  log: ['context', 'domain'],
  clock: [],
  crash: [],
  beside: [],
  // what a crash may leave half done
  save: ['crash'],
  posters: ['beside', 'domain/text'],
  // the hash of an event is computed in one place
  evidence: ['domain', 'store/chain'],
  // the font is one for all that is printed
  documents: ['domain', 'posters/font', 'beside'],
  // what a township hands on of its assessment
  report: ['domain', 'posters/table'],
  learning: ['domain', 'save'],
  identity: ['domain', 'context'],
  app: [
    'crash',
    'context',
    'domain',
    'config',
    'store',
    'bot',
    'handlers',
    'jobs',
    'web',
    'learning',
    'identity',
    'posters',
    'evidence',
    'documents',
    'report',
    'backup',
    'beside',
  ],
  demo: ['app', 'clock', 'context', 'domain', 'config', 'simulator', 'web'],
  cli: [
    'save',
    'app',
    'demo',
    'clock',
    'log',
    'context',
    'domain',
    'config',
    'store',
    'bot',
    'posters',
    'evidence',
    'documents',
    'report',
    'backup',
    'learning',
    'identity',
    'simulator',
    'web',
  ],
  main: ['cli', 'config'],
  simulator: ['bot/crypto'],
}

/** What a folder needs of another only to name its types; nothing of it is loaded. */
const mayName = {
  handlers: ['store'],
  jobs: ['store', 'config'],
  identity: ['store'],
  web: ['store', 'config'],
}

/** Where each package lives; everyone else goes through that folder. */
const home = {
  '@prisma': 'store',
  'better-sqlite3': 'store',
  pg: 'store',
  bullmq: 'jobs',
  ioredis: 'jobs',
  pino: 'log',
  koa: 'web',
  '@koa': 'web',
  '@wecom/aibot-node-sdk': 'bot',
  '@wecom/crypto': 'bot|simulator',
  vue: 'simulator/client|web/client',
  'element-plus': 'web/client',
  'rate-limiter-flexible': 'web',
  '@bull-board': 'jobs|web',
  'pinyin-pro': 'domain',
  qrcode: 'posters',
  pdfkit: 'posters|documents',
  fontkit: 'posters',
  '@resvg': 'posters',
  echarts: 'posters|web/client',
  '@expo-google-fonts': 'posters',
  'age-encryption': 'backup',
  tar: 'backup',
  'easy-template-x': 'documents',
  docx: 'report',
  'exif-reader': 'bot',
}

/** These look at the program from outside. */
const outside = 'tests|bench|scripts|prisma'
const ours =
  '^(domain|config|store|context|bot|handlers|jobs|web|log|clock|crash|save|beside|backup|posters|evidence|documents|report|learning|identity|cli|app|demo|main|simulator|tests|bench|scripts|prisma)[/.]'
const error = (name, from, to) => ({ name, severity: 'error', from, to })
const under = (folders) => `^(${folders.join('|')})[/.]`

function folderRules([from, to]) {
  const named = mayName[from] ?? []
  return [
    error(
      `${from} may import ${to.join(', ') || 'nothing'}`,
      { path: under([from]) },
      { path: ours, pathNot: under([from, ...to, ...named]) },
    ),
    ...named.map((folder) =>
      error(
        `${from} may only name types of ${folder}`,
        { path: under([from]) },
        { path: under([folder]), dependencyTypesNot: ['type-only'] },
      ),
    ),
  ]
}

function homeRule([name, folder]) {
  return error(
    `${name} lives in ${folder}`,
    { path: ours, pathNot: `^(${folder}|${outside})[/.]` },
    { path: ['', 'node_modules/', 'node_modules/@types/'].map((at) => `^${at}${name}(/|$)`) },
  )
}

module.exports = {
  forbidden: [
    error('no-cycles', { pathNot: '^tests/' }, { circular: true }),
    error(
      'no-cycles in tests',
      { path: '^tests/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    // how a character sounds is a table, too large to be ours
    error('domain-is-pure', { path: '^domain/' }, { pathNot: '^(domain/|node_modules/pinyin-pro/)' }),
    error(
      'nothing imports what looks from outside',
      { path: ours, pathNot: `^(${outside})[/.]` },
      { path: `^(${outside})[/.]` },
    ),
    error('every import resolves', {}, { couldNotResolve: true }),
    ...Object.entries(may).flatMap(folderRules),
    ...Object.entries(home).map(homeRule),
  ],
  options: {
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^store/generated/'] },
    exclude: { path: '^(dist|data|simulator/client|web/client)/' },
  },
}
