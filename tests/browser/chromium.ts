import { chromium, type Browser } from 'playwright-core'
import { find, services } from '../services/ensure.ts'

/** The Chromium of this machine, which asks nobody for anything. */
export function launchChromium(env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: find(services.chromium) ?? '',
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
