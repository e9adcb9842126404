import { attribute, child, childrenNamed, type XmlNode } from './node.ts'

/** Properties from the nearest to the farthest: of the thing itself, its style, what that is based on, the defaults. */
export type Props = readonly XmlNode[]

export type Styles = Readonly<{
  /** the properties of a style, by the element that holds them, with those it is based on */
  chain: (id: string | null, holder: 'w:pPr' | 'w:rPr' | 'w:tblPr') => Props
  /** of what names no style */
  usual: (type: 'paragraph' | 'table') => string | null
  defaults: (holder: 'w:pPr' | 'w:rPr') => Props
}>

const DEEPEST = 20

export function stylesOf(root: XmlNode | null): Styles {
  const all = childrenNamed(root, 'w:style')
  const byId = new Map(all.map((style) => [attribute(style, 'w:styleId'), style]))
  const lineage = (id: string | null, depth = 0): XmlNode[] => {
    const style = byId.get(id)
    if (style === undefined || depth > DEEPEST) return []
    return [style, ...lineage(value(child(style, 'w:basedOn')), depth + 1)]
  }
  const defaults = child(root, 'w:docDefaults')
  return {
    chain: (id, holder) => lineage(id).flatMap((style) => childrenNamed(style, holder)),
    usual: (type) => {
      const style = all.find((each) => attribute(each, 'w:type') === type && isOn(attribute(each, 'w:default') ?? '0'))
      return attribute(style ?? null, 'w:styleId')
    },
    defaults: (holder) => childrenNamed(child(defaults, `${holder}Default`), holder),
  }
}

export const value = (node: XmlNode | null): string | null => attribute(node, 'w:val')
const isOn = (text: string): boolean => !['0', 'false', 'off', 'none'].includes(text)

/** The nearest that says something of `element`. */
export const nearest = (props: Props, element: string): XmlNode | null =>
  props.map((each) => child(each, element)).find((found) => found !== null) ?? null

/** On, unless it is said to be off. */
export function toggled(props: Props, element: string): boolean {
  const found = nearest(props, element)
  return found !== null && isOn(value(found) ?? '1')
}

/** A number of the nearest `element` that has this attribute: indents and spacings are inherited one by one. */
export function number(props: Props, element: string, name: string): number | null {
  for (const each of props) {
    const found = Number.parseFloat(attribute(child(each, element), name) ?? '')
    if (!Number.isNaN(found)) return found
  }
  return null
}

/** Twentieths of a point, what Word counts in. */
export const points = (twips: number | null): number => (twips ?? 0) / 20
