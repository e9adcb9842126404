/** Where people come from who opened one of our links. */
export const SCENE = 'shaozi'
const NAME = 'village='
const MOST = 128

/** What a link carries about its village. */
export const sceneParam = (village: string): string => encodeURIComponent(`${NAME}${village}`)

/** Whether the platform takes a link for this village. */
export const fits = (village: string): boolean => Buffer.byteLength(sceneParam(village)) <= MOST

/** The village of the link somebody opened; the platform hands its parameter back as it stood in the link. */
export function villageOf(scene: string | undefined, param: string | undefined): string | null {
  if (scene !== SCENE || !param) return null
  const said = decoded(param.slice(0, MOST * 3))
  return said?.startsWith(NAME) ? said.slice(NAME.length).trim() || null : null
}

function decoded(param: string): string | null {
  try {
    return decodeURIComponent(param)
  } catch {
    return null
  }
}
