import { xml, type XmlNode } from 'easy-template-x'

/** Reading the XML of a .docx; names keep their prefix, which every program that writes .docx gives alike. */
export type { XmlNode }

export const parse = (text: string): XmlNode => xml.parser.parse(text)

export const childrenOf = (node: XmlNode | null): readonly XmlNode[] => node?.childNodes ?? []

export const child = (node: XmlNode | null, name: string): XmlNode | null =>
  childrenOf(node).find(({ nodeName }) => nodeName === name) ?? null

export const childrenNamed = (node: XmlNode | null, name: string): XmlNode[] =>
  childrenOf(node).filter(({ nodeName }) => nodeName === name)

export function attribute(node: XmlNode | null, name: string): string | null {
  return node !== null && xml.query.isGeneralNode(node) ? (node.attributes?.[name] ?? null) : null
}

/** The first of this name anywhere below. */
export function below(node: XmlNode, name: string): XmlNode | null {
  for (const each of childrenOf(node)) {
    const found = each.nodeName === name ? each : below(each, name)
    if (found !== null) return found
  }
  return null
}

/** All text below, as it stands. */
export function textOf(node: XmlNode): string {
  if (xml.query.isTextNode(node)) return node.textContent
  return childrenOf(node).map(textOf).join('')
}
