import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** A program the tests need: what it may be called, where it may be, and the Debian package that brings it. */
export type Service = Readonly<{
  says: string
  names: readonly string[]
  folders: readonly string[]
  packageName: string
}>

export const services = {
  redis: {
    says: 'Redis',
    names: ['redis-server', 'valkey-server'],
    folders: ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin', '/usr/local/opt/redis/bin'],
    packageName: 'redis-server',
  },
  postgres: {
    says: 'PostgreSQL',
    names: ['initdb'],
    folders: ['/usr/local/pgsql/bin', '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'],
    packageName: 'postgresql',
  },
  chromium: {
    says: 'Chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    folders: ['/usr/bin', '/snap/bin', '/opt/google/chrome'],
    packageName: 'chromium',
  },
  libreoffice: {
    says: 'LibreOffice',
    names: ['soffice', 'libreoffice'],
    folders: ['/usr/bin', '/opt/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS'],
    packageName: 'libreoffice-writer-nogui',
  },
  poppler: {
    says: 'Poppler',
    names: ['pdftotext'],
    folders: ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'],
    packageName: 'poppler-utils',
  },
} as const satisfies Record<string, Service>

/** Full path of an installed service, or null. */
export function find(service: Service): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const places = [...onPath, ...service.folders, ...postgresFolders()].filter((folder) => folder !== '')
  for (const name of service.names) {
    const folder = places.find((place) => isProgram(join(place, name)))
    if (folder !== undefined) return join(folder, name)
  }
  return null
}

/**
 * Makes sure these services are installed and on the PATH of this process and its children: found, else installed
 * with apt-get where we may. Throws one sentence that names the package; a test is never skipped for want of it.
 */
export function ensure(wanted: readonly Service[]): void {
  const missing = wanted.filter((service) => find(service) === null)
  if (missing.length > 0) install(missing)
  for (const service of wanted) putOnPath(require(service))
}

function require(service: Service): string {
  const path = find(service)
  if (path !== null) return path
  throw new Error(
    `${service.says} is needed by these tests and was not found: install the package \`${service.packageName}\` (for example \`sudo apt-get install ${service.packageName}\`) and run them again`,
  )
}

function install(missing: readonly Service[]): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  const packages = missing.map((service) => service.packageName)
  process.stderr.write(`installing ${packages.join(', ')} for the tests\n`)
  // RUNLEVEL=1: Debian must not start these as system services; every test starts its own on a free port.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  spawnSync('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function putOnPath(program: string): void {
  const folder = dirname(program)
  const path = process.env['PATH'] ?? ''
  if (!path.split(delimiter).includes(folder)) process.env['PATH'] = `${path}${delimiter}${folder}`
}

/** Debian keeps one folder a version, newest last. */
function postgresFolders(): string[] {
  const base = '/usr/lib/postgresql'
  try {
    return readdirSync(base)
      .toSorted((one, other) => Number(other) - Number(one))
      .map((version) => join(base, version, 'bin'))
  } catch {
    return []
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
