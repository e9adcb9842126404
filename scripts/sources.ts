import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

const root = dirname(import.meta.dirname)

/** Every TypeScript file under these folders of the repository, parsed; `.` is the root's own files, generated code is left out. */
export function sources(folders: readonly string[]): ts.SourceFile[] {
  return folders.flatMap((folder) => (folder === '.' ? rootFiles() : filesUnder(join(root, folder)))).map(parse)
}

function rootFiles(): string[] {
  return readdirSync(root)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.config.ts'))
    .map((name) => join(root, name))
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || path.endsWith('/store/generated')) return []
  if (found.isFile()) return path.endsWith('.ts') ? [path] : []
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)))
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(relative(root, file), readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true)
}

/** Calls `visit` for every node of a file, in order. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** `file:line`, as an editor opens it. */
export function whereIs(node: ts.Node): string {
  const file = node.getSourceFile()
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
