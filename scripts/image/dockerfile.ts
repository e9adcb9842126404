/** One instruction of a Dockerfile, its continued lines joined. */
export type Instruction = Readonly<{ word: string; rest: string }>
/** A stage: what it begins from, its name, and what is done in it. */
export type Stage = Readonly<{ from: string; name: string; steps: readonly Instruction[] }>

/** The instructions of a Dockerfile; comments and empty lines are left out, also between continued lines. */
export function instructionsOf(text: string): Instruction[] {
  const lines = text.split(/\r?\n/u).filter((line) => !/^\s*(#|$)/u.test(line))
  return lines
    .join('\n')
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .map((line) => {
      const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/u.exec(line) ?? []
      return { word: word.toUpperCase(), rest }
    })
}

/** Its stages in order, and the arguments that stand before the first. */
export function stagesOf(text: string): Readonly<{ before: readonly Instruction[]; stages: readonly Stage[] }> {
  const before: Instruction[] = []
  const stages: { from: string; name: string; steps: Instruction[] }[] = []
  for (const instruction of instructionsOf(text)) {
    const stage = stages.at(-1)
    if (instruction.word === 'FROM') {
      const [from = '', , name = `stage-${stages.length}`] = instruction.rest.split(/\s+/u)
      stages.push({ from, name, steps: [] })
    } else if (stage) stage.steps.push(instruction)
    else before.push(instruction)
  }
  return { before, stages }
}

/** `A=b C=d` of ENV or ARG; an argument without a value has the empty one. */
export const pairsOf = (rest: string): Record<string, string> =>
  Object.fromEntries(
    rest.split(/\s+/u).map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )

/** The list of CMD and of the CMD in HEALTHCHECK. */
export function listOf(rest: string): string[] {
  const list: unknown = JSON.parse(rest.slice(rest.indexOf('[')))
  if (!Array.isArray(list)) throw new Error(`${rest}: a list of words was expected`)
  return list.map(String)
}
