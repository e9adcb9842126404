/** A point of the map and the name that is to stand at it. */
export type Marked = Readonly<{ x: number; y: number; r: number; name: string }>
export type Label = Readonly<{ x: number; y: number; anchor: 'start' | 'middle' | 'end' }>
type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

const GAP = 6

/**
 * Where each name stands: at the first side of its point where it covers no other point and no other name, and is not cut
 * at an edge of the map. `size` = height of the letters.
 */
export function labelsFor(points: readonly Marked[], size: number, edges: Box): readonly Label[] {
  const taken: Box[] = points.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  return points.map((point) => {
    const sides = sidesOf(point, size)
    const whole = sides.filter(({ box }) => liesIn(box, edges))
    const free = whole.find(({ box }) => !taken.some((other) => meet(box, other))) ?? whole[0] ?? sides[0]
    taken.push(free.box)
    return free.label
  })
}

function sidesOf({ x, y, r, name }: Marked, size: number) {
  const wide = [...name].length * size
  const at = (anchor: Label['anchor'], left: number, top: number) => ({
    label: {
      anchor,
      x: anchor === 'start' ? left : anchor === 'end' ? left + wide : left + wide / 2,
      y: top + size * 0.85,
    },
    box: { left, top, right: left + wide, bottom: top + size },
  })
  return [
    at('middle', x - wide / 2, y + r + GAP),
    at('start', x + r + GAP, y - size / 2),
    at('end', x - r - GAP - wide, y - size / 2),
    at('middle', x - wide / 2, y - r - GAP - size),
  ] as const
}

const liesIn = (a: Box, b: Box): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
