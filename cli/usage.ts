import type { Command, CommanderError } from 'commander'
import { nearest } from '../config/nearest.ts'
import { cliUsage as words } from '../config/wording-usage.ts'

/** Help and complaints in the language of the person at the terminal. */
export function speaksChinese(program: Command): Command {
  return program
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: translated, styleUsage: translated })
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpCommand)
}

const translated = (text: string): string =>
  Object.entries(words.parts).reduce((said, [english, chinese]) => said.replace(english, chinese), text)

/** What is wrong with the words that were typed, and where to look it up. */
export function usageFault(
  { code, message }: CommanderError,
  program: Command,
  [typed = '']: readonly string[],
): string {
  const commands = program.commands.map((command) => command.name())
  // without a command there is one, and to that an unknown word is one too many
  if (code === 'commander.excessArguments' && !commands.includes(typed))
    return words.fault(words.faults['commander.unknownCommand']?.(typed) ?? '', nearest(typed, commands))
  const [, word = ''] = /'([^']*)'/u.exec(message) ?? []
  const [, near = null] = /Did you mean (?:one of )?([^?]+)\?/u.exec(message) ?? []
  return words.fault(words.faults[code]?.(word) ?? '', near)
}
